import type { NdArray } from '../ndarray.ts';
import { offsets } from '../shape/offsets.ts';
import { pick } from '../shape/pick.ts';
import { stridesOf } from '../shape/strides-of.ts';
import { position } from './position.ts';
import { resolveRange, type SliceRange } from './range.ts';

/** A number drops its axis, a range keeps it, `newaxis` adds one of size 1, `ellipsis` stands for all axes not named. */
export type IndexItem = number | SliceRange | 'newaxis' | 'ellipsis';

/**
 * Basic indexing `a[items]` as NumPy and PyTorch define it.
 *
 * @throws RangeError if an index lies outside its axis, there are too many items, or more than one ellipsis.
 */
export function index(a: NdArray, items: readonly IndexItem[]): NdArray {
  const { shape, at } = indexOffsets(a.shape, items);
  return pick(a, shape, at);
}

/** The shape of `a[items]` and where its elements are stored in `a`. */
export function indexOffsets(from: readonly number[], items: readonly IndexItem[]): { shape: number[]; at: Float64Array } {
  const strides = stridesOf(from);
  const shape: number[] = [];
  const steps: number[] = [];
  let base = 0;
  let axis = 0;
  const keep = (range: SliceRange): void => {
    const { start, length, step } = resolveRange(range, from[axis] ?? 0);
    base += length === 0 ? 0 : start * (strides[axis] ?? 0);
    shape.push(length);
    steps.push(step * (strides[axis] ?? 0));
    axis++;
  };
  const explicit = items.filter((item) => item !== 'newaxis' && item !== 'ellipsis').length;
  const implied = from.length - explicit;
  if (implied < 0) throw new RangeError(`index: ${explicit} indices for shape [${from.join(', ')}]`);
  if (items.filter((item) => item === 'ellipsis').length > 1) throw new RangeError('index: more than one ellipsis');
  for (const item of items) {
    if (item === 'newaxis') {
      shape.push(1);
      steps.push(0);
    } else if (item === 'ellipsis') for (let i = 0; i < implied; i++) keep({});
    else if (typeof item !== 'number') keep(item);
    else {
      base += position(item, from[axis] ?? 0, axis) * (strides[axis] ?? 0);
      axis++;
    }
  }
  while (axis < from.length) keep({});
  return { shape, at: offsets(shape, steps, base) };
}
