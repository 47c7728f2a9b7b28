import type { NdArray } from '../ndarray.ts';
import { broadcastShapes } from '../shape/broadcast-shapes.ts';
import { broadcastTo } from '../shape/broadcast-to.ts';
import { pick } from '../shape/pick.ts';
import { sizeOf } from '../shape/size-of.ts';
import { position } from './position.ts';

/**
 * Integer-array indexing `a[i0, i1, …]` over the leading axes: the index arrays broadcast to one shape, which replaces those
 * axes.
 *
 * @throws RangeError if they do not broadcast, are more than the axes, or point outside.
 */
export function indexArrays(a: NdArray, arrays: readonly NdArray[]): NdArray {
  const { shape, at } = indexArraysOffsets(a.shape, arrays);
  return pick(a, shape, at);
}

/** The shape of `a[arrays]` and where its elements are stored in an array of shape `from`. */
function indexArraysOffsets(from: readonly number[], arrays: readonly NdArray[]): { shape: number[]; at: Float64Array } {
  if (arrays.length > from.length) throw new RangeError(`indexArrays: ${arrays.length} indices for shape [${from.join(', ')}]`);
  const common = broadcastShapes(...arrays.map((array) => array.shape));
  const columns = arrays.map((array) => broadcastTo(array, common).data);
  const rest = from.slice(arrays.length);
  const inner = sizeOf(rest);
  const at = new Float64Array(sizeOf(common) * inner);
  for (let i = 0; i * inner < at.length; i++) {
    const row = columns.reduce(
      (sum, column, axis) => sum * (from[axis] ?? 0) + position(column[i] ?? 0, from[axis] ?? 0, axis),
      0,
    );
    for (let j = 0; j < inner; j++) at[i * inner + j] = row * inner + j;
  }
  return { shape: [...common, ...rest], at };
}
