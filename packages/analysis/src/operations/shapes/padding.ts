/**
 * Padding with one number, or with the array's own elements.
 * https://pytorch.org/docs/stable/generated/torch.nn.functional.pad.html, https://numpy.org/doc/stable/reference/generated/numpy.pad.html
 */
import type { NdArray } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { given, number, required, tensor, wholeOf, word } from '../arguments.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { moved } from './shape-operations.ts';
import { addDims, isSmall, product } from './shapes.ts';

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
function paddedBy(
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

/** `layout` numpy: (before, after) per axis; torch: flat, the last axis first. */
export const pad: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const mode = given(args, 'mode') ? word(args, 'mode') : 'constant';
  if (!x.shape) return moved(x, { shape: undefined });
  const widths = padWidths(
    required(args, 'widths'),
    x.shape.length,
    given(args, 'layout') ? word(args, 'layout') === 'torch' : x.library === 'torch',
  );
  const shape = x.shape.map((dim, axis) => addDims(dim, (widths[axis]?.[0] ?? 0) + (widths[axis]?.[1] ?? 0)));
  const value = number(args, 'value') ?? 0;
  const data =
    x.data && isSmall(shape, context) && (mode === 'constant' || !given(args, '_kwargs'))
      ? paddedBy(mode?.toLowerCase() ?? '', x.data, widths, value)
      : undefined;
  return moved(x, { shape, data, axis: (axis) => (widths[axis]?.every((each) => each === 0) ? axis : undefined) });
};

function padWidths(value: Value, rank: number, flat: boolean): readonly (readonly [number, number])[] {
  const none = [0, 0] as const;
  if (value.kind === 'int') return Array.from({ length: rank }, () => [Number(value.value), Number(value.value)] as const);
  if (value.kind !== 'tuple') return giveUp('unmodelled', 'pad widths');
  const nested = value.items[0]?.kind === 'tuple';
  if (nested) {
    const pairs = value.items.map((item) =>
      item.kind === 'tuple'
        ? ([wholeOf(item.items[0] ?? value), wholeOf(item.items[1] ?? item.items[0] ?? value)] as const)
        : none,
    );
    return pairs.length === 1 ? Array.from({ length: rank }, () => pairs[0] ?? none) : pairs;
  }
  const list = value.items.map(wholeOf);
  if (!flat) return Array.from({ length: rank }, () => [list[0] ?? 0, list[1] ?? list[0] ?? 0] as const);
  return Array.from(
    { length: rank },
    (_, axis) => [list[2 * (rank - 1 - axis)] ?? 0, list[2 * (rank - 1 - axis) + 1] ?? 0] as const,
  );
}

export const paddingOperations: Readonly<Record<string, Operation>> = { pad };
