import type { NdArray } from '../ndarray.ts';
import { pick } from '../shape/pick.ts';

/** Distinct elements in ascending order, one dimension (`numpy.unique`); NaN counts once. */
export function unique(a: NdArray): NdArray {
  const seen = new Map<number, number>();
  a.data.forEach((x, i) => {
    if (!seen.has(x)) seen.set(x, i);
  });
  const places = [...seen].sort(([x], [y]) => (Number.isNaN(x) ? 1 : Number.isNaN(y) ? -1 : x - y)).map(([, i]) => i);
  return pick(a, [places.length], places);
}
