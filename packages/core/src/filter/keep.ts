import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { mapAlong } from '../ndarray/reduce/along.ts';

/** The axis of the classes (default last) and what the removed logits become (default −∞, which softmax turns into 0). */
export interface FilterOptions {
  readonly axis?: number | undefined;
  readonly fill?: number | undefined;
}

/** A copy in which every vector along the axis keeps only the logits that `keep` names; the others become `fill`. */
export function keepOnly(
  logits: ArrayInput,
  keep: (vector: Float64Array) => readonly boolean[],
  { axis = -1, fill = -Infinity }: FilterOptions,
  name: string,
): NdArray {
  const a = asArray(logits);
  const filter = (vector: Float64Array): Float64Array => {
    const kept = keep(vector);
    return vector.map((x, i) => (kept[i] ? x : fill));
  };
  return mapAlong(a, axis, filter, floatOr(a.dtype), name);
}
