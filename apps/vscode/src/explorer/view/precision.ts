/** The textbook formula in short floats, step by step, against the stable one. */
import {
  asArray,
  cast,
  crossEntropy,
  type DType,
  exp,
  floatInfo,
  item,
  log,
  logSigmoid,
  map,
  sigmoid,
  softmaxAlong,
  sum,
  zipWith,
} from '@softlens/core';

export interface Precision {
  readonly dtype: DType;
  readonly naive: readonly number[];
  readonly stable: readonly number[];
  /** −log p of the target: of the naive result, and in one step. */
  readonly naiveLoss: number;
  readonly stableLoss: number;
  /** The largest z whose e^z is finite. */
  readonly limit: number;
}

const dtypes = ['float16', 'float32', 'float64'] as const;

export function precisions(logits: readonly number[], target: number): Precision[] {
  return dtypes.map((dtype) => {
    const z = cast(asArray([...logits]), dtype);
    // Every operation rounds to the dtype, as a program written with it would.
    const powers = map(z, exp);
    const naive = zipWith(powers, sum(powers), (x, y) => x / y);
    return {
      dtype,
      naive: Array.from(naive.data),
      stable: Array.from(softmaxAlong(z, -1).data),
      naiveLoss: -log(naive.data[target] ?? Number.NaN),
      stableLoss: item(crossEntropy(z, asArray(target))),
      limit: log(floatInfo(dtype)?.max ?? Number.NaN),
    };
  });
}

/** For each label 1 / (1 + e^−z) and its logarithm. */
export function labelPrecisions(logits: readonly number[], label: number): Precision[] {
  return dtypes.map((dtype) => {
    const z = cast(asArray([...logits]), dtype);
    const powers = map(z, (x) => exp(-x));
    const divisors = map(powers, (x) => 1 + x);
    const naive = map(divisors, (x) => 1 / x);
    return {
      dtype,
      naive: Array.from(naive.data),
      stable: Array.from(map(z, sigmoid).data),
      naiveLoss: -log(naive.data[label] ?? Number.NaN),
      stableLoss: -logSigmoid(z.data[label] ?? Number.NaN),
      limit: log(floatInfo(dtype)?.max ?? Number.NaN),
    };
  });
}
