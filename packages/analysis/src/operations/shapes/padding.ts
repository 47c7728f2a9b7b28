/** Padding by the array's own elements. https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html, numpy.pad */
import type { NdArray } from '@softlens/core';
import { product } from './shapes.ts';

/** Which element stands at a place before (negative) or behind an axis of `size` elements. */
type Source = (at: number, size: number) => number;

const wrapped: Source = (at, size) => ((at % size) + size) % size;
const nearest: Source = (at, size) => Math.min(Math.max(at, 0), size - 1);
const mirrored: Source = (at, size) => {
  if (size === 1) return 0;
  const turn = wrapped(at, 2 * (size - 1));
  return turn < size ? turn : 2 * (size - 1) - turn;
};
/** With the edge repeated. */
const symmetric: Source = (at, size) => {
  const turn = wrapped(at, 2 * size);
  return turn < size ? turn : 2 * size - 1 - turn;
};

const sources: Readonly<Record<string, Source>> = {
  reflect: mirrored,
  replicate: nearest,
  edge: nearest,
  circular: wrapped,
  wrap: wrapped,
  symmetric,
};

/** Undefined for a mode that is not known. Negative widths cut. */
export function paddedBy(
  mode: string,
  x: NdArray,
  widths: readonly (readonly [before: number, after: number])[],
  value: number,
): NdArray | undefined {
  const source = sources[mode];
  if (!source && mode !== 'constant') return undefined;
  const shape = x.shape.map((size, axis) => size + (widths[axis]?.[0] ?? 0) + (widths[axis]?.[1] ?? 0));
  if (shape.some((size) => size < 0) || (source && x.data.length === 0)) return undefined;
  const data = Float64Array.from({ length: product(shape) }, (_, flat) => {
    let [offset, stride, rest] = [0, 1, flat];
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      const size = x.shape[axis] ?? 1;
      const at = (rest % (shape[axis] ?? 1)) - (widths[axis]?.[0] ?? 0);
      rest = Math.floor(rest / (shape[axis] ?? 1));
      if (!source && (at < 0 || at >= size)) return value;
      offset += stride * (source && (at < 0 || at >= size) ? source(at, size) : at);
      stride *= size;
    }
    return x.data[offset] ?? Number.NaN;
  });
  return { dtype: x.dtype, shape, data };
}
