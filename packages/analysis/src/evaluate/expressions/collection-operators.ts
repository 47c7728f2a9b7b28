/** Operators of lists, texts, dicts and sets. */
import type { BinaryOperator } from '@softlens/syntax';
import { formatted } from '../../builtins/text/display.ts';
import { text, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import { allocate, appended, followed, knownItems, newList, newSet, stateOf } from '../objects/objects.ts';
import { isPython, overBudget, type Run } from '../run/run.ts';
import { countersTogether } from './counters.ts';
import { hashKey } from './equality.ts';

export function collectionOperator(run: Run, operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  const counted = countersTogether(run, operator, left, right);
  if (counted) return counted;
  if (operator === '+') return concatenation(run, left, right);
  if (operator === '*') return repetition(run, left, right) ?? repetition(run, right, left);
  if (operator === '%' && left.kind === 'text' && isPython(run)) {
    return formatted(run, left.value, right);
  }
  if (operator === '|' && isPython(run)) return union(run, left, right) ?? setOperator(run, operator, left, right);
  return isPython(run) ? setOperator(run, operator, left, right) : undefined;
}

function concatenation(run: Run, left: Value, right: Value): Value | undefined {
  if (left.kind === 'text' && right.kind === 'text') {
    return left.value.length + right.value.length > run.budget.text ? overBudget(run, 'text') : text(left.value + right.value);
  }
  if (!isPython(run)) return undefined;
  if (left.kind === 'tuple' && right.kind === 'tuple') return limited(run, [...left.items, ...right.items], tuple);
  if (left.kind !== 'reference' || right.kind !== 'reference') return undefined;
  const [a, b] = [stateOf(run, left), stateOf(run, right)];
  if (a?.kind !== 'list' || b?.kind !== 'list') return undefined;
  if (a.items && b.items) return limited(run, [...a.items, ...b.items], (items) => newList(run, items));
  return allocate(run, b.items ? appended(run, a, b.items) : followed(run, a, b.element, b.tail));
}

function repetition(run: Run, sequence: Value, times: Value): Value | undefined {
  if (times.kind !== 'int') return undefined;
  const count = Math.max(0, Number(times.value));
  if (sequence.kind === 'text' && isPython(run)) {
    return sequence.value.length * count > run.budget.text ? overBudget(run, 'text') : text(sequence.value.repeat(count));
  }
  const items = sequence.kind === 'tuple' || isList(run, sequence) ? knownItems(run, sequence) : undefined;
  if (!items) return undefined;
  if (items.length * count > run.budget.collection) return overBudget(run, 'collection');
  const repeated = Array.from({ length: items.length * count }, (_, i) => items[i % items.length] as Value);
  return sequence.kind === 'tuple' ? tuple(repeated) : newList(run, repeated);
}

export const isList = (run: Run, value: Value): boolean => value.kind === 'reference' && stateOf(run, value)?.kind === 'list';

function limited(run: Run, items: readonly Value[], make: (items: readonly Value[]) => Value): Value {
  return items.length > run.budget.collection ? overBudget(run, 'collection') : make(items);
}

function union(run: Run, left: Value, right: Value): Value | undefined {
  if (left.kind !== 'reference' || right.kind !== 'reference') return undefined;
  const [a, b] = [stateOf(run, left), stateOf(run, right)];
  if (a?.kind !== 'dict' || b?.kind !== 'dict') return undefined;
  return allocate(run, { kind: 'dict', entries: new Map([...a.entries, ...b.entries]), open: a.open || b.open });
}

/** `a & b`, `a - b` of sets. */
function setOperator(run: Run, operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  const [a, b] = [setItems(run, left), setItems(run, right)];
  if (!a || !b) return undefined;
  const [keysA, keysB] = [a, b].map((items) => new Set(items.map((item) => hashKey(run, item))));
  const onlyIn = (items: readonly Value[], keys: ReadonlySet<string | undefined> | undefined): readonly Value[] =>
    items.filter((item) => !keys?.has(hashKey(run, item)));
  switch (operator) {
    case '|':
      return newSet(run, [...a, ...b]);
    case '&':
      return newSet(
        run,
        a.filter((item) => keysB?.has(hashKey(run, item))),
      );
    case '-':
      return newSet(run, onlyIn(a, keysB));
    case '^':
      return newSet(run, [...onlyIn(a, keysB), ...onlyIn(b, keysA)]);
    default:
      return undefined;
  }
}

export function setItems(run: Run, value: Value): readonly Value[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'set' ? state.items : undefined;
}
