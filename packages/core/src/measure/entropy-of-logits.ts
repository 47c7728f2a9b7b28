import { logSoftmaxAlong } from '../activation/along-axis/log-softmax.ts';
import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { pairwiseSum } from '../ndarray/reduce/pairwise-sum.ts';
import { reduce } from '../ndarray/reduce/reduce.ts';
import type { EntropyOptions } from './entropy.ts';

/** The entropy of softmax(z), from logits: exact where the probabilities underflow. */
export function entropyOfLogits(logits: ArrayInput, options: EntropyOptions = {}): NdArray {
  const a = asArray(logits);
  const axis = options.axis ?? -1;
  const scale = options.unit === 'bits' ? Math.LOG2E : 1;
  const f = (logs: Float64Array): number => scale * pairwiseSum(logs.map((x) => (x === -Infinity ? 0 : -Math.exp(x) * x)));
  return reduce(
    logSoftmaxAlong(cast(a, 'float64'), axis),
    f,
    { axis, keepdims: options.keepdims },
    floatOr(a.dtype),
    'entropyOfLogits',
  );
}
