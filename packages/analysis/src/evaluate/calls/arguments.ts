/** Arguments as evaluated at a call, and their binding to parameters. */

import { type Parameter, parseSignature } from '@softlens/frameworks';
import type { Argument, Call, Range } from '@softlens/syntax';
import { fromLiteral, text, tuple } from '../../values/make.ts';
import type { Place } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';
import { evaluate } from '../expressions/expressions.ts';
import { newDict, stateOf } from '../objects/objects.ts';
import { isPython, placeOf, type Run, unknown } from '../run/run.ts';
import { itemsOf } from '../statements/iteration.ts';

export interface Given {
  readonly value: Value;
  /** Where it is written, when it is written. */
  readonly place?: Place;
}

export interface Arguments {
  readonly positional: readonly Given[];
  readonly keywords: ReadonlyMap<string, Given>;
  /** Further arguments of unknown number come from `*args` or `**kwargs` that could not be read. */
  readonly open: boolean;
  /** The last positional ones, behind what could not be read. */
  readonly tail?: readonly Value[];
  /** The call, for places; absent for calls that the interpreter makes itself. */
  readonly node: Range;
  /** `new` in JavaScript. */
  readonly isNew?: boolean;
}

export const argumentsOf = (values: readonly Value[], node: Range, keywords?: ReadonlyMap<string, Value>): Arguments => ({
  positional: values.map((value) => ({ value })),
  keywords: keywords ? new Map([...keywords].map(([name, value]) => [name, { value }])) : noKeywords,
  open: false,
  node,
});

export const withFirst = (args: Arguments, self: Value): Arguments => ({
  ...args,
  positional: [{ value: self }, ...args.positional],
});

export const valuesOf = (args: Arguments): readonly Value[] => args.positional.map(({ value }) => value);

export function keywordsOf({ keywords }: Arguments): ReadonlyMap<string, Value> {
  if (keywords.size === 0) return noKeywords;
  const values = new Map<string, Value>();
  for (const [name, { value }] of keywords) values.set(name, value);
  return values;
}

const noKeywords: ReadonlyMap<string, never> = new Map<string, never>();

export function evaluateArguments(run: Run, call: Call): Arguments {
  const positional: Given[] = [];
  const keywords = new Map<string, Given>();
  let open = false;
  let tail: readonly Value[] | undefined;
  for (const argument of call.args) {
    const value = evaluate(run, argument.value);
    const given: Given = { value, place: placeOf(run, argument.value) };
    const before = positional.length;
    if (argument.kind === 'positional') positional.push(given);
    else if (argument.kind === 'keyword' && argument.name !== undefined) keywords.set(argument.name, given);
    else if (!spread(run, argument, value, positional, keywords)) {
      open = true;
      if (argument.kind === 'spread') tail = itemsOf(run, value).tail ?? [];
    }
    if (tail && positional.length > before) tail = [...tail, ...positional.slice(before).map((one) => one.value)];
  }
  if (!call.isNew && !tail?.length) return { positional, keywords, open, node: call };
  return { positional, keywords, open, node: call, ...(call.isNew ? { isNew: true } : {}), ...(tail?.length ? { tail } : {}) };
}

/** False when what is spread is not known. */
function spread(run: Run, argument: Argument, value: Value, positional: Given[], keywords: Map<string, Given>): boolean {
  const place = placeOf(run, argument.value);
  if (argument.kind === 'spread') {
    const { items } = itemsOf(run, value);
    if (!items || items.length > run.budget.collection) return false;
    for (const item of items) positional.push({ value: item, place });
    return true;
  }
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'dict') return false;
  for (const { key, value: item } of state.entries.values())
    if (key.kind === 'text') keywords.set(key.value, { value: item, place });
  return !state.open;
}

export interface BoundArguments {
  readonly values: ReadonlyMap<string, Value>;
  readonly ranges: ReadonlyMap<string, Place>;
}

/** Binds to a signature of the tables, by role, with its defaults. Role `self` is given first where there is one. */
export function bindSignature(run: Run, signature: string, given: Arguments): BoundArguments {
  const args = isPython(run) ? given : withOptions(run, parseSignature(signature), given);
  const values = new Map<string, Value>();
  const ranges = new Map<string, Place>();
  const rest = [...args.positional];
  const keywords = new Map(args.keywords);
  for (const parameter of parseSignature(signature)) {
    const taken = take(run, parameter, rest, keywords);
    if (taken) {
      values.set(parameter.role, taken.value);
      if (taken.place) ranges.set(parameter.role, taken.place);
    } else if (parameter.default !== undefined && !args.open && !values.has(parameter.role)) {
      values.set(parameter.role, fromLiteral(parameter.default));
    } else if (args.open && parameter.kind !== 'rest' && parameter.kind !== 'restDict' && !values.has(parameter.role)) {
      values.set(parameter.role, unknown(run, 'unmodelled', parameter.name));
    }
  }
  return { values, ranges };
}

/** JavaScript gives named arguments as one object, behind the others: `softmax(z, { temperature: 2 })`. */
function withOptions(run: Run, parameters: readonly Parameter[], args: Arguments): Arguments {
  const places = parameters.filter(({ kind }) => kind === 'positional' || kind === 'positionalOnly').length;
  const isNamed = parameters.some(({ kind }) => kind === 'keywordOnly' || kind === 'restDict');
  const last = args.positional.at(-1);
  if (!isNamed || !last || args.positional.length !== places + 1 || parameters.some(({ kind }) => kind === 'rest')) return args;
  const positional = args.positional.slice(0, -1);
  const state = last.value.kind === 'reference' ? stateOf(run, last.value) : undefined;
  if (state?.kind !== 'dict') return last.value.kind === 'none' ? { ...args, positional } : { ...args, positional, open: true };
  const entries = [...state.entries.values()].flatMap(({ key, value }) =>
    key.kind === 'text' ? [[key.value, { value, ...(last.place && { place: last.place }) }] as const] : [],
  );
  return { ...args, positional, keywords: new Map([...args.keywords, ...entries]), open: args.open || state.open };
}

function take(run: Run, parameter: Parameter, rest: Given[], keywords: Map<string, Given>): Given | undefined {
  if (parameter.kind === 'rest') {
    // PyTorch's `*size` may be named too: https://pytorch.org/docs/stable/generated/torch.rand.html
    const whole = rest.length === 0 ? keywords.get(parameter.name) : undefined;
    if (whole) {
      keywords.delete(parameter.name);
      return whole;
    }
    const items = rest.splice(0);
    const place = items[0]?.place;
    const last = items.at(-1)?.place;
    return { value: tuple(items.map(({ value }) => value)), ...(place && last ? { place: { ...place, end: last.end } } : {}) };
  }
  if (parameter.kind === 'restDict') {
    const value = newDict(
      run,
      [...keywords].map(([name, given]) => [text(name), given.value] as const),
    );
    keywords.clear();
    return { value };
  }
  const named = parameter.kind === 'positionalOnly' ? undefined : keywords.get(parameter.name);
  if (named) {
    keywords.delete(parameter.name);
    return named;
  }
  return parameter.kind === 'keywordOnly' ? undefined : rest.shift();
}
