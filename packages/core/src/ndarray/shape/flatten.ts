import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { reshape } from './reshape.ts';
import { sizeOf } from './size-of.ts';

/** Axes `first` to `last` (both included, default all) merged into one, as `torch.flatten`; a 0-d array becomes [1]. */
export function flatten(a: NdArray, first = 0, last = -1): NdArray {
  if (a.shape.length === 0) return reshape(a, [1]);
  const from = normalizeAxis(first, a.shape.length, 'flatten');
  const to = normalizeAxis(last, a.shape.length, 'flatten') + 1;
  if (to <= from) throw new RangeError(`flatten: axis ${first} lies behind axis ${last}`);
  return reshape(a, [...a.shape.slice(0, from), sizeOf(a.shape.slice(from, to)), ...a.shape.slice(to)]);
}
