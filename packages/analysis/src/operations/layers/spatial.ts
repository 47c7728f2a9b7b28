/** What layers over images and sequences have in common: axes, sizes of windows, padding. */
import type { Dim, Shape } from '../../values/dim.ts';
import type { ArrayValue } from '../../values/value.ts';
import { given, sizes, tensor, whole, word } from '../arguments.ts';
import type { OperationArguments, OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';
import { valueDim } from '../shapes/shapes.ts';

export function dimArgument(args: OperationArguments, role: string): Dim {
  const value = given(args, role);
  return value ? valueDim(value) : '?';
}

/** One number per spatial axis, from an int, a tuple, or a default. */
export function perAxis(
  args: OperationArguments,
  role: string,
  rank: number,
  otherwise: readonly Dim[] | number,
): readonly Dim[] {
  const value = given(args, role);
  if (!value) return typeof otherwise === 'number' ? Array.from({ length: rank }, () => otherwise) : otherwise;
  const list = sizes(value);
  return list.length === 1 && rank > 1 ? Array.from({ length: rank }, () => list[0] ?? '?') : list;
}

export interface Spatial {
  readonly x: ArrayValue;
  readonly rank: number;
  readonly last: boolean;
  /** Where the spatial axes begin. */
  readonly start: number;
}

export function spatialOf(args: OperationArguments, context: OperationContext): Spatial {
  const x = tensor(args, 'x', context);
  const rank = whole(args, 'rank') ?? 2;
  const layout = given(args, 'layout') ? word(args, 'layout') : 'channels_first';
  const last = layout === 'channels_last';
  const total = x.shape?.length ?? rank + 2;
  if (total !== rank + 2 && total !== rank + 1) raise(`expected ${rank + 1}D or ${rank + 2}D input, but got ${total}D`);
  return { x, rank, last, start: last ? total - rank - 1 : total - rank };
}

/** The output's shape with new spatial sizes and, where given, channels. */
export function spatialShape(
  { x, rank, last, start }: Spatial,
  each: (size: Dim, axis: number) => Dim,
  channels?: Dim,
): Shape | undefined {
  const channelAxis = last ? start + rank : start - 1;
  return x.shape?.map((size, axis) => {
    if (axis === channelAxis) return channels ?? size;
    return axis >= start && axis < start + rank ? each(size, axis - start) : size;
  });
}

export type Padding = readonly Dim[] | 'same' | 'valid';

export function paddingOf(args: OperationArguments, rank: number): Padding {
  const value = given(args, 'padding');
  if (value?.kind !== 'text') return perAxis(args, 'padding', rank, 0);
  return value.value.toLowerCase() === 'same' ? 'same' : 'valid';
}

/** ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1, or ⌈n/s⌉ with same padding. */
export function windowed(size: Dim, kernel: Dim, stride: Dim, padding: Dim | 'same', dilation: Dim, ceil = false): Dim {
  if (padding === 'same')
    return stride === 1 ? size : typeof size === 'number' && typeof stride === 'number' ? Math.ceil(size / stride) : '?';
  if (typeof kernel !== 'number' || typeof stride !== 'number' || typeof padding !== 'number' || typeof dilation !== 'number')
    return '?';
  const reach = 2 * padding - dilation * (kernel - 1) - 1;
  if (typeof size !== 'number') return reach === -1 && stride === 1 ? size : '?';
  const steps = (size + reach) / stride;
  if (steps < 0) return raise(`Kernel size can't be greater than actual input size`);
  const count = (ceil ? Math.ceil(steps) : Math.floor(steps)) + 1;
  // A window that starts in the right padding is left out.
  return ceil && (count - 1) * stride >= size + padding ? count - 1 : count;
}

/** Multiplications that a convolution may take. */
export const maxWindowWork = 200_000;
