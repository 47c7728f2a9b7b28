import type { NdArray } from '../ndarray.ts';
import { indices as allIndices } from '../shape/indices.ts';
import { normalizeAxis } from '../shape/normalize-axis.ts';
import { pick } from '../shape/pick.ts';
import { stridesOf } from '../shape/strides-of.ts';
import { position } from './position.ts';

/**
 * out[i][j][k] = a[i][index[i][j][k]][k] for axis 1, and so on (`torch.gather`, `numpy.take_along_axis`). The result has the
 * shape of `index`, which must not exceed `a` in the other axes.
 *
 * @throws RangeError if ranks differ, `index` is larger in another axis, or an index lies outside the axis.
 */
export function gather(a: NdArray, index: NdArray, axis: number): NdArray {
  return pick(a, index.shape, alongOffsets(a.shape, index, axis, 'gather'));
}

/** Where `gather` reads and `scatter` writes: for every element of `index`, its place in an array of shape `shape`. */
export function alongOffsets(shape: readonly number[], index: NdArray, axis: number, name: string): number[] {
  const at = normalizeAxis(axis, shape.length, name);
  const fits = index.shape.length === shape.length && index.shape.every((length, i) => i === at || length <= (shape[i] ?? 0));
  if (!fits) throw new RangeError(`${name}: index of shape [${index.shape.join(', ')}] does not fit shape [${shape.join(', ')}]`);
  const strides = stridesOf(shape);
  const places: number[] = [];
  for (const here of allIndices(index.shape)) {
    const along = position(index.data[places.length] ?? 0, shape[at] ?? 0, at);
    places.push(here.reduce((sum, i, j) => sum + (j === at ? along : i) * (strides[j] ?? 0), 0));
  }
  return places;
}
