import type { Literal } from '@softlens/frameworks';
import { describe, expect, test } from 'vitest';
import {
  arrayFromNested,
  binaryOperation,
  dialectOf,
  indexArray,
  type OperationContext,
  runOperation,
} from '../../src/operations/index.ts';
import type { Value } from '../../src/values/value.ts';

const place = { path: 'a.py', start: 0, end: 1 };

function contextOf(library: string): OperationContext {
  return { library, dialect: dialectOf(library), place, maxElements: 4096 };
}
const numpy = contextOf('numpy');

function value(literal: Literal): Value {
  if (literal === null) return { kind: 'none' };
  if (typeof literal === 'boolean') return { kind: 'bool', value: literal };
  if (typeof literal === 'number')
    return Number.isInteger(literal) ? { kind: 'int', value: literal } : { kind: 'float', value: literal };
  if (typeof literal === 'string') return { kind: 'text', value: literal };
  return { kind: 'tuple', items: literal.map(value) };
}

const run = (op: string, args: Readonly<Record<string, Value>>, context = numpy): Value =>
  runOperation(op, new Map(Object.entries(args)), context);
const none = value(null);
const all: Value = { kind: 'slice' };

function unknownArray(...shape: (number | string)[]): Value {
  return { kind: 'array', library: 'numpy', dtype: 'float64', shape, reason: { key: 'random' } };
}

const x = unknownArray('N', 10);
const exp = (v: Value): Value => run('exp', { x: v });
const sum = (v: Value, axis: number, keepdims = false): Value =>
  run('sum', { x: v, axis: value(axis), keepdims: value(keepdims) });
const max = (v: Value, axis: number): Value => run('max', { x: v, axis: value(axis), keepdims: value(true) });
const divide = (a: Value, b: Value): Value => binaryOperation('/', a, b, numpy);
const subtract = (a: Value, b: Value): Value => binaryOperation('-', a, b, numpy);
const add = (a: Value, b: Value): Value => binaryOperation('+', a, b, numpy);
const negative = (v: Value): Value => run('negative', { x: v });
const columns = (v: Value): Value => (v.kind === 'array' ? indexArray(v, [all, none], numpy) : v);

function meaning(result: Value): unknown {
  if (result.kind !== 'array' && result.kind !== 'float') return result;
  const { name, family, axis, classes } = result.space ?? {};
  return { name, family, axis, classes };
}

describe('a hand-written softmax gives probabilities', () => {
  const probabilities = { name: 'probabilities', family: 'categorical', axis: 1, classes: 10 };

  test('with keepdims', () => expect(meaning(divide(exp(x), sum(exp(x), 1, true)))).toEqual(probabilities));
  test('with the axis put back by hand', () => expect(meaning(divide(exp(x), columns(sum(exp(x), -1))))).toEqual(probabilities));
  test('with the maximum subtracted, written twice', () => {
    const shifted = (): Value => exp(subtract(x, max(x, -1)));
    expect(meaning(divide(shifted(), sum(shifted(), -1, true)))).toEqual(probabilities);
  });
  test('of one vector, in numbers', () => {
    const e = exp(arrayFromNested(value([2, 1, 0.1]), undefined, numpy));
    expect(meaning(divide(e, run('sum', { x: e })))).toEqual({ ...probabilities, axis: 0, classes: 3 });
  });
  test('not when the sum is broadcast along another axis', () => {
    const square = unknownArray(10, 10);
    expect(meaning(divide(exp(square), sum(exp(square), 1)))).toMatchObject({ name: undefined });
  });
  test('not when the sum is of something else', () => {
    expect(meaning(divide(exp(x), sum(exp(unknownArray('N', 10)), 1, true)))).toMatchObject({ name: undefined });
  });
});

describe('a hand-written sigmoid gives Bernoulli probabilities', () => {
  const bernoulli = { name: 'probabilities', family: 'bernoulli', axis: undefined, classes: undefined };

  test('1 / (1 + exp(-x))', () => expect(meaning(divide(value(1), add(value(1), exp(negative(x)))))).toEqual(bernoulli));
  test('exp(x) / (1 + exp(x))', () => expect(meaning(divide(exp(x), add(exp(x), value(1))))).toEqual(bernoulli));
  test('not 1 / (2 + exp(-x))', () =>
    expect(meaning(divide(value(1), add(value(2), exp(negative(x)))))).toMatchObject({ name: undefined }));
});

describe('a hand-written log-softmax gives log-probabilities', () => {
  const logProbabilities = { name: 'log-probabilities', family: 'categorical', axis: 1, classes: 10 };

  test('x - log(sum(exp(x)))', () => {
    expect(meaning(subtract(x, run('log', { x: sum(exp(x), 1, true) })))).toEqual(logProbabilities);
  });
  test('x - logsumexp(x)', () => {
    expect(meaning(subtract(x, run('logSumExp', { x, axis: value(1), keepdims: value(true) })))).toEqual(logProbabilities);
  });
  test('x - (m + log(sum(exp(x - m))))', () => {
    const m = max(x, 1);
    expect(meaning(subtract(x, add(m, run('log', { x: sum(exp(subtract(x, m)), 1, true) }))))).toEqual(logProbabilities);
  });
});
