/**
 * `optimizer.step()`, `optimizer.zero_grad()`: parameters are changed in place where their gradients are known, and forgotten where
 * they are not. https://pytorch.org/docs/stable/optim.html
 */
import type { Range } from '@softlens/syntax';
import { algebraOf } from '../../operations/gradients/algebra.ts';
import { without } from '../../operations/gradients/reverse.ts';
import { type Memory, type Settings, type Update, updateRules } from '../../operations/gradients/updates.ts';
import { dialectOf } from '../../operations/index.ts';
import { int, none, tuple } from '../../values/make.ts';
import type { ArrayValue, LibraryObject, Reference, Value } from '../../values/value.ts';
import { knownItems, setState, stateOf } from '../objects/objects.ts';
import { namedParameters } from '../protocols/parameters.ts';
import { stepOptimizer } from '../protocols/weights.ts';
import { placeOf, type Run } from '../run/run.ts';
import { change, current } from '../state/aliases.ts';
import { gradientOf, writeGradient } from './leaves.ts';

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
  const { library } = parameter;
  const place = placeOf(run, node);
  const a = algebraOf({ library, dialect: dialectOf(library), place, maxElements: run.budget.elements, untracked: true });
  return rule({ a, parameter, gradient, turn: memory.turn + 1, settings, memory: memory.values });
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

/** The parameters with their settings; undefined where some are not known. */
function groupsOf(run: Run, state: LibraryObject): readonly Group[] | undefined {
  const items = state.fields.get('$parameters');
  if (items?.kind !== 'tuple') return undefined;
  const shared = settingsOf(run, state.args);
  const groups = items.items.map((item): Group | undefined => {
    if (item.kind === 'array') return { parameters: [item], settings: shared };
    const dict = item.kind === 'reference' ? stateOf(run, item) : undefined;
    if (dict?.kind !== 'dict' || dict.open) return undefined;
    const parameters = parametersOf(run, dict.entries.get('s:params')?.value);
    if (!parameters) return undefined;
    const own = new Map(
      [...dict.entries.values()].flatMap(({ key, value }) => (key.kind === 'text' ? [[`_${key.value}`, value]] : [])) as [
        string,
        Value,
      ][],
    );
    return { parameters, settings: settingsOf(run, new Map([...state.args, ...own])) };
  });
  return groups.every((group) => group !== undefined) ? groups : undefined;
}

/** When the optimizer is made: what it is given may be an iterator, which is empty afterwards. */
export function listParameters(run: Run, given: Value | undefined): Value | undefined {
  const items = given && (given.kind === 'array' ? [given] : knownItems(run, given));
  if (!items?.every((item) => (item.kind === 'array' ? item.data || item.tape : item.kind === 'reference'))) return undefined;
  return tuple(items.map((item) => (item.kind === 'reference' ? listedGroup(run, item) : item)));
}

/** `{'params': model.fc.parameters(), 'lr': 0.1}` */
function listedGroup(run: Run, item: Reference): Value {
  const state = stateOf(run, item);
  const params = state?.kind === 'dict' ? state.entries.get('s:params') : undefined;
  const list = params && parametersOf(run, params.value);
  if (state?.kind !== 'dict' || !params || !list) return item;
  setState(run, item, { ...state, entries: new Map(state.entries).set('s:params', { key: params.key, value: tuple(list) }) });
  return item;
}

function parametersOf(run: Run, value: Value | undefined): readonly ArrayValue[] | undefined {
  const items = value && (value.kind === 'array' ? [value] : knownItems(run, value));
  const arrays = items?.filter((item) => item.kind === 'array');
  return arrays?.length === items?.length ? arrays : undefined;
}

/** Numbers by name; undefined where one is given that is not known. */
function settingsOf(run: Run, args: ReadonlyMap<string, Value>): Settings | undefined {
  const settings: Record<string, number> = {};
  for (const [role, value] of args) {
    if (role === '_params' || role === '_options' || value.kind === 'none' || ignored.has(role)) continue;
    const pair = role === '_betas' ? knownItems(run, value) : undefined;
    const numbers = (pair ?? [value]).map(numberOf);
    if (numbers.some(Number.isNaN)) return undefined;
    if (pair) [settings.beta1, settings.beta2] = numbers as [number, number];
    else settings[role.slice(1)] = numbers[0] ?? 0;
  }
  return settings;
}

const ignored: ReadonlySet<string> = new Set(['_foreach', '_fused', '_capturable', '_differentiable']);

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
