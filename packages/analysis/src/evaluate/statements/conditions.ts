/**
 * Tests that cannot be decided. An unknown value has a symbol; a test of it becomes a pair of conditions, so that the same
 * test elsewhere, or in a function that received the same value, is recognised as the same.
 */
import {
  baseSubject,
  type Condition,
  type Conditions,
  compatible,
  contradicts,
  membership,
  trainingSubject,
} from '../../values/condition.ts';
import type { Alternatives, Unknown, Value } from '../../values/value.ts';
import { truthOfInstance } from '../calls/overloads.ts';
import { constantKey } from '../expressions/equality.ts';
import { stateOf } from '../objects/objects.ts';
import { freshSymbol, isPython, type Run, unknown } from '../run/run.ts';
import { readNoted, writeNoted } from '../run/unit.ts';

export type Test =
  | { readonly known: boolean }
  | { readonly known?: undefined; readonly whenTrue: Conditions; readonly whenFalse: Conditions };

/** Whether a value counts as true, under the conditions of the path. */
export function truth(run: Run, value: Value): Test {
  return decide(run, truthOf(run, value));
}

/** A test whose one side contradicts the path is decided. */
export function decide(run: Run, test: Test): Test {
  if (test.known !== undefined) return test;
  if (!allows(run.path, test.whenTrue)) return { known: false };
  if (!allows(run.path, test.whenFalse)) return { known: true };
  return test;
}

function truthOf(run: Run, value: Value): Test {
  // What a program does is not judged by the accident of what was drawn: both ways are.
  if (run.drawn.isUsed && run.drawn.values.has(value)) return truthOfSymbol(run, freshSymbol(run, 'drawn'));
  switch (value.kind) {
    case 'none':
      return { known: false };
    case 'bool':
      return { known: value.value };
    case 'int':
      return { known: value.value !== 0 && value.value !== 0n };
    case 'float':
      return { known: value.value !== 0 && !(Number.isNaN(value.value) && !isPython(run)) };
    case 'text':
      return { known: value.value.length > 0 };
    case 'tuple':
      return { known: value.items.length > 0 || !isPython(run) };
    case 'array':
      if (value.data && value.data.data.length === 1) return { known: value.data.data[0] !== 0 };
      return truthOfSymbol(run, freshSymbol(run, 'array'));
    case 'reference':
      return truthOfObject(run, value);
    case 'unknown':
      return truthOfUnknown(run, value);
    case 'alternatives':
      return truthOfAlternatives(run, value);
    default:
      return { known: true };
  }
}

function truthOfObject(run: Run, value: Extract<Value, { kind: 'reference' }>): Test {
  const state = stateOf(run, value);
  if (!isPython(run) || !state) return { known: true };
  if ((state.kind === 'list' || state.kind === 'set') && state.items) return { known: state.items.length > 0 };
  if (state.kind === 'dict' && (state.entries.size > 0 || !state.open)) return { known: state.entries.size > 0 };
  if (state.kind === 'instance') {
    const own = truthOfInstance(run, value, { start: 0, end: 0 });
    return own ? truth(run, own) : { known: true };
  }
  if (state.kind === 'libraryObject') return { known: true };
  return truthOfSymbol(run, `object${value.id}`);
}

function truthOfUnknown(run: Run, value: Unknown): Test {
  if (value.symbol === undefined) return truthOfSymbol(run, freshSymbol(run, 'test'));
  return readNoted(run.tests, run.unit?.tests, value.symbol) ?? truthOfSymbol(run, value.symbol);
}

function truthOfSymbol(_run: Run, subject: string): Test {
  return { whenTrue: [{ subject, test: 'truthy', holds: true }], whenFalse: [{ subject, test: 'truthy', holds: false }] };
}

/** `self.loss is not None`, where `self.loss` is one thing under one condition and another under another. */
function truthOfAlternatives(run: Run, value: Alternatives): Test {
  const sides: { true: Conditions[]; false: Conditions[] } = { true: [], false: [] };
  for (const { value: one, when } of value.of) {
    if (!allows(run.path, when)) continue;
    const test = truth(run, one);
    if (test.known !== undefined) sides[test.known ? 'true' : 'false'].push(when);
    else {
      sides.true.push(conjunction(when, test.whenTrue) ?? when);
      sides.false.push(conjunction(when, test.whenFalse) ?? when);
    }
  }
  if (sides.false.length === 0) return { known: true };
  if (sides.true.length === 0) return { known: false };
  const subject = freshSymbol(run, 'choice');
  return {
    whenTrue: [...common(sides.true), { subject, test: 'truthy', holds: true }],
    whenFalse: [...common(sides.false), { subject, test: 'truthy', holds: false }],
  };
}

function common(sets: readonly Conditions[]): Conditions {
  const [first = [], ...rest] = sets;
  return first.filter((condition) => rest.every((set) => set.some((other) => sameCondition(condition, other))));
}

export function sameCondition(a: Condition, b: Condition): boolean {
  return (
    a.subject === b.subject &&
    a.test === b.test &&
    a.holds === b.holds &&
    (a.test === 'truthy' ||
      (a.test === 'equals' && b.test === 'equals' && a.to === b.to) ||
      (a.test === 'below' && b.test === 'below' && a.bound === b.bound && a.inclusive === b.inclusive))
  );
}

type Index = ReadonlyMap<string, Conditions>;

const indices = new WeakMap<Conditions, Index>();

/** Loops within loops bring hundreds of conditions: long sets are looked through by subject. */
const longPath = 6;

function indexOf(path: Conditions): Index {
  const known = indices.get(path);
  if (known) return known;
  const bySubject = new Map<string, Condition[]>();
  for (const condition of path) {
    const subject = baseSubject(condition.subject);
    const same = bySubject.get(subject);
    if (same) same.push(condition);
    else bySubject.set(subject, [condition]);
  }
  indices.set(path, bySubject);
  return bySubject;
}

/** Whether conditions can hold on a path. */
export function allows(path: Conditions, when: Conditions): boolean {
  if (path.length < longPath) return compatible(path, when);
  const index = indexOf(path);
  return when.every(
    (condition) => index.get(baseSubject(condition.subject))?.every((other) => !contradicts(condition, other)) ?? true,
  );
}

function includes(conditions: Conditions, one: Condition): boolean {
  const candidates = conditions.length < longPath ? conditions : indexOf(conditions).get(baseSubject(one.subject));
  return candidates?.some((other) => sameCondition(one, other)) === true;
}

/** Both sets at once; undefined when they contradict. */
export function conjunction(a: Conditions, b: Conditions): Conditions | undefined {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  if (!allows(a, b)) return undefined;
  const added = b.filter((condition) => !includes(a, condition));
  return added.length === 0 ? a : [...a, ...added];
}

/** What both sets assume. */
export function intersection(a: Conditions, b: Conditions): Conditions {
  if (a === b) return a;
  const shared = a.filter((condition) => includes(b, condition));
  return shared.length === a.length ? a : shared;
}

export function negate(test: Test): Test {
  return test.known !== undefined ? { known: !test.known } : { whenTrue: test.whenFalse, whenFalse: test.whenTrue };
}

/** An unknown truth value that remembers what it tests. */
export function symbolicBool(run: Run, symbol: string, test: Test): Value {
  if (test.known !== undefined) return { kind: 'bool', value: test.known };
  if (!readNoted(run.tests, run.unit?.tests, symbol)) writeNoted(run.tests, run.unit?.tests, symbol, test);
  return { kind: 'unknown', reason: { key: 'parameter' }, symbol };
}

/** A name for what is compared: a constant's key, or an unknown value's symbol. */
export const identityOf = (value: Value): string | undefined => (value.kind === 'unknown' ? value.symbol : constantKey(value));

/** `a == b` where one side is unknown. */
export function symbolicEquals(run: Run, a: Value, b: Value): Value {
  const [subject, constant] = a.kind === 'unknown' ? [a, b] : [b, a];
  if (subject.kind !== 'unknown' || subject.symbol === undefined)
    return unknown(run, subject.kind === 'unknown' ? subject.reason.key : 'unmodelled');
  const to = identityOf(constant);
  if (to === undefined) return { kind: 'unknown', reason: subject.reason };
  if (constant.kind === 'bool') {
    const test = truth(run, subject);
    return symbolicBool(run, `${subject.symbol}==${to}`, constant.value ? test : negate(test));
  }
  const condition: Condition = { subject: subject.symbol, test: 'equals', to, holds: true };
  return symbolicBool(
    run,
    `${subject.symbol}==${to}`,
    decide(run, { whenTrue: [condition], whenFalse: [{ ...condition, holds: false }] }),
  );
}

export type Order = '<' | '>' | '<=' | '>=';

/** `n > 2` for an unknown n and a number; undefined for other operands. */
export function orderedTest(operator: Order, a: Value, b: Value): Test | undefined {
  const flipped = b.kind === 'unknown';
  const [unknownSide, constant] = flipped ? [b, a] : [a, b];
  if (unknownSide.kind !== 'unknown' || unknownSide.symbol === undefined) return undefined;
  if ((constant.kind !== 'int' && constant.kind !== 'float') || !Number.isFinite(Number(constant.value))) return undefined;
  const less = (operator === '<' || operator === '<=') !== flipped;
  const inclusive = less === operator.endsWith('=');
  const below = { subject: unknownSide.symbol, test: 'below', bound: Number(constant.value), inclusive } as const;
  return { whenTrue: [{ ...below, holds: less }], whenFalse: [{ ...below, holds: !less }] };
}

/** `x in ('a', 'b')` for an unknown x and constants. */
export function symbolicIn(run: Run, subject: Unknown, choices: readonly Value[]): Value {
  const keys = choices.flatMap((choice) => constantKey(choice) ?? []);
  const { symbol } = subject;
  if (symbol === undefined || keys.length === 0 || keys.length < choices.length)
    return { kind: 'unknown', reason: subject.reason };
  const [only] = choices;
  if (choices.length === 1 && only) return symbolicEquals(run, subject, only);
  const text = membership(symbol, keys);
  const whenFalse = keys.map((to): Condition => ({ subject: symbol, test: 'equals', to, holds: false }));
  const test: Test = {
    whenTrue: [{ subject: text, test: 'truthy', holds: true }],
    whenFalse: [...whenFalse, { subject: text, test: 'truthy', holds: false }],
  };
  return symbolicBool(run, text, decide(run, test));
}

/** `self.training` of any module. */
export const trainingValue: Unknown = {
  kind: 'unknown',
  reason: { key: 'parameter', name: 'training' },
  symbol: trainingSubject,
};

/** Both tests hold. The exact negation of a conjunction is no conjunction, so a condition of its own stands for it. */
export function both(run: Run, a: Test, b: Test): Test {
  if (a.known !== undefined) return a.known ? b : a;
  if (b.known !== undefined) return b.known ? a : b;
  const whenTrue = conjunction(a.whenTrue, b.whenTrue);
  if (!whenTrue) return { known: false };
  if (whenTrue.length > maxConjuncts) return truthOfSymbol(run, freshSymbol(run, 'both'));
  const text = `${textOf(a.whenTrue)}&${textOf(b.whenTrue)}`;
  // Each conjunction names both its sides: in a chain of them the names would double every time.
  const subject = text.length > maxSubject ? freshSymbol(run, 'both') : text;
  return decide(run, {
    whenTrue: [...whenTrue, { subject, test: 'truthy', holds: true }],
    whenFalse: [{ subject, test: 'truthy', holds: false }],
  });
}

const maxSubject = 2_000;
const maxConjuncts = 100;

export const either = (run: Run, a: Test, b: Test): Test => negate(both(run, negate(a), negate(b)));

const textOf = (conditions: Conditions): string => conditions.map(conditionKey).join('&');

function conditionKey(condition: Condition): string {
  const test =
    condition.test === 'equals'
      ? `==${condition.to}`
      : condition.test === 'below'
        ? `${condition.inclusive ? '<=' : '<'}${condition.bound}`
        : '';
  return `${condition.holds ? '' : '!'}${condition.subject}${test}`;
}
