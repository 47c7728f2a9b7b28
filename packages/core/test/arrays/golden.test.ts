import { describe, expect, test } from 'vitest';
import * as core from '../../src/index.ts';
import { type ArrayInput, type DType, isNdArray, type NdArray } from '../../src/index.ts';
import { type GoldenCase, goldenCases } from './golden.ts';

/** Scalar functions are judged through `activate`; everything else by its own name. */
const scalarFunctions = new Set(
  (
    'erf erfc gelu geluTanh silu mish tanhshrink relu relu6 leakyRelu elu celu selu softsign hardSigmoid hardSwish hardtanh ' +
    'softshrink hardshrink scaledSoftplus threshold'
  ).split(' '),
);

/**
 * How far a result may be from the judge, relative to the larger of it and 1e-3 of the array's largest magnitude. Absent: not
 * at all.
 */
const tolerance: Readonly<Record<string, number>> = {
  erf: 4.5e-16,
  erfc: 1e-15,
  gelu: 1e-15,
  geluTanh: 1e-13,
  silu: 4.5e-16,
  mish: 1e-15,
  tanhshrink: 5e-15,
  elu: 1e-15,
  celu: 1e-15,
  selu: 1e-15,
  scaledSoftplus: 5e-16,
  hardSwish: 5e-16,
  softmaxAlong: 2e-15,
  logSoftmaxAlong: 1e-14,
  softminAlong: 2e-15,
  logSumExpAlong: 1e-15,
  glu: 1e-15,
  matmul: 3e-15,
  norm: 5e-16,
  standardDeviation: 3e-16,
  prod: 3e-15,
  crossEntropy: 1e-14,
  negativeLogLikelihood: 1e-15,
  binaryCrossEntropy: 1e-14,
  binaryCrossEntropyWithLogits: 1e-14,
  klDivergence: 1e-13,
  focalLoss: 1e-14,
  sigmoidFocalLoss: 1e-14,
  crossEntropyGradient: 1e-13,
  binaryCrossEntropyGradient: 1e-14,
  softmaxJacobianProduct: 1e-13,
  entropy: 1e-15,
  entropyOfLogits: 1e-14,
  perplexity: 1e-15,
  relativeEntropy: 1e-12,
};

const cases = goldenCases();

describe.each([...new Set(cases.map(({ op }) => op))])('%s', (op) => {
  const own = cases.filter((one) => one.op === op);
  test(`agrees with the judge in ${own.length} cases`, () => {
    for (const one of own) compare(run(one), one);
  });
});

function run({ op, args }: GoldenCase): unknown {
  const f: unknown = Reflect.get(core, op);
  if (typeof f !== 'function') throw new Error(`${op} is not exported`);
  if (!scalarFunctions.has(op)) return f(...args);
  const [x, options] = args;
  return core.activate(arrayOf(x), (value) => f(value, options));
}

function compare(actual: unknown, { op, args, expected }: GoldenCase): void {
  const where = `${op}(${JSON.stringify(args).slice(0, 300)})`;
  const wanted: readonly unknown[] = Array.isArray(expected) ? expected : [expected];
  const given: readonly unknown[] = Array.isArray(expected) ? Object.values(Object(actual)) : [actual];
  expect(given, where).toHaveLength(wanted.length);
  wanted.forEach((part, i) => {
    compareArrays(arrayOf(given[i]), arrayOf(part), op, where);
  });
}

function compareArrays(actual: NdArray, expected: NdArray, op: string, where: string): void {
  expect(actual.shape, where).toEqual(expected.shape);
  if (expected.dtype !== 'float32' || actual.dtype !== 'float64') expect(actual.dtype, where).toBe(expected.dtype);
  const scale = Math.max(...Array.from(expected.data, (x) => (Number.isFinite(x) ? Math.abs(x) : 0)));
  expected.data.forEach((want, i) => {
    const got = actual.data[i] ?? Number.NaN;
    if (Object.is(got + 0, want + 0)) return;
    const allowed =
      (tolerance[op] ?? 0) * Math.max(Math.abs(want), isLossLike(op) ? scale * 1e-3 : 0) + roundingOf(expected.dtype, want, op);
    expect(Math.abs(got - want), `${where}: element ${i} is ${got}, not ${want}`).toBeLessThanOrEqual(allowed);
  });
}

// What is a difference of nearly equal terms is judged relative to the array, the rest element by element.
function isLossLike(op: string): boolean {
  return /Entropy|Likelihood|Divergence|Loss|Gradient|Jacobian|logS/.test(op);
}

// In float32 softmax is within one unit of the last place, and PyTorch rounded its losses on the way.
function roundingOf(dtype: DType, x: number, op: string): number {
  return dtype === 'float32' && (op === 'crossEntropy' || op === 'softmaxAlong') ? Math.abs(x) * 2 ** -23 : 0;
}

function arrayOf(x: unknown): NdArray {
  const input: ArrayInput = Object(x);
  if (!isNdArray(input)) throw new Error(`${JSON.stringify(x)} is no array`);
  return input;
}
