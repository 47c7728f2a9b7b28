import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import type { DType } from '../../ndarray/dtype.ts';
import { floatOr } from '../../ndarray/dtypes/kind.ts';
import { map } from '../../ndarray/elements/map.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { logSoftmaxInto } from '../../vector/log-softmax-into.ts';
import { softmaxInto } from '../../vector/softmax-into.ts';
import { eachLine, type StridedFunction } from './lines.ts';

/** How softmax and its relatives are taken along an axis. */
export interface SoftmaxAlongOptions {
  /** T, which divides the logits (default 1). */
  readonly temperature?: number | undefined;
  /** The dtype to compute in and return, as PyTorch's argument of that name. */
  readonly dtype?: DType | undefined;
  /**
   * What a logit of +∞ gives: the limit (default), e.g. softmax([∞, 0]) = [1, 0], or NaN all along the axis, as the
   * frameworks' ∞ − ∞ does.
   */
  readonly infinity?: 'limit' | 'nan' | undefined;
}

/**
 * e^{x_i/T} / Σ_j e^{x_j/T} along `axis`: probabilities that sum to 1 there. Same shape; floats keep their dtype, others give
 * float64. Each within 1 ULP of the exact result in float64 and float32; float16 and bfloat16 are rounded once.
 *
 * @throws RangeError if the axis does not exist or has no elements, or the temperature is negative.
 */
export function softmaxAlong(z: ArrayInput, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  return eachLine(asArray(z), axis, line(softmaxInto, options), 'softmaxAlong', options.dtype);
}

/**
 * x_i/T − log Σ_j e^{x_j/T} along `axis`: the logarithm of softmax without its underflow. Shapes, dtypes and errors as
 * `softmaxAlong`.
 */
export function logSoftmaxAlong(z: ArrayInput, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  return eachLine(asArray(z), axis, line(logSoftmaxInto, options), 'logSoftmaxAlong', options.dtype);
}

/** softmax(−x) along `axis`. Shapes, dtypes and errors as `softmaxAlong`. */
export function softminAlong(z: ArrayInput, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  const a = asArray(z);
  const negated = map(a, (x) => -x, options.dtype ?? floatOr(a.dtype));
  return softmaxAlong(negated, axis, options);
}

function line(f: typeof softmaxInto, { temperature, infinity }: SoftmaxAlongOptions): StridedFunction {
  return (out, input, offset, stride, length) => {
    if (infinity === 'nan') {
      const end = offset + stride * length;
      for (let i = offset; i < end; i += stride) {
        if (input[i] !== Infinity) continue;
        for (let j = offset; j < end; j += stride) out[j] = Number.NaN;
        return;
      }
    }
    f(out, input, offset, stride, length, temperature ?? 1);
  };
}
