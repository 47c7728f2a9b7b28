import type { NdArray } from '../ndarray.ts';
import { broadcastShapes } from '../shape/broadcast-shapes.ts';
import { broadcastTo } from '../shape/broadcast-to.ts';

/** Tolerances of `allClose`; the defaults are NumPy's and PyTorch's. */
export interface Tolerance {
  readonly relative?: number;
  readonly absolute?: number;
}

/**
 * Whether |a − b| ≤ absolute + relative · |b| for all elements after broadcasting; equal infinities are close, NaN is close
 * to nothing.
 * Source: `numpy.allclose`.
 */
export function allClose(a: NdArray, b: NdArray, { relative = 1e-5, absolute = 1e-8 }: Tolerance = {}): boolean {
  const shape = broadcastShapes(a.shape, b.shape);
  const [x, y] = [broadcastTo(a, shape).data, broadcastTo(b, shape).data];
  return x.every((u, i) => {
    const v = y[i] ?? Number.NaN;
    return u === v || (Number.isFinite(v) && Math.abs(u - v) <= absolute + relative * Math.abs(v));
  });
}
