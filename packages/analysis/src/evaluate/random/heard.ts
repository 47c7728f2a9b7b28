/**
 * What rules hear of values that were drawn at random: all but the numbers. What is wrong with a program is not wrong by accident, and a
 * check, which follows no random numbers, says the same.
 */
import type { ArrayValue, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import type { Run } from '../run/run.ts';

/** Rules compare values by identity: the same value is always heard as the same. */
const heard = new WeakMap<Value, Value>();

export function withoutDraws(run: Run, value: Value): Value {
  return run.drawn.isUsed ? withoutDrawsWithin(run, value, 12) : value;
}

function withoutDrawsWithin(run: Run, value: Value, depth: number): Value {
  if (depth === 0 || (value.kind !== 'tuple' && value.kind !== 'array' && value.kind !== 'float' && value.kind !== 'int'))
    return value;
  const known = heard.get(value);
  if (known) return known;
  if (value.kind === 'tuple') {
    const items = value.items.map((item) => withoutDrawsWithin(run, item, depth - 1));
    return items.every((item, i) => item === value.items[i]) ? value : remembered(value, { ...value, items });
  }
  if (!run.drawn.values.has(value)) return value;
  if (value.kind === 'array') return remembered(value, arrayWithout(run, value, depth));
  return remembered(value, { kind: 'unknown', reason: { key: 'random' }, ...(value.space ? { space: value.space } : {}) });
}

function arrayWithout(run: Run, value: ArrayValue, depth: number): ArrayValue {
  const { form } = value;
  const rest: ArrayValue = { ...withoutElements(value), reason: { key: 'random' } };
  if (!form) return rest;
  return { ...rest, form: { ...form, operands: form.operands.map((operand) => withoutDrawsWithin(run, operand, depth - 1)) } };
}

function remembered(value: Value, other: Value): Value {
  heard.set(value, other);
  return other;
}
