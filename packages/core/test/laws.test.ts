import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logit, logSigmoid, sigmoid, softplus } from '../src/scalar/index.ts';
import { logSoftmax, logSumExp, softmax, softmin, sparsemax } from '../src/vector/index.ts';
import { steps } from './ulp.ts';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const logits = fc.array(fc.oneof(fc.double({ min: -40, max: 40, noNaN: true }), finite), { minLength: 1, maxLength: 40 });
const temperature = fc.double({ min: 1e-3, max: 1e3, noNaN: true });

/** Multiples of 2^-20 below 2^11: their sums and differences are exact. */
const gridded = fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((n) => n / 2 ** 20);
const griddedLogits = fc.array(gridded, { minLength: 1, maxLength: 40 });

describe('softmax', () => {
  test('sums to 1', () => {
    fc.assert(
      fc.property(logits, temperature, (z, t) => {
        expect(Math.abs(sum(softmax(z, { temperature: t })) - 1)).toBeLessThan(2 ** -51);
      }),
    );
  });

  test('is finite and in [0, 1] for finite logits, however large', () => {
    fc.assert(
      fc.property(logits, (z) => {
        for (const p of softmax(z)) expect(p >= 0 && p <= 1).toBe(true);
      }),
    );
  });

  test('does not change when all logits are shifted', () => {
    fc.assert(
      fc.property(griddedLogits, gridded, (z, shift) => {
        expect(apart(softmax(z), softmax(z.map((x) => x + shift)))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('rises in its own logit and falls in every other', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 9 }), fc.nat(8), (z, at) => {
        const raised = z.map((x, i) => (i === at % z.length ? x + 0.001 : x));
        const before = softmax(z);
        softmax(raised).forEach((p, i) => {
          expect(i === at % z.length ? p > before[i]! : p < before[i]!).toBe(true);
        });
      }),
    );
  });

  test('of z at temperature T is softmax of z / T, where the quotient is exact', () => {
    fc.assert(
      fc.property(griddedLogits, fc.integer({ min: -20, max: 20 }), (z, power) => {
        const t = 2 ** power;
        expect(apart(softmax(z, { temperature: t }), softmax(z.map((x) => x / t)))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('in two classes is the sigmoid of the difference', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double({ min: -800, max: 800, noNaN: true }), finite), (x) => {
        expect(Math.abs(steps(sigmoid(x), softmax([x, 0])[0]!))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of the negated values is softmin', () => {
    fc.assert(
      fc.property(logits, (z) => {
        expect(softmin(z)).toEqual(softmax(z.map((x) => -x)));
      }),
    );
  });

  test('has logSoftmax as its logarithm', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -300, max: 300, noNaN: true }), { minLength: 1, maxLength: 40 }), (z) => {
        const p = softmax(z);
        logSoftmax(z).forEach((log, i) => {
          expect(Math.exp(log) / p[i]!).toBeCloseTo(1, 12);
        });
      }),
    );
  });
});

describe('logSumExp', () => {
  test('moves with a shift of all its arguments', () => {
    fc.assert(
      fc.property(griddedLogits, gridded, (z, shift) => {
        const moved = logSumExp(z.map((x) => x + shift));
        const size = Math.max(Math.abs(moved), Math.abs(shift), Math.abs(moved - shift));
        expect(Math.abs(logSumExp(z) + shift - moved)).toBeLessThanOrEqual(size * 2 ** -51);
      }),
    );
  });

  test('lies between the maximum and the maximum + log K', () => {
    fc.assert(
      fc.property(logits, (z) => {
        const max = Math.max(...z);
        const result = logSumExp(z);
        expect(result).toBeGreaterThanOrEqual(max);
        expect(result).toBeLessThanOrEqual(max + Math.log(z.length) + 2 ** -50 * Math.max(1, Math.abs(max)));
      }),
    );
  });

  test('of log-probabilities is 0, but for their own rounding', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 40 }), (z) => {
        expect(Math.abs(logSumExp(logSoftmax(z)))).toBeLessThan(2 ** -50);
      }),
    );
  });
});

describe('the sigmoid family', () => {
  test('sigmoid rises, and sigmoid(x) + sigmoid(−x) = 1', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 25, noNaN: true }), (x) => {
        expect(sigmoid(x + 1e-3)).toBeGreaterThan(sigmoid(x));
        expect(Math.abs(sigmoid(x) + sigmoid(-x) - 1)).toBeLessThanOrEqual(2 ** -52);
      }),
    );
  });

  test('logit undoes sigmoid', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 2, noNaN: true }), (x) => {
        expect(Math.abs(logit(sigmoid(x)) - x)).toBeLessThanOrEqual(2 ** -50 * Math.max(1, Math.abs(x)));
      }),
    );
  });

  test('softplus(x) − softplus(−x) = x, and logSigmoid is its mirror image', () => {
    fc.assert(
      fc.property(finite, (x) => {
        expect(Math.abs(softplus(x) - softplus(-x) - x)).toBeLessThanOrEqual(2 ** -52 * Math.max(1, Math.abs(x)));
        expect(logSigmoid(x)).toBe(-softplus(-x));
      }),
    );
  });
});

test('sparsemax gives the nearest point of the simplex: one threshold for all that is above 0', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 20 }), (z) => {
      const p = sparsemax(z);
      expect(sum(p)).toBeCloseTo(1, 14);
      const threshold = Math.max(...z) - Math.max(...p);
      p.forEach((value, i) => {
        expect(value).toBeCloseTo(Math.max(0, z[i]! - threshold), 14);
      });
    }),
  );
});

/** The largest distance between two vectors, in float64 steps. */
function apart(a: Float64Array, b: Float64Array): number {
  return Math.max(...a.map((value, i) => Math.abs(steps(value, b[i]!))));
}

/** Neumaier's compensated sum. */
function sum(values: Float64Array): number {
  let total = 0;
  let rest = 0;
  for (const value of values) {
    const next = total + value;
    rest += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + rest;
}
