import type { DType } from '../dtype.ts';
import type { NdArray } from '../ndarray.ts';
import { fromData } from './from-data.ts';

/**
 * start, start + step, … up to but without stop: ceil((stop − start) / step) elements, each start + i · step rounded to
 * `dtype` (default int64 where both ends and step are integers, else float64), as `torch.arange` computes them.
 *
 * @throws RangeError if step is zero.
 */
export function arange(start: number, stop: number, step = 1, dtype?: DType): NdArray {
  if (step === 0) throw new RangeError('arange: step is zero');
  const length = Math.max(0, Math.ceil((stop - start) / step));
  const whole = Number.isInteger(start) && Number.isInteger(stop) && Number.isInteger(step);
  return fromData(
    Float64Array.from({ length }, (_, i) => start + i * step),
    [length],
    dtype ?? (whole ? 'int64' : 'float64'),
  );
}
