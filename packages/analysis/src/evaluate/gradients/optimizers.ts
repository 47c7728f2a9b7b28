/**
 * `optimizer.step()`, `optimizer.zero_grad()`: parameters are changed in place where their gradients are known, and forgotten where
 * they are not. https://pytorch.org/docs/stable/optim.html
 */

import { classMembers } from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import { type Algebra, algebraOf } from '../../operations/gradients/algebra.ts';
import { lastOrder } from '../../operations/gradients/record.ts';
import { without } from '../../operations/gradients/reverse.ts';
import { type Memory, type Settings, type Update, updateRules } from '../../operations/gradients/updates.ts';
import { dialectOf } from '../../operations/index.ts';
import { float, int, none, text, tuple } from '../../values/make.ts';
import type { ArrayValue, LibraryObject, Reference, Value } from '../../values/value.ts';
import { knownItems, newDict, newList, setState, stateOf } from '../objects/objects.ts';
import { namedParameters } from '../protocols/parameters.ts';
import { stepOptimizer } from '../protocols/weights.ts';
import { placeOf, type Run, unknown } from '../run/run.ts';
import { change, current } from '../state/aliases.ts';
import { gradientOf, isWeight, writeGradient } from './leaves.ts';

interface Group {
  readonly parameters: readonly ArrayValue[];
  readonly settings: Settings | undefined;
}

/** One step of every parameter that has a gradient. */
export function stepParameters(run: Run, self: Reference, state: LibraryObject, node: Range): void {
  const groups = groupsOf(run, state);
  const rule = updateRules[state.row.name.slice('torch.optim.'.length)];
  if (!groups) {
    stepOptimizer(run, state);
    return;
  }
  run.trained = true;
  run.opaque = true;
  const all = groups.flatMap(({ parameters, settings }) => parameters.map((parameter) => ({ parameter, settings })));
  const memories = all.map(({ parameter: given, settings }, i): Value => {
    const before = state.fields.get(`$memory${i}`) ?? none;
    const parameter = current(run, given);
    const gradient = parameter.kind === 'array' ? gradientOf(run, parameter) : undefined;
    run.steps += 4;
    if (parameter.kind !== 'array' || gradient?.kind === 'none') return before;
    const memory = memoryOf(before);
    const input = gradient?.kind === 'array' && gradient.data && parameter.data && settings && memory ? gradient : undefined;
    const update = input && rule ? updated(run, rule, parameter, input, settings ?? {}, memory ?? nothing, node) : undefined;
    const after = update?.parameter.kind === 'array' && update.parameter.data ? update.parameter : undefined;
    change(run, parameter, { ...without(parameter, { key: 'learned' }), ...dataOf(after), ...kept(parameter) });
    return update && after && memory
      ? remembered(memory.turn + 1, update.memory)
      : { kind: 'unknown', reason: { key: 'learned' } };
  });
  const now = stateOf(run, self);
  if (now?.kind !== 'libraryObject') return;
  const fields = new Map(now.fields);
  for (const [i, memory] of memories.entries()) fields.set(`$memory${i}`, memory);
  setState(run, self, { ...now, fields });
}

/** The numbers of an array, in place of why there are none. */
function dataOf(array: ArrayValue | undefined): Partial<ArrayValue> {
  if (!array?.data) return {};
  return { data: array.data };
}

/** What it is, and that gradients are asked of it, stays. */
const kept = ({ tape, space }: ArrayValue): Partial<ArrayValue> => ({ ...(tape ? { tape } : {}), ...(space ? { space } : {}) });

function updated(
  run: Run,
  rule: (typeof updateRules)[string],
  parameter: ArrayValue,
  gradient: ArrayValue,
  settings: Settings,
  memory: Remembered,
  node: Range,
): Update {
  const a = algebraFor(run, parameter, node);
  return rule({ a, parameter, gradient, turn: memory.turn + 1, settings, memory: memory.values });
}

function algebraFor(run: Run, { library }: ArrayValue, node: Range): Algebra {
  const place = placeOf(run, node);
  return algebraOf({ library, dialect: dialectOf(library), place, maxElements: run.budget.elements, untracked: true });
}

interface Remembered {
  readonly turn: number;
  readonly values: Memory;
}

const nothing: Remembered = { turn: 0, values: {} };

/** Memories are kept as named tuples in the optimizer's fields, the turn first. */
function memoryOf(value: Value): Remembered | undefined {
  if (value.kind === 'none') return nothing;
  const turn = value.kind === 'tuple' ? value.items[0] : undefined;
  if (value.kind !== 'tuple' || turn?.kind !== 'int') return undefined;
  const { names = [], items } = value;
  return {
    turn: Number(turn.value),
    values: Object.fromEntries(names.flatMap((name, i) => (i > 0 && items[i] ? [[name, items[i]] as const] : []))),
  };
}

const remembered = (turn: number, memory: Memory): Value => ({
  ...tuple([int(turn), ...Object.values(memory)]),
  names: ['turn', ...Object.keys(memory)],
});

/** The parameters with their settings, as `param_groups` has them by now; undefined where some are not known. */
function groupsOf(run: Run, state: LibraryObject): readonly Group[] | undefined {
  const listed = state.fields.get('param_groups');
  const items = listed && knownItems(run, listed);
  const groups = items?.map((item): Group | undefined => {
    const dict = item.kind === 'reference' ? stateOf(run, item) : undefined;
    if (dict?.kind !== 'dict' || dict.open) return undefined;
    const parameters = parametersOf(run, dict.entries.get('s:params')?.value);
    const settings = new Map(
      [...dict.entries.values()].flatMap(({ key, value }) => (key.kind === 'text' ? [[key.value, value] as const] : [])),
    );
    return parameters && { parameters, settings: settingsOf(run, settings) };
  });
  return groups?.every((group) => group !== undefined) ? groups : undefined;
}

const isTraced = ({ data, tape }: ArrayValue): boolean => data !== undefined || tape !== undefined;

/**
 * `optimizer.param_groups`: what the optimizer is given may be an iterator, which is empty afterwards. Undefined where some of it is
 * not known. https://pytorch.org/docs/stable/optim.html#per-parameter-options
 */
export function parameterGroups(run: Run, args: ReadonlyMap<string, Value>): Value | undefined {
  const given = args.get('_params');
  const items = given && (given.kind === 'array' ? [given] : knownItems(run, given));
  if (!items || items.length === 0) return undefined;
  const shared = [...args]
    .filter(([role]) => role !== '_params' && role !== '_options')
    .map(([role, value]) => [role.slice(1), value] as const);
  const isGrouped = items.every((item) => item.kind === 'reference');
  const groups = (isGrouped ? items : [undefined]).map((item) => {
    const own = item?.kind === 'reference' ? stateOf(run, item) : undefined;
    if (item && (own?.kind !== 'dict' || own.open)) return undefined;
    const entries = own?.kind === 'dict' ? [...own.entries.values()] : [];
    const parameters = parametersOf(
      run,
      item ? entries.find(({ key }) => key.kind === 'text' && key.value === 'params')?.value : tuple(items),
    );
    if (!parameters?.every((parameter) => isTraced(parameter) || isWeight(parameter))) return undefined;
    // Where no weight is known there is nothing to follow, and edits would have everything behind them run again.
    if (!parameters.some(isTraced)) return undefined;
    const settings = new Map<string, Value>([['params', newList(run, parameters)], ...shared]);
    // Which further settings there are depends on the version.
    settings.set('foreach', { kind: 'unknown', reason: { key: 'unmodelled', name: 'foreach' } });
    for (const { key, value } of entries) if (key.kind === 'text' && key.value !== 'params') settings.set(key.value, value);
    return newDict(
      run,
      [...settings].map(([name, value]) => [text(name), value] as const),
    );
  });
  return groups.every((group) => group !== undefined) ? newList(run, groups) : undefined;
}

/** What is handed to something unread, a scheduler for one, may have other settings from then on. */
export function loseSettings(run: Run, given: Value): void {
  const state = given.kind === 'reference' ? stateOf(run, given) : undefined;
  const groups =
    state?.kind === 'libraryObject' && classMembers(state.row).protocol === 'optimizer'
      ? state.fields.get('param_groups')
      : undefined;
  for (const item of (groups && knownItems(run, groups)) ?? []) {
    const dict = item.kind === 'reference' ? stateOf(run, item) : undefined;
    if (item.kind === 'reference' && dict?.kind === 'dict')
      setState(run, item, {
        ...dict,
        entries: new Map(dict.entries).set('s:lr', { key: text('lr'), value: unknown(run, 'unmodelled', 'lr') }),
      });
  }
}

function parametersOf(run: Run, value: Value | undefined): readonly ArrayValue[] | undefined {
  const items = value && (value.kind === 'array' ? [value] : knownItems(run, value));
  const arrays = items?.filter((item) => item.kind === 'array');
  return arrays?.length === items?.length ? arrays : undefined;
}

/** Numbers by name; undefined where one is given that is not known. */
function settingsOf(run: Run, args: ReadonlyMap<string, Value>): Settings | undefined {
  const settings: Record<string, number> = {};
  for (const [name, value] of args) {
    if (name === 'params' || value.kind === 'none' || ignored.has(name)) continue;
    const pair = name === 'betas' ? knownItems(run, value) : undefined;
    const [first = Number.NaN, second = 0] = (pair ?? [value]).map(numberOf);
    if (Number.isNaN(first) || Number.isNaN(second)) return undefined;
    if (pair) {
      settings.beta1 = first;
      settings.beta2 = second;
    } else settings[name] = first;
  }
  return settings;
}

const ignored: ReadonlySet<string> = new Set(['foreach', 'fused', 'capturable', 'differentiable']);

function numberOf(value: Value): number {
  if (value.kind === 'bool') return value.value ? 1 : 0;
  return value.kind === 'int' || value.kind === 'float' ? Number(value.value) : Number.NaN;
}

/**
 * `zero_grad()`: zeros in place, None where `set_to_none` says so. PyTorch 1.13, by whose results Softlens is measured, has False as
 * the default, 2.0 True; what a later pass gathers is the same. https://pytorch.org/docs/1.13/generated/torch.optim.Optimizer.zero_grad.html
 */
export function zeroGradients(run: Run, self: Value | undefined, toNone: boolean): void {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self?.kind !== 'reference' || !state) return;
  const listed = state.kind === 'libraryObject' ? groupsOf(run, state) : undefined;
  const parameters = listed
    ? listed.flatMap((group) => group.parameters)
    : (namedParameters(run, self)?.map(([, value]) => value) ?? []);
  for (const given of parameters) {
    const parameter = current(run, given);
    const gradient = parameter.kind === 'array' && parameter.tape ? gradientOf(run, parameter) : undefined;
    if (parameter.kind !== 'array' || gradient?.kind !== 'array') continue;
    if (toNone) writeGradient(run, parameter, none);
    else writeGradient(run, parameter, change(run, gradient, zerosLike(gradient)));
  }
}

const zerosLike = (gradient: ArrayValue): ArrayValue => {
  const { space: _space, form: _form, data, ...rest } = gradient;
  return data ? { ...rest, data: { ...data, data: data.data.map(() => 0) } } : { ...rest };
};

/** `clip_grad_norm_`, `clip_grad_value_`: gradients in place. https://pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html */
export function clipGradients(run: Run, name: string, values: ReadonlyMap<string, Value>, node: Range): Value {
  const parameters = parametersOf(run, values.get('_parameters'));
  const limit = numberOf(values.get('_limit') ?? none);
  const order = values.get('_order');
  const gradients = parameters?.flatMap((given) => {
    const parameter = current(run, given);
    const gradient = parameter.kind === 'array' ? gradientOf(run, parameter) : undefined;
    return parameter.kind === 'array' && gradient?.kind === 'array' ? [{ parameter, gradient }] : [];
  });
  const isKnown = gradients?.every(({ gradient }) => gradient.data) && !Number.isNaN(limit) && (!order || numberOf(order) === 2);
  const [first] = gradients ?? [];
  if (!gradients || !isKnown) {
    // Their gradients are others from here on, whosever they are.
    run.backwards = lastOrder();
    return unknown(run, 'unmodelled', name);
  }
  if (!first) return none;
  const a = algebraFor(run, first.gradient, node);
  const write = (one: (gradient: ArrayValue) => Value): void => {
    for (const { parameter, gradient } of gradients) {
      const after = one(gradient);
      if (after.kind === 'array') writeGradient(run, parameter, change(run, gradient, after));
    }
  };
  if (name.endsWith('clip_grad_value_')) {
    write((x) => a.run('clip', { x, low: float(-limit), high: float(limit) }));
    return none;
  }
  const norms = gradients.map(({ gradient }) => a.run('norm', { x: gradient }));
  const total = a.run('norm', { x: a.run('stack', { arrays: tuple(norms) }) });
  const factor = a.run('clip', { x: a.divide(limit, a.add(total, 1e-6)), high: float(1) });
  write((x) => a.multiply(x, factor));
  return total;
}
