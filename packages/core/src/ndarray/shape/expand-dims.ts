import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { reshape } from './reshape.ts';

/** With a new axis of size 1 before position `axis`; −1 appends it. */
export function expandDims(a: NdArray, axis: number): NdArray {
  const at = normalizeAxis(axis, a.shape.length + 1, 'expandDims');
  return reshape(a, [...a.shape.slice(0, at), 1, ...a.shape.slice(at)]);
}
