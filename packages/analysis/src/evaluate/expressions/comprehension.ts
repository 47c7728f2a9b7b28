/** Comprehensions: a scope of their own, and as many turns as are known. */
import type { Comprehension } from '@softlens/syntax';
import type { Value } from '../../values/value.ts';
import {
  allocate,
  newBag,
  newDict,
  newIterator,
  newList,
  newOpenList,
  newSet,
  newUnordered,
  stateOf,
} from '../objects/objects.ts';
import { afterUnseen } from '../random/effects.ts';
import { unfollowed } from '../random/state.ts';
import { overBudget, type Run } from '../run/run.ts';
import { createScope } from '../run/scope.ts';
import { anyOf } from '../state/alternatives.ts';
import { assignPattern } from '../statements/assignment.ts';
import { truth } from '../statements/conditions.ts';
import { elementOf, itemsOf } from '../statements/iteration.ts';
import { hashKey } from './equality.ts';
import { evaluate } from './expressions.ts';

/** Steps of one comprehension. A check is after meanings: a table of numbers that a comprehension fills tells none. */
const maxSteps = 30_000;
const maxStepsOfCheck = 3_000;

interface Collected {
  readonly keys: Value[];
  readonly values: Value[];
  /** False when some item may be missing or there may be more. */
  exact: boolean;
  /** All are there, in an order that is not known. */
  shuffled: boolean;
  /** There are more of them, behind those that are known. */
  endless: boolean;
}

export function comprehension(run: Run, expression: Comprehension): Value {
  const { frame } = run;
  const outer = frame.scope;
  frame.scope = { ...createScope(run, 'function', frame.document, outer), isComprehension: true };
  const collected: Collected = { keys: [], values: [], exact: true, shuffled: false, endless: false };
  try {
    if (expression.type === 'generator' || expression.clauses.some(({ conditions }) => conditions.length > 0))
      unfollowed(run, () => collect(run, expression, 0, collected));
    else collect(run, expression, 0, collected);
  } finally {
    frame.scope = outer;
  }
  if (collected.values.length > run.budget.collection) return overBudget(run, 'collection');
  return resultOf(run, expression.type, collected);
}

function resultOf(run: Run, type: Comprehension['type'], { keys, values, exact, shuffled, endless }: Collected): Value {
  if (type === 'dict') {
    if (exact) {
      const made = newDict(
        run,
        keys.map((key, i) => [key, values[i] as Value] as const),
      );
      const state = shuffled ? stateOf(run, made) : undefined;
      return state?.kind === 'dict' ? newUnordered(run, state) : made;
    }
    return openDict(run, keys, values);
  }
  if (type === 'set') return exact ? newSet(run, values) : allocate(run, { kind: 'set' });
  if (exact && shuffled && values.length > 1) return newBag(run, values, anyOf(run, values));
  if (exact) return type === 'generator' ? newIterator(run, values, endless) : newList(run, values);
  return newOpenList(run, values.length > 0 ? anyOf(run, values) : undefined);
}

/** Keys that are known keep their own values, though they may be missing. */
function openDict(run: Run, keys: readonly Value[], values: readonly Value[]): Value {
  const known = new Map<string, { readonly key: Value; readonly values: Value[] }>();
  const others: Value[] = [];
  for (const [i, value] of values.entries()) {
    const key = keys[i] as Value;
    const text = hashKey(run, key);
    if (text === undefined) others.push(value);
    else known.set(text, { key, values: [...(known.get(text)?.values ?? []), value] });
  }
  const entries = new Map([...known].map(([text, { key, values: same }]) => [text, { key, value: anyOf(run, same) }] as const));
  return allocate(run, { kind: 'dict', entries, open: true, ...(others.length > 0 ? { rest: anyOf(run, others) } : {}) });
}

function collect(run: Run, expression: Comprehension, level: number, into: Collected): void {
  const clause = expression.clauses[level];
  if (!clause) {
    if (expression.key) into.keys.push(evaluate(run, expression.key));
    into.values.push(evaluate(run, expression.element));
    return;
  }
  const source = itemsOf(run, evaluate(run, clause.iterable), clause.iterable);
  const steps = run.steps;
  const isLazy = expression.type === 'generator' && expression.clauses.length === 1;
  const items = source.items ?? source.bag ?? (isLazy ? source.beginning : undefined);
  const turns = items ?? eachOf(elementOf(run, source));
  if (!source.items) afterUnseen(run);
  if (!items) into.exact = false;
  else if (source.bag) into.shuffled = true;
  else if (!source.items) into.endless = true;
  for (const [i, item] of turns.entries()) {
    if (
      i >= run.budget.turns * 4 ||
      run.steps - steps > (run.recorder ? maxSteps : maxStepsOfCheck) ||
      into.values.length > run.budget.collection
    ) {
      into.exact = false;
      overBudget(run, 'turns');
      return;
    }
    assignPattern(run, clause.target, item, clause.iterable, 'let');
    if (passes(run, clause.conditions, into)) collect(run, expression, level + 1, into);
  }
}

/** An item that is one of several pairs is taken apart pair by pair, so that keys and values stay together. */
function eachOf(element: Value): readonly Value[] {
  const isPair = element.kind === 'alternatives' && element.of.some(({ value }) => value.kind === 'tuple');
  return isPair ? element.of.map(({ value }) => value) : [element];
}

function passes(run: Run, conditions: Comprehension['clauses'][number]['conditions'], into: Collected): boolean {
  for (const condition of conditions) {
    const test = truth(run, evaluate(run, condition));
    if (test.known === false) return false;
    if (test.known === undefined) into.exact = false;
  }
  return true;
}
