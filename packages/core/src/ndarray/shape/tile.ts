import type { NdArray } from '../ndarray.ts';
import { take } from '../select/take.ts';
import { reshape } from './reshape.ts';

/**
 * The whole array repeated `counts[i]` times along axis i (`numpy.tile`, `torch.Tensor.repeat`); missing axes count from the
 * front as 1.
 */
export function tile(a: NdArray, counts: readonly number[]): NdArray {
  const rank = Math.max(a.shape.length, counts.length);
  const shape = [...new Array<number>(rank - a.shape.length).fill(1), ...a.shape];
  return shape.reduce(
    (result, length, axis) => {
      const count = counts[counts.length - rank + axis] ?? 1;
      return take(
        result,
        Array.from({ length: count * length }, (_, i) => i % length),
        axis,
      );
    },
    reshape(a, shape),
  );
}
