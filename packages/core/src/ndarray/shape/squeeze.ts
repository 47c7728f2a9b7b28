import type { NdArray } from '../ndarray.ts';
import { normalizeAxes } from './normalize-axes.ts';
import { reshape } from './reshape.ts';

/**
 * Without the given axes of size 1; all such axes when none are given.
 *
 * @throws RangeError if a given axis has another size (PyTorch would leave it; NumPy raises).
 */
export function squeeze(a: NdArray, axis?: number | readonly number[]): NdArray {
  if (axis === undefined)
    return reshape(
      a,
      a.shape.filter((length) => length !== 1),
    );
  const axes = normalizeAxes(axis, a.shape.length, 'squeeze');
  for (const one of axes) {
    if (a.shape[one] !== 1) throw new RangeError(`squeeze: axis ${one} has size ${a.shape[one]}, not 1`);
  }
  return reshape(
    a,
    a.shape.filter((_, i) => !axes.includes(i)),
  );
}
