/** `match` and `switch`: a chain of tests. */
import type { CasePattern, Match, MatchCase } from '@softlens/syntax';
import { isInstance } from '../../builtins/python/types.ts';
import { none } from '../../values/make.ts';
import type { DictObject, Value } from '../../values/value.ts';
import { instanceOf } from '../calls/overloads.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { compare } from '../expressions/comparison.ts';
import { constantKey } from '../expressions/equality.ts';
import { evaluate } from '../expressions/expressions.ts';
import { readIndex } from '../expressions/indexing.ts';
import { writeName } from '../expressions/names.ts';
import { classAttribute } from '../objects/classes.ts';
import { dataFields, namedTupleItems } from '../objects/dataclasses.ts';
import { newDict, newList, stateOf } from '../objects/objects.ts';
import { freshSymbol, overBudget, type Run, unknown } from '../run/run.ts';
import { narrow } from '../state/alternatives.ts';
import { both, either, type Test, truth } from './conditions.ts';
import { itemsOf } from './iteration.ts';
import { branch, executeBlock, inBlock, joinSides } from './statements.ts';

export function matchStatement(run: Run, statement: Match): boolean {
  const subject = evaluate(run, statement.subject);
  if (statement.fallsThrough) return switchStatement(run, statement, subject);
  return tryCases(run, statement.cases, 0, subject, statement);
}

/** Undecided cases of which each still knows that those before it did not match; further ones are run as if each could. */
const maxUndecided = 40;

function tryCases(run: Run, cases: readonly MatchCase[], undecided: number, subject: Value, statement: Match): boolean {
  for (const [i, one] of cases.entries()) {
    const test = testOf(run, one, narrow(run, subject), statement);
    if (test.known === false) continue;
    const body = (): boolean => inBlock(run, () => executeBlock(run, one.body));
    if (test.known) return body();
    if (undecided === maxUndecided) return anyOf(run, cases.slice(i), narrow(run, subject), statement);
    return branch(run, test, body, () => tryCases(run, cases.slice(i + 1), undecided + 1, subject, statement));
  }
  return true;
}

function testOf(run: Run, one: MatchCase, value: Value, statement: Match): Test {
  const test = matches(run, one.pattern, value, statement);
  return one.guard && test.known !== false ? both(run, test, truth(run, evaluate(run, one.guard))) : test;
}

/** Each of the cases may have been the one, or none. */
function anyOf(run: Run, cases: readonly MatchCase[], value: Value, statement: Match): boolean {
  overBudget(run, 'cases');
  let goesOn = true;
  for (const one of cases) {
    const test = testOf(run, one, value, statement);
    if (test.known === false) continue;
    const maybe = test.known ? unknownTest(run) : test;
    goesOn &&= branch(
      run,
      maybe,
      () => inBlock(run, () => executeBlock(run, one.body)),
      () => true,
    );
  }
  return goesOn;
}

/** A `switch` ends at `break`, and runs on into the next case without. */
function switchStatement(run: Run, statement: Match, subject: Value): boolean {
  const from = run.frame.exits.length;
  const fallback = statement.cases.findIndex(({ pattern }) => pattern.kind === 'wildcard');
  const bodyFrom =
    (i: number): (() => boolean) =>
    () => {
      for (const { body } of statement.cases.slice(i)) if (!executeBlock(run, body)) return false;
      return true;
    };
  const pick = (from: number, undecided: number): boolean => {
    for (let i = from; i < statement.cases.length; i++) {
      const pattern = statement.cases[i]?.pattern;
      if (!pattern || pattern.kind === 'wildcard') continue;
      const test = matches(run, pattern, subject, statement);
      if (test.known === false) continue;
      if (test.known) return bodyFrom(i)();
      if (undecided === maxUndecided) break;
      return branch(run, test, bodyFrom(i), () => pick(i + 1, undecided + 1));
    }
    if (undecided === maxUndecided) overBudget(run, 'cases');
    return fallback < 0 ? true : bodyFrom(fallback)();
  };
  const goesOn = inBlock(run, () => pick(0, 0));
  const { exits } = run.frame;
  const breaks = exits.slice(from).filter((exit) => exit.kind === 'break');
  if (breaks.length === 0) return goesOn;
  const kept = exits.slice(from).filter((exit) => exit.kind !== 'break');
  exits.splice(from, exits.length - from, ...kept);
  const [only] = breaks;
  if (breaks.length === 1 && only && !goesOn) {
    run.heap = only.heap;
    run.path = only.path;
    return true;
  }
  return joinBreaks(run, breaks, goesOn);
}

/** Every side ended in a heap of its own below the one the switch began with. */
function joinBreaks(
  run: Run,
  breaks: readonly { readonly heap: Run['heap']; readonly path: Run['path'] }[],
  goesOn: boolean,
): boolean {
  const ends = breaks.map((exit) => ({ heap: exit.heap, path: exit.path, goesOn: true, exits: 1 }));
  if (goesOn) ends.push({ heap: run.heap, path: run.path, goesOn: true, exits: 1 });
  const shortest = ends.reduce((a, b) => (b.path.length < a.path.length ? b : a));
  const shared = shortest.path.filter((condition, i) => ends.every(({ path }) => path[i] === condition));
  run.path = shared;
  run.heap = sharedLayer(ends.map(({ heap }) => heap));
  return joinSides(run, ends);
}

function sharedLayer(heaps: readonly Run['heap'][]): Run['heap'] {
  const [first, ...rest] = heaps as [Run['heap'], ...Run['heap'][]];
  for (let layer: Run['heap'] | undefined = first; layer; layer = layer.parent) {
    const candidate = layer;
    const isShared = rest.every((heap) => {
      for (let other: Run['heap'] | undefined = heap; other; other = other.parent) if (other === candidate) return true;
      return false;
    });
    if (isShared) return candidate;
  }
  return first;
}

function matches(run: Run, pattern: CasePattern, value: Value, node: Match): Test {
  switch (pattern.kind) {
    case 'wildcard':
      return { known: true };
    case 'capture': {
      const inner: Test = pattern.pattern ? matches(run, pattern.pattern, value, node) : { known: true };
      writeName(run, pattern.name, value);
      return inner;
    }
    case 'value':
      return truth(
        run,
        compare(run, '==', value, evaluate(run, pattern.value), { node: pattern, operands: [node.subject, pattern.value] }),
      );
    case 'or':
      return pattern.alternatives
        .map((one) => matches(run, one, value, node))
        .reduce((a, b) => either(run, a, b), { known: false });
    case 'sequence':
      return matchSequence(run, pattern.elements, value, node);
    case 'mapping':
      return matchMapping(run, pattern, value, node);
    case 'class':
      return matchClass(run, pattern, value, node);
    default:
      return unknownTest(run);
  }
}

function unknownTest(run: Run): Test {
  const subject = freshSymbol(run, 'match');
  return { whenTrue: [{ subject, test: 'truthy', holds: true }], whenFalse: [{ subject, test: 'truthy', holds: false }] };
}

function matchSequence(run: Run, elements: readonly CasePattern[], value: Value, node: Match): Test {
  const isOne = isSequence(run, value);
  if (isOne !== true) return isOne === undefined ? unknownTest(run) : { known: false };
  const { items } = itemsOf(run, value);
  const star = elements.findIndex((element) => element.kind === 'star');
  if (!items) return unknownTest(run);
  if (star < 0 ? items.length !== elements.length : items.length < elements.length - 1) return { known: false };
  const after = elements.length - star - 1;
  const tests = elements.map((element, i): Test => {
    if (element.kind === 'star') {
      if (element.name !== undefined) writeName(run, element.name, newList(run, items.slice(star, items.length - after)));
      return { known: true };
    }
    const at = star >= 0 && i > star ? items.length - (elements.length - i) : i;
    return matches(run, element, items[at] ?? none, node);
  });
  return tests.reduce((a, b) => both(run, a, b), { known: true });
}

/** What `collections.abc.Sequence` holds, but for texts; undefined where that is not known. https://peps.python.org/pep-0634/ */
function isSequence(run: Run, value: Value): boolean | undefined {
  if (value.kind === 'tuple' || value.kind === 'range') return true;
  if (value.kind === 'unknown' || value.kind === 'alternatives') return undefined;
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind === 'list') return state.type === undefined || state.type === 'deque';
  if (state?.kind === 'instance') return namedTupleItems(run, value) ? true : undefined;
  return value.kind === 'reference' && !state ? undefined : false;
}

function matchMapping(run: Run, pattern: Extract<CasePattern, { kind: 'mapping' }>, value: Value, node: Match): Test {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'dict') return value.kind === 'unknown' ? unknownTest(run) : { known: false };
  const tests = pattern.entries.map((entry): Test => {
    const key = evaluate(run, entry.key);
    const text = constantKey(key);
    if (text !== undefined && !state.entries.has(text) && !state.open) return { known: false };
    return matches(run, entry.pattern, readIndex(run, value, [key], node), node);
  });
  if (pattern.rest !== undefined) writeName(run, pattern.rest, restOf(run, pattern, state));
  return tests.reduce((a, b) => both(run, a, b), { known: true });
}

/** The entries that no key of the pattern names. */
function restOf(run: Run, pattern: Extract<CasePattern, { kind: 'mapping' }>, { entries, open }: DictObject): Value {
  const named = pattern.entries.map(({ key }) => constantKey(evaluate(run, key)));
  if (open || named.includes(undefined)) return unknown(run, 'unmodelled', pattern.rest);
  const others = [...entries].filter(([key]) => !named.includes(key));
  return newDict(
    run,
    others.map(([, { key, value }]) => [key, value] as const),
  );
}

/** The attributes that positional patterns of a class stand for: its `__match_args__`, or the fields of a dataclass. */
function positionalNames(run: Run, value: Value, count: number): readonly string[] | undefined {
  const state = count > 0 ? instanceOf(run, value) : undefined;
  if (!state) return undefined;
  const given = classAttribute(run, state.class, '__match_args__')?.value;
  const items = given && itemsOf(run, given).items;
  if (items) return items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
  return dataFields(run, value)?.map(([name]) => name);
}

function matchClass(run: Run, pattern: Extract<CasePattern, { kind: 'class' }>, value: Value, node: Match): Test {
  const own = truth(run, isInstance(run, value, evaluate(run, pattern.callee)));
  if (own.known === false) return own;
  const [first] = pattern.args;
  const names = positionalNames(run, value, pattern.args.length);
  const tests = pattern.keywords.map(({ name, pattern: inner }) =>
    matches(run, inner, readAttribute(run, value, name, node), node),
  );
  if (names) {
    for (const [i, inner] of pattern.args.entries()) {
      const name = names[i];
      tests.push(name === undefined ? unknownTest(run) : matches(run, inner, readAttribute(run, value, name, node), node));
    }
  } else if (first && pattern.args.length === 1 && instanceOf(run, value) === undefined)
    tests.push(matches(run, first, value, node));
  else if (pattern.args.length > 0) tests.push(unknownTest(run));
  return tests.reduce((a, b) => both(run, a, b), own);
}
