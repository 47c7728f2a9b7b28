export type { DType } from './ndarray/dtype.ts';
export type { NdArray, NdData } from './ndarray/ndarray.ts';
export * from './scalar/index.ts';
export * from './vector/index.ts';
