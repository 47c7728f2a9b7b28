import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  activate,
  allClose,
  array,
  binaryCrossEntropy,
  binaryCrossEntropyGradient,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  crossEntropyGradient,
  entropy,
  entropyOfLogits,
  focalLoss,
  fromData,
  item,
  jensenShannon,
  klDivergence,
  logSoftmaxAlong,
  map,
  margin,
  matmul,
  type NdArray,
  negativeLogLikelihood,
  perplexity,
  relativeEntropy,
  sigmoid,
  sigmoidDerivative,
  sigmoidFocalLoss,
  softmaxAlong,
  softmaxJacobian,
  softmaxJacobianProduct,
  sum,
  toNested,
  topOdds,
} from '../../src/index.ts';

const logit = fc.double({ min: -20, max: 20, noNaN: true });
const batches = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 5 })).chain(([items, classes]) =>
  fc.record({
    logits: fc
      .array(logit, { minLength: items * classes, maxLength: items * classes })
      .map((data) => fromData(data, [items, classes])),
    labels: fc
      .array(fc.nat({ max: classes - 1 }), { minLength: items, maxLength: items })
      .map((data) => fromData(data, [items], 'int64')),
    soft: fc
      .array(logit, { minLength: items * classes, maxLength: items * classes })
      .map((data) => softmaxAlong(fromData(data, [items, classes]), 1)),
  }),
);

function close(a: NdArray, b: NdArray, absolute = 1e-12): void {
  expect(allClose(a, b, { relative: 1e-9, absolute }), `${JSON.stringify(toNested(a))} and ${JSON.stringify(toNested(b))}`).toBe(
    true,
  );
}

/** The central difference of a scalar function at every element. */
function differences(f: (z: NdArray) => number, z: NdArray, h = 1e-5): NdArray {
  const moved = (at: number, by: number): NdArray =>
    fromData(
      Array.from(z.data, (x, i) => (i === at ? x + by : x)),
      z.shape,
    );
  return fromData(
    Array.from(z.data, (_, i) => (f(moved(i, h)) - f(moved(i, -h))) / (2 * h)),
    z.shape,
  );
}

describe('cross-entropy', () => {
  test('is the negative log-likelihood of log-softmax, and focal loss without focus', () => {
    fc.assert(
      fc.property(batches, ({ logits, labels }) => {
        close(crossEntropy(logits, labels), negativeLogLikelihood(logSoftmaxAlong(logits, 1), labels));
        close(crossEntropy(logits, labels), focalLoss(logits, labels, { gamma: 0 }));
      }),
    );
  });

  test('from a distribution is its entropy plus the divergence from it', () => {
    fc.assert(
      fc.property(batches, ({ logits, soft }) => {
        const divergence = sum(klDivergence(logSoftmaxAlong(logits, 1), soft, { reduction: 'none' }), { axis: 1 });
        const both = fromData(
          Array.from(divergence.data, (d, i) => d + (entropy(soft).data[i] ?? Number.NaN)),
          divergence.shape,
        );
        close(crossEntropy(logits, soft, { reduction: 'none' }), both, 1e-9);
      }),
    );
  });

  test('of two classes is binary cross-entropy of the difference', () => {
    fc.assert(
      fc.property(logit, logit, fc.constantFrom(0, 1), (z0, z1, label) => {
        close(crossEntropy([z0, z1], label), binaryCrossEntropyWithLogits(z1 - z0, label));
        close(binaryCrossEntropyWithLogits(z1, label), binaryCrossEntropy(sigmoid(z1), label), 1e-6);
        close(sigmoidFocalLoss(z1, label, { gamma: 0, alpha: -1 }), binaryCrossEntropyWithLogits(z1, label));
      }),
    );
  });

  test('smoothing mixes in the mean over the classes', () => {
    fc.assert(
      fc.property(batches, fc.double({ min: 0, max: 1, noNaN: true }), ({ logits, labels }, labelSmoothing) => {
        const classes = logits.shape[1] ?? 0;
        const uniform = item(
          crossEntropy(
            logits,
            map(logits, () => 1 / classes),
          ),
        );
        const hard = item(crossEntropy(logits, labels));
        const mixed = (1 - labelSmoothing) * hard + labelSmoothing * uniform;
        expect(item(crossEntropy(logits, labels, { labelSmoothing }))).toBeCloseTo(mixed, 8);
      }),
    );
  });

  test('ignored items neither cost nor count, and nothing but them gives NaN', () => {
    const logits = [
      [2, 1],
      [0, 3],
    ];
    expect(crossEntropy(logits, [0, -100])).toEqual(crossEntropy([[2, 1]], [0]));
    expect(item(crossEntropy(logits, [-100, -100]))).toBeNaN();
  });

  test('stays exact where softmax underflows and where the class is nearly certain', () => {
    expect(item(crossEntropy([0, 1000], 0))).toBe(1000);
    expect(item(crossEntropy([50, 0], 0))).toBe(Math.exp(-50));
    expect(item(binaryCrossEntropyWithLogits(-1000, 1))).toBe(1000);
  });

  test('keeps float32, and rounds once', () => {
    const loss = crossEntropy(array([2, 1, 0.1], 'float32'), 0);
    expect(loss.dtype).toBe('float32');
    expect(item(loss)).toBe(Math.fround(item(crossEntropy([2, 1, Math.fround(0.1)], 0))));
  });

  test('of an infinite logit is NaN as in the frameworks, although softmax follows the limit', () => {
    expect(item(crossEntropy([Infinity, 0], 0))).toBeNaN();
    expect(toNested(crossEntropyGradient([Infinity, 0], 0))).toEqual([Number.NaN, Number.NaN]);
    expect(toNested(softmaxAlong([Infinity, 0], 0))).toEqual([1, 0]);
    expect(
      toNested(
        softmaxAlong(
          [
            [Infinity, 0],
            [0, 0],
          ],
          1,
          { infinity: 'nan' },
        ),
      ),
    ).toEqual([
      [Number.NaN, Number.NaN],
      [0.5, 0.5],
    ]);
    expect(item(crossEntropy([0, -Infinity], 0))).toBe(0);
  });

  test('errors name the shapes or the class', () => {
    expect(() => crossEntropy([[1, 2]], [2])).toThrow('crossEntropy: target 2 is none of 2 classes');
    expect(() => crossEntropy([[1, 2]], [0, 1])).toThrow('target of shape [2] for logits of shape [1, 2], classes along axis 1');
    expect(() => crossEntropy([1, 2], 0, { weight: [1] })).toThrow('1 weights for 2 classes');
  });
});

test("PyTorch's floor of logarithms makes a certain mistake cost 100", () => {
  expect(item(binaryCrossEntropy(0, 1, { minLog: -100 }))).toBe(100);
  expect(item(binaryCrossEntropy(0, 1))).toBe(Infinity);
  expect(item(binaryCrossEntropy(0, 0))).toBe(0);
});

describe('gradients', () => {
  const options = fc.record({
    labelSmoothing: fc.constantFrom(0, 0.1),
    reduction: fc.constantFrom('sum' as const, 'mean' as const),
    weighted: fc.boolean(),
  });

  test('of cross-entropy are its finite differences', () => {
    fc.assert(
      fc.property(batches, options, fc.boolean(), ({ logits, labels, soft }, { weighted, ...rest }, hard) => {
        const target = hard ? labels : soft;
        const weight = weighted ? Array.from({ length: logits.shape[1] ?? 0 }, (_, c) => c + 0.5) : undefined;
        const all = { ...rest, weight };
        close(
          crossEntropyGradient(logits, target, all),
          differences((z) => item(crossEntropy(z, target, all)), logits),
          1e-7,
        );
      }),
    );
  });

  test('of one item are p − y', () => {
    const p = softmaxAlong(array([2, 1, 0.1]), 0);
    expect(crossEntropyGradient([2, 1, 0.1], 0).data).toEqual(Float64Array.from(p.data, (x, i) => x - (i === 0 ? 1 : 0)));
  });

  test('of binary cross-entropy are its finite differences', () => {
    fc.assert(
      fc.property(batches, ({ logits, soft }) => {
        const posWeight = 3;
        const loss = (z: NdArray): number => item(binaryCrossEntropyWithLogits(z, soft, { posWeight }));
        close(binaryCrossEntropyGradient(logits, soft, { posWeight }), differences(loss, logits), 1e-7);
      }),
    );
  });

  test('of softmax: the product is that with the whole Jacobian, whose rows sum to 0', () => {
    fc.assert(
      fc.property(batches, ({ logits, soft }) => {
        const p = softmaxAlong(fromData(logits.data.slice(0, logits.shape[1]), [logits.shape[1] ?? 0]), 0);
        const v = fromData(soft.data.slice(0, p.data.length), p.shape);
        close(softmaxJacobianProduct(p, v), matmul(softmaxJacobian(p), v));
        close(
          sum(softmaxJacobian(p), { axis: 1 }),
          map(p, () => 0),
        );
      }),
    );
  });

  test('of the sigmoid are its finite differences, and even', () => {
    fc.assert(
      fc.property(logit, (x) => {
        close(
          activate(array(x), sigmoidDerivative),
          differences((z) => sigmoid(item(z)), array(x)),
          1e-9,
        );
        expect(sigmoidDerivative(x)).toBe(sigmoidDerivative(-x));
      }),
    );
    expect(sigmoidDerivative(0)).toBe(0.25);
  });
});

describe('measures', () => {
  test('entropy lies between 0 and log classes, and perplexity is its exponential', () => {
    fc.assert(
      fc.property(batches, ({ soft, logits }) => {
        const most = Math.log(soft.shape[1] ?? 0);
        for (const h of entropy(soft).data) expect(h >= 0 && h <= most + 1e-12).toBe(true);
        close(perplexity(soft), map(entropy(soft), Math.exp));
        close(entropyOfLogits(logits), entropy(softmaxAlong(logits, 1)), 1e-10);
        close(
          entropy(soft, { unit: 'bits' }),
          map(entropy(soft), (h) => h / Math.LN2),
        );
      }),
    );
    expect(item(entropy([0.5, 0.5], { unit: 'bits' }))).toBe(1);
    expect(item(entropy([1, 0]))).toBe(0);
  });

  test('divergence is 0 only from itself, and Jensen–Shannon is symmetric and at most log 2', () => {
    fc.assert(
      fc.property(batches, ({ soft, logits }) => {
        const p = softmaxAlong(logits, 1);
        expect(relativeEntropy(p, p).data.every((d) => d === 0)).toBe(true);
        expect(relativeEntropy(p, soft).data.every((d) => d >= -1e-15)).toBe(true);
        close(jensenShannon(p, soft), jensenShannon(soft, p));
        expect(jensenShannon(p, soft).data.every((d) => d <= Math.LN2 + 1e-12)).toBe(true);
      }),
    );
    expect(item(relativeEntropy([0.5, 0.5], [1, 0]))).toBe(Infinity);
  });

  test('the margin of logits is the logarithm of the odds of the two most probable classes', () => {
    fc.assert(
      fc.property(batches, ({ logits }) => {
        const sorted = Array.from(softmaxAlong(logits, 1).data.slice(0, logits.shape[1])).sort((a, b) => b - a);
        expect(topOdds(logits).data[0]).toBeCloseTo(
          (sorted[0] ?? 0) / (sorted[1] ?? 1),
          -Math.log10(topOdds(logits).data[0] ?? 1) + 9,
        );
        expect(Math.log(topOdds(logits).data[0] ?? 0)).toBeCloseTo(margin(logits).data[0] ?? 0, 10);
      }),
    );
  });
});
