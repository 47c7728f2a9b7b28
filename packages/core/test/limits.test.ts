import { describe, expect, test } from 'vitest';
import { expit, logistic, logit, logSigmoid, sigmoid, softplus } from '../src/scalar/index.ts';
import { hardmax, logSoftmax, logSumExp, softmax, softmin, sparsemax } from '../src/vector/index.ts';

const vector = { softmax, softmin, logSoftmax, hardmax, sparsemax };

test('the sigmoid has three names', () => {
  expect(expit).toBe(sigmoid);
  expect(logistic).toBe(sigmoid);
});

test.each([
  ['sigmoid', sigmoid, 0, 1],
  ['logSigmoid', logSigmoid, -Infinity, -0],
  ['softplus', softplus, 0, Infinity],
] as const)('%s at −∞, ∞ and NaN', (_, compute, low, high) => {
  expect(compute(-Infinity)).toBe(low);
  expect(compute(Infinity)).toBe(high);
  expect(compute(Number.NaN)).toBeNaN();
});

test('logit at the ends of [0, 1], at ½, and outside', () => {
  expect([0, 0.5, 1].map(logit)).toEqual([-Infinity, 0, Infinity]);
  for (const p of [-5e-324, 1.0000000000000002, Number.NaN, Infinity]) expect(logit(p)).toBeNaN();
});

describe('vectors', () => {
  test.each(Object.entries({ ...vector, logSumExp }))('%s: an empty vector is a RangeError that names it', (name, compute) => {
    expect(() => compute([])).toThrow(new RangeError(`${name}: the vector is empty`));
  });

  test.each(Object.entries(vector))('%s: NaN anywhere gives NaN everywhere', (_, compute) => {
    for (const z of [[Number.NaN], [1, Number.NaN], [Number.NaN, 1, -Infinity], [5000, Number.NaN], [Infinity, Number.NaN]]) {
      expect([...compute(z)].every(Number.isNaN), String(z)).toBe(true);
    }
  });

  test.each([
    [
      [Infinity, 0],
      [1, 0],
    ],
    [
      [Infinity, 3, Infinity, -Infinity],
      [0.5, 0, 0.5, 0],
    ],
    [
      [0, -Infinity, 0],
      [0.5, 0, 0.5],
    ],
    [
      [-Infinity, 7],
      [0, 1],
    ],
    [
      [-Infinity, -Infinity],
      [Number.NaN, Number.NaN],
    ],
  ])('softmax and sparsemax of %j', (z, expected) => {
    expect([...softmax(z)]).toEqual(expected);
    expect([...sparsemax(z)]).toEqual(expected);
    expect([...logSoftmax(z)]).toEqual(expected.map(Math.log));
    expect([...softmin(z.map((x) => -x))]).toEqual(expected);
  });

  test('logSumExp of infinities and NaN', () => {
    expect(logSumExp([Infinity, 1, -Infinity])).toBe(Infinity);
    expect(logSumExp([-Infinity, 1, -Infinity])).toBe(1);
    expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
    for (const z of [[Number.NaN], [1, Number.NaN], [Infinity, Number.NaN], [5000, Number.NaN]]) expect(logSumExp(z)).toBeNaN();
  });

  test('temperature 0 shares among the largest, ∞ among all above −∞; hardmax takes the first', () => {
    const z = [1, 3, 3, -Infinity];
    expect([...softmax(z, { temperature: 0 })]).toEqual([0, 0.5, 0.5, 0]);
    expect([...logSoftmax(z, { temperature: 0 })]).toEqual([-Infinity, -Math.LN2, -Math.LN2, -Infinity]);
    expect([...softmax([1, 2, 3, 4, -Infinity], { temperature: Infinity })]).toEqual([0.25, 0.25, 0.25, 0.25, 0]);
    expect([...hardmax(z)]).toEqual([0, 1, 0, 0]);
  });

  test.each([-1, Number.NaN])('temperature %d is a RangeError', (temperature) => {
    for (const compute of [softmax, softmin, logSoftmax]) expect(() => compute([1, 2], { temperature })).toThrow(RangeError);
  });

  test('the argument is any array-like of numbers, and stays as it was', () => {
    const z = Float32Array.of(2, 1, 0);
    expect(softmax(z)).toEqual(softmax([2, 1, 0]));
    expect([...z]).toEqual([2, 1, 0]);
  });
});
