import { sizeOf } from './size-of.ts';

/**
 * Where the elements of a view are stored: for each index of `shape` in row-major order, `base + Σ index · stride`.
 * Strides may be 0 (broadcast) or negative (reversed).
 */
export function offsets(shape: readonly number[], strides: readonly number[], base = 0): Float64Array {
  const out = new Float64Array(sizeOf(shape));
  if (out.length === 0) return out;
  out[0] = base;
  let filled = 1;
  // Innermost axis first: each further axis repeats the block so far, moved by its stride.
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis] ?? 1;
    const stride = strides[axis] ?? 0;
    for (let i = 1; i < length; i++) {
      for (let j = 0; j < filled; j++) out[i * filled + j] = (out[j] ?? 0) + i * stride;
    }
    filled *= length;
  }
  return out;
}
