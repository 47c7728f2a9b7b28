import type { DType } from '../../ndarray/dtype.ts';
import { map } from '../../ndarray/elements/map.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { logSoftmaxInto } from '../../vector/log-softmax-into.ts';
import { softmaxInto } from '../../vector/softmax-into.ts';
import { eachLine } from './lines.ts';

/** `temperature` T divides the logits first (default 1). `dtype`: to compute in and return, as PyTorch's argument of that name. */
export interface SoftmaxAlongOptions {
  readonly temperature?: number | undefined;
  readonly dtype?: DType | undefined;
}

/**
 * e^{x_i/T} / Σ_j e^{x_j/T} along `axis`: probabilities that sum to 1 there. Same shape; floats keep their dtype, others give float64.
 *
 * @throws RangeError if the axis does not exist or has no elements.
 */
export function softmaxAlong(a: NdArray, axis: number, { temperature = 1, dtype }: SoftmaxAlongOptions = {}): NdArray {
  const f = (
    out: Float64Array | Float32Array,
    x: Float64Array | Float32Array,
    at: number,
    stride: number,
    length: number,
  ): void => softmaxInto(out, x, at, stride, length, temperature);
  return eachLine(a, axis, f, 'softmaxAlong', dtype);
}

/**
 * x_i − log Σ_j e^{x_j} along `axis`: the logarithm of softmax without its underflow. Shapes, dtypes and errors as `softmaxAlong`.
 */
export function logSoftmaxAlong(a: NdArray, axis: number, { temperature = 1, dtype }: SoftmaxAlongOptions = {}): NdArray {
  const cooled = temperature === 1 ? a : map(a, (x) => x / temperature, dtype);
  return eachLine(cooled, axis, logSoftmaxInto, 'logSoftmaxAlong', dtype);
}

/** softmax(−x) along `axis`. Shapes, dtypes and errors as `softmaxAlong`. */
export function softminAlong(a: NdArray, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  return softmaxAlong(
    map(a, (x) => -x, options.dtype),
    axis,
    options,
  );
}
