import type { DType } from './dtype.ts';

/** The storage behind an array. Values of narrow dtypes are kept already rounded; int64 is kept as float64 and must be a safe integer. */
export type NdData = Float64Array | Float32Array | Int32Array | Int16Array | Int8Array | Uint8Array;

/** A dense, row-major, immutable n-d array. A 0-d array has shape [] and one element. */
export interface NdArray {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** Row-major elements; length is the product of the shape. bool is 0 or 1. */
  readonly data: NdData;
}
