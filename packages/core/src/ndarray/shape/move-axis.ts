import type { NdArray } from '../ndarray.ts';
import { normalizeAxis } from './normalize-axis.ts';
import { permute } from './permute.ts';

/** One axis moved to another position, the others keeping their order. */
export function moveAxis(a: NdArray, source: number, destination: number): NdArray {
  const from = normalizeAxis(source, a.shape.length, 'moveAxis');
  const to = normalizeAxis(destination, a.shape.length, 'moveAxis');
  const order = a.shape.map((_, i) => i).filter((axis) => axis !== from);
  order.splice(to, 0, from);
  return permute(a, order);
}
