import type { DType } from '../../ndarray/dtype.ts';
import type { softmaxInto } from '../../vector/softmax-into.ts';
import type { StridedFunction } from './each-line.ts';

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

/** A strided softmax or log-softmax with its options applied. */
export function line(f: typeof softmaxInto, { temperature, infinity }: SoftmaxAlongOptions): StridedFunction {
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
