import type { DType } from '../dtype.ts';

/** Limits of a float dtype, as `torch.finfo` and `numpy.finfo` give them. */
export interface FloatInfo {
  readonly bits: number;
  /** The gap between 1 and the next larger value. */
  readonly eps: number;
  readonly max: number;
  /** The least positive normal value. */
  readonly tiny: number;
  /** The least positive value. */
  readonly smallestSubnormal: number;
}

/** Limits of a float dtype; undefined for integers and bool. */
export function floatInfo(dtype: DType): FloatInfo | undefined {
  return limits[dtype];
}

const limits: Readonly<Partial<Record<DType, FloatInfo>>> = {
  float16: { bits: 16, eps: 2 ** -10, max: 65504, tiny: 2 ** -14, smallestSubnormal: 2 ** -24 },
  bfloat16: { bits: 16, eps: 2 ** -7, max: (2 - 2 ** -7) * 2 ** 127, tiny: 2 ** -126, smallestSubnormal: 2 ** -133 },
  float32: { bits: 32, eps: 2 ** -23, max: (2 - 2 ** -23) * 2 ** 127, tiny: 2 ** -126, smallestSubnormal: 2 ** -149 },
  float64: { bits: 64, eps: 2 ** -52, max: Number.MAX_VALUE, tiny: 2 ** -1022, smallestSubnormal: Number.MIN_VALUE },
};
