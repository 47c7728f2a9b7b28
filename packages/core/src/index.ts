export type { DType } from './ndarray/dtype.ts';
export type { NdArray, NdData } from './ndarray/ndarray.ts';
