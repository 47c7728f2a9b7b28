import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allClose,
  applySigmoidHead,
  applySoftmaxHead,
  array,
  fromData,
  index,
  minPFilter,
  sigmoidHeadParameters,
  softmax,
  softmaxHeadParameters,
  topKFilter,
  topPFilter,
  toSigmoidHead,
  toSoftmaxHead,
} from '../../src/index.ts';

const cut = -Infinity;
const logits = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 8 });
const kept = (filtered: { readonly data: ArrayLike<number> }): number[] =>
  Array.from(filtered.data).flatMap((x, i) => (x === cut ? [] : [i]));

describe('top-k', () => {
  test('keeps k logits unchanged, none smaller than one it removes', () => {
    fc.assert(
      fc.property(logits, fc.integer({ min: 1, max: 9 }), (z, k) => {
        const stays = kept(topKFilter(z, k, { ties: 'first' }));
        expect(stays.length).toBe(Math.min(k, z.length));
        const least = Math.min(...stays.map((i) => z[i] ?? Number.NaN));
        expect(z.every((x, i) => stays.includes(i) || x <= least)).toBe(true);
      }),
    );
  });

  test('a tie at the edge stays as a whole, unless only the first are wanted', () => {
    expect(topKFilter([3, 1, 1, 0], 2)).toEqual(array([3, 1, 1, cut]));
    expect(topKFilter([3, 1, 1, 0], 2, { ties: 'first' })).toEqual(array([3, 1, cut, cut]));
  });

  test('works along any axis, with any fill', () => {
    expect(
      topKFilter(
        [
          [1, 2],
          [3, 0],
        ],
        1,
        { axis: 0, fill: -1e9 },
      ),
    ).toEqual(
      array([
        [-1e9, 2],
        [3, -1e9],
      ]),
    );
    expect(() => topKFilter([1], 0)).toThrow('topKFilter: k = 0 is no positive integer');
  });
});

describe('top-p', () => {
  test('keeps the fewest classes that reach p', () => {
    fc.assert(
      fc.property(logits, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (z, p) => {
        const probabilities = softmax(z);
        const stays = kept(topPFilter(z, p)).map((i) => probabilities[i] ?? 0);
        const total = stays.reduce((sum, x) => sum + x, 0);
        expect(total).toBeGreaterThanOrEqual(p - 1e-12);
        if (stays.length > 1) expect(total - Math.min(...stays)).toBeLessThan(p + 1e-12);
      }),
    );
  });

  test('1 keeps all, 0 the most probable, and of a tie at the edge the first ones stay', () => {
    expect(kept(topPFilter([3, -700, 1], 1))).toEqual([0, 1, 2]);
    expect(kept(topPFilter([1, 3, 3], 0))).toEqual([1]);
    expect(kept(topPFilter([0, 0, 0, 0], 0.5))).toEqual([0, 1]);
    expect(kept(topPFilter([5, 0, 0], 0.5, { minKeep: 2 }))).toEqual([0, 1]);
  });
});

test('min-p keeps what is at least p times as probable as the best', () => {
  fc.assert(
    fc.property(logits, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (z, p) => {
      const probabilities = softmax(z);
      const best = Math.max(...probabilities);
      const stays = new Set(kept(minPFilter(z, p)));
      probabilities.forEach((x, i) => {
        if (Math.abs(x - p * best) > 1e-12 * best) expect(stays.has(i)).toBe(x > p * best);
      });
    }),
  );
});

describe('two-class heads', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const numbers = (length: number): fc.Arbitrary<number[]> => fc.array(number, { minLength: length, maxLength: length });
  const heads = fc.integer({ min: 1, max: 6 }).chain((d) =>
    fc.record({
      softmaxHead: fc.record({
        weights: numbers(2 * d).map((data) => fromData(data, [2, d])),
        bias: numbers(2).map((data) => fromData(data, [2])),
      }),
      sigmoidHead: fc.record({ weights: numbers(d).map((data) => fromData(data, [d])), bias: number.map((b) => array(b)) }),
      inputs: numbers(3 * d).map((data) => fromData(data, [3, d])),
    }),
  );
  const close = { relative: 1e-12, absolute: 1e-14 };

  test('a softmax head and its sigmoid head give the same probability of class 1', () => {
    fc.assert(
      fc.property(heads, ({ softmaxHead, inputs }) => {
        const ofClass1 = index(applySoftmaxHead(softmaxHead, inputs), ['ellipsis', 1]);
        expect(allClose(applySigmoidHead(toSigmoidHead(softmaxHead), inputs), ofClass1, close)).toBe(true);
      }),
    );
  });

  test('a sigmoid head survives the way there and back', () => {
    fc.assert(
      fc.property(heads, ({ sigmoidHead, inputs }) => {
        expect(toSigmoidHead(toSoftmaxHead(sigmoidHead))).toEqual(sigmoidHead);
        const ofClass1 = index(applySoftmaxHead(toSoftmaxHead(sigmoidHead), inputs), ['ellipsis', 1]);
        expect(allClose(applySigmoidHead(sigmoidHead, inputs), ofClass1, close)).toBe(true);
      }),
    );
  });

  test('the sigmoid head has half the parameters', () => {
    fc.assert(
      fc.property(fc.nat(1000), (d) => {
        expect(softmaxHeadParameters(d)).toBe(2 * sigmoidHeadParameters(d));
      }),
    );
    expect(softmaxHeadParameters(768)).toBe(1538);
  });

  test('other shapes are an error', () => {
    expect(() => toSigmoidHead({ weights: [[1], [2], [3]], bias: [0, 0, 0] })).toThrow('are not [2, d] and [2]');
    expect(() => toSoftmaxHead({ weights: [[1]], bias: 0 })).toThrow('are not [d] and []');
  });
});
