import { allocate } from '../create/allocate.ts';
import type { DType } from '../dtype.ts';
import { rounder } from '../dtypes/round-to.ts';
import type { NdArray } from '../ndarray.ts';
import { normalizeAxes } from '../shape/normalize-axes.ts';
import { permute } from '../shape/permute.ts';
import { sizeOf } from '../shape/size-of.ts';

/** Which axes a reduction takes away (default all), and whether they stay with size 1. */
export interface ReduceOptions {
  readonly axis?: number | readonly number[] | undefined;
  readonly keepdims?: boolean | undefined;
  /** The dtype of the result. */
  readonly dtype?: DType | undefined;
}

/**
 * A group of elements that become one, in row-major order. `run` of them at a time are neighbours in memory, which decides
 * the order in which NumPy adds them.
 */
export type Reducer = (group: Float64Array, run: number) => number;

/**
 * Every group of elements along `axis` replaced by `f(group)`, rounded once to `dtype`. `name` is the function to name in errors.
 *
 * @throws RangeError if an axis does not exist.
 */
export function reduce(a: NdArray, f: Reducer, options: ReduceOptions, dtype: DType, name: string): NdArray {
  const rank = a.shape.length;
  const axes = normalizeAxes(options.axis, rank, name);
  const kept = a.shape.map((_, i) => i).filter((axis) => !axes.includes(axis));
  const group = new Float64Array(sizeOf(axes.map((axis) => a.shape[axis] ?? 1)));
  const source = permute(a, [...kept, ...axes]).data;
  const round = rounder(dtype);
  const data = allocate(dtype, sizeOf(kept.map((axis) => a.shape[axis] ?? 1)));
  const run = neighbours(a.shape, axes);
  for (let i = 0; i < data.length; i++) {
    group.set(source.subarray(i * group.length, (i + 1) * group.length));
    data[i] = round(f(group, run));
  }
  const shape = options.keepdims
    ? a.shape.map((length, i) => (axes.includes(i) ? 1 : length))
    : kept.map((axis) => a.shape[axis] ?? 1);
  return { dtype, shape, data };
}

function neighbours(shape: readonly number[], axes: readonly number[]): number {
  let run = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] ?? 1;
    if (length !== 1 && !axes.includes(axis)) break;
    run *= length;
  }
  return run;
}
