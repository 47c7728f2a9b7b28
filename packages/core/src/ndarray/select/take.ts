import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from '../shape/normalize-axis.ts';
import { pick } from '../shape/pick.ts';
import { sizeOf } from '../shape/size-of.ts';
import { position } from './position.ts';

/**
 * Elements at `indices` along an axis, in that order; negative indices count from the end. With an array of indices its shape
 * takes the place of the axis (`numpy.take`, `tf.gather`, `torch.index_select`).
 *
 * @throws RangeError if an index lies outside the axis.
 */
export function take(a: NdArray, indices: NdArray | readonly number[], axis = 0): NdArray {
  const at = normalizeAxis(axis, a.shape.length, 'take');
  const size = a.shape[at] ?? 0;
  const [list, inserted] = 'dtype' in indices ? [indices.data, indices.shape] : [indices, [indices.length]];
  const chosen = Array.from(list, (i) => position(i, size, at));
  const inner = sizeOf(a.shape.slice(at + 1));
  const outer = sizeOf(a.shape.slice(0, at));
  const places = new Float64Array(outer * chosen.length * inner);
  let next = 0;
  for (let block = 0; block < outer; block++) {
    for (const i of chosen) {
      const start = (block * size + i) * inner;
      for (let j = 0; j < inner; j++) places[next++] = start + j;
    }
  }
  return pick(a, [...a.shape.slice(0, at), ...inserted, ...a.shape.slice(at + 1)], places);
}
