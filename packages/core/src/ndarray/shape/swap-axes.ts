import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { permute } from './permute.ts';

/** Two axes exchanged: `torch.transpose`, `numpy.swapaxes`. */
export function swapAxes(a: NdArray, first: number, second: number): NdArray {
  const from = normalizeAxis(first, a.shape.length, 'swapAxes');
  const to = normalizeAxis(second, a.shape.length, 'swapAxes');
  return permute(
    a,
    a.shape.map((_, i) => (i === from ? to : i === to ? from : i)),
  );
}
