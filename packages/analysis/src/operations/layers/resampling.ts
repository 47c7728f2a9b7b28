/**
 * Other sizes of images and sequences, channels first: adaptive pooling, interpolation, patches.
 * https://pytorch.org/docs/stable/nn.functional.html#vision-functions
 */
import { fromData, type NdArray } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { given, number, required, sizes, tensor, whole } from '../arguments.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { pad } from '../shapes/padding.ts';
import { product } from '../shapes/shapes.ts';
import { learned } from './learned.ts';

/** Largest number of elements that are read one by one. */
const maxReads = 200_000;

/** Mean or largest of the windows that share `size` among the outputs. */
export function adaptivelyPooled(x: NdArray, shape: readonly number[], rank: number, kind: 'max' | 'mean'): NdArray | undefined {
  if (x.data.length > maxReads || product(shape) > maxReads) return undefined;
  const round = roundThrough(x.dtype);
  let current = x;
  // Means of means over windows of one size each are the mean; largest of largest is the largest.
  for (let axis = x.shape.length - rank; axis < x.shape.length; axis++) {
    const [size, target] = [x.shape[axis] ?? 1, shape[axis] ?? 1];
    current = resampled(current, axis, target, (i, read) => {
      const [start, end] = [Math.floor((i * size) / target), Math.ceil(((i + 1) * size) / target)];
      const values = Array.from({ length: end - start }, (_, k) => read(start + k));
      return kind === 'max' ? Math.max(...values) : values.reduce((a, b) => a + b, 0) / values.length;
    });
  }
  return { dtype: x.dtype, shape: current.shape, data: current.data.map((value) => round(value)) };
}

/** One axis takes a new size; each element is made of elements of the old axis. */
function resampled(x: NdArray, axis: number, target: number, make: (i: number, read: (at: number) => number) => number): NdArray {
  const size = x.shape[axis] ?? 1;
  const inner = product(x.shape.slice(axis + 1));
  const outer = product(x.shape.slice(0, axis));
  const out = new Float64Array(outer * target * inner);
  for (let o = 0; o < outer; o++)
    for (let i = 0; i < target; i++)
      for (let k = 0; k < inner; k++)
        out[(o * target + i) * inner + k] = make(i, (at) => x.data[(o * size + at) * inner + k] ?? Number.NaN);
  return fromData(
    out,
    x.shape.map((dim, i) => (i === axis ? target : dim)),
    'float64',
  );
}

/** `nearest` takes the element below; `linear`, `bilinear` and `trilinear` weigh two along each axis. */
export function interpolated(
  x: NdArray,
  shape: readonly number[],
  rank: number,
  mode: string,
  aligned: boolean,
  factors: readonly (number | undefined)[],
): NdArray | undefined {
  const linear = ['linear', 'bilinear', 'trilinear'][rank - 1] === mode;
  if ((!linear && mode !== 'nearest') || product(shape) > maxReads) return undefined;
  const round = roundThrough(x.dtype);
  let current = x;
  for (let axis = x.shape.length - rank; axis < x.shape.length; axis++) {
    const [size, target] = [x.shape[axis] ?? 1, shape[axis] ?? 1];
    const factor = factors[axis - (x.shape.length - rank)];
    const scale = factor === undefined ? size / target : 1 / factor;
    current = resampled(current, axis, target, (i, read) => {
      if (!linear) return read(Math.min(Math.floor(i * scale), size - 1));
      const at = aligned ? (target > 1 ? (i * (size - 1)) / (target - 1) : 0) : Math.max(0, (i + 0.5) * scale - 0.5);
      const low = Math.min(Math.floor(at), size - 1);
      const weight = at - low;
      return read(low) * (1 - weight) + read(Math.min(low + 1, size - 1)) * weight;
    });
  }
  return { dtype: x.dtype, shape: current.shape, data: current.data.map((value) => round(value)) };
}

/** `[N, C, H, W]` and how patches of it lie. */
interface Patches {
  readonly kernel: readonly [number, number];
  readonly counts: readonly [number, number];
  /** The place of a patch's element along an axis; outside the image it is padding. */
  readonly at: (axis: 0 | 1, patch: number, inner: number) => number;
}

function patchesOf(args: OperationArguments, image: readonly number[]): Patches {
  const two = (role: string, otherwise: number): readonly [number, number] => {
    const value: Value | undefined = given(args, role);
    const list = value ? sizes(value).map(Number) : [otherwise];
    return [list[0] ?? otherwise, list[1] ?? list[0] ?? otherwise];
  };
  const kernel = two('kernel', 1);
  const [dilation, padding, stride] = [two('dilation', 1), two('padding', 0), two('stride', 1)];
  const count = (axis: 0 | 1): number =>
    Math.floor(((image[axis] ?? 0) + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1) / stride[axis]) + 1;
  return {
    kernel,
    counts: [count(0), count(1)],
    at: (axis, patch, inner) => patch * stride[axis] + inner * dilation[axis] - padding[axis],
  };
}

/** Calls `visit` with each element of each patch: its place in the columns, and in the image unless it is padding. */
function eachElement(
  patches: Patches,
  planes: number,
  image: readonly number[],
  visit: (column: number, place?: number) => void,
): void {
  const [height = 0, width = 0] = image;
  const [rows, columns] = patches.counts;
  const [kernelRows, kernelColumns] = patches.kernel;
  for (let plane = 0; plane < planes; plane++)
    for (let k = 0; k < kernelRows * kernelColumns; k++)
      for (let patch = 0; patch < rows * columns; patch++) {
        const i = patches.at(0, Math.floor(patch / columns), Math.floor(k / kernelColumns));
        const j = patches.at(1, patch % columns, k % kernelColumns);
        const inside = i >= 0 && i < height && j >= 0 && j < width;
        visit(
          (plane * kernelRows * kernelColumns + k) * rows * columns + patch,
          inside ? (plane * height + i) * width + j : undefined,
        );
      }
}

/** `F.unfold`: `[N, C, H, W]` to `[N, C·kh·kw, patches]`. */
const unfoldPatches: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (x.data?.shape.length !== 4) return giveUp('unmodelled', 'unfold');
  const [items = 1, channels = 1, ...image] = x.data.shape;
  const patches = patchesOf(args, image);
  const shape = [items, channels * product(patches.kernel), product(patches.counts)];
  if (product(shape) > maxReads || patches.counts.some((count) => count < 1)) return giveUp('unmodelled', 'unfold');
  const out = new Float64Array(product(shape));
  const { data } = x.data;
  eachElement(patches, items * channels, image, (column, place) => {
    if (place !== undefined) out[column] = data[place] ?? Number.NaN;
  });
  return makeArray(x.library, { data: fromData(out, shape, x.data.dtype) });
};

/** `F.fold`: what patches have in common is added up. */
const foldPatches: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const list = sizes(required(args, 'size')).map(Number);
  const image = [list[0] ?? 1, list[1] ?? list[0] ?? 1];
  if (x.data?.shape.length !== 3) return giveUp('unmodelled', 'fold');
  const patches = patchesOf(args, image);
  const [items = 1, rows = 1, count = 1] = x.data.shape;
  const channels = rows / product(patches.kernel);
  if (count !== product(patches.counts) || !Number.isInteger(channels))
    return raise('Expected size of input’s dimension 2 to match');
  const out = new Float64Array(items * channels * product(image));
  const { data, dtype } = x.data;
  const round = roundThrough(dtype);
  eachElement(patches, items * channels, image, (column, place) => {
    if (place !== undefined) out[place] = round((out[place] ?? 0) + (data[column] ?? 0));
  });
  return makeArray(x.library, { data: fromData(out, [items, channels, ...image], dtype) });
};

/** `[…, C·r², H, W]` to `[…, C, H·r, W·r]`, or back. */
const pixelShuffle =
  (back: boolean): Operation =>
  (args, context) => {
    const x = tensor(args, 'x', context);
    const r = whole(args, 'size') ?? 1;
    if (!x.data || x.data.shape.length < 3) return giveUp('unmodelled', 'pixel_shuffle');
    const lead = x.data.shape.slice(0, -3);
    const [channels = 1, height = 1, width = 1] = x.data.shape.slice(-3);
    const shape = back ? [channels * r * r, height / r, width / r] : [channels / (r * r), height * r, width * r];
    if (!shape.every(Number.isInteger)) return raise('pixel_shuffle expects sizes divisible by the factor');
    const [deep, small] = back ? [shape, [channels, height, width]] : [[channels, height, width], shape];
    const plane = channels * height * width;
    const { data } = x.data;
    const out = new Float64Array(data.length);
    for (let item = 0; item < product(lead); item++)
      for (let flat = 0; flat < plane; flat++) {
        const [c, i, j] = [
          Math.floor(flat / ((small[1] ?? 1) * (small[2] ?? 1))),
          Math.floor(flat / (small[2] ?? 1)) % (small[1] ?? 1),
          flat % (small[2] ?? 1),
        ];
        const channel = c * r * r + (i % r) * r + (j % r);
        const other = (channel * (deep[1] ?? 1) + Math.floor(i / r)) * (deep[2] ?? 1) + Math.floor(j / r);
        if (back) out[item * plane + other] = data[item * plane + flat] ?? Number.NaN;
        else out[item * plane + flat] = data[item * plane + other] ?? Number.NaN;
      }
    return makeArray(x.library, { data: fromData(out, [...lead, ...shape], x.data.dtype) });
  };

/** `nn.ReflectionPad1d(2)`: a number is the width on every side. */
const padLayer: Operation = (args, context) => {
  const widths = required(args, 'widths');
  const sides = 2 * (whole(args, 'rank') ?? 1);
  const all: Value = widths.kind === 'tuple' ? widths : { kind: 'tuple', items: Array.from({ length: sides }, () => widths) };
  const layout: Value = { kind: 'text', value: 'torch' };
  return pad(new Map([...args, ['widths', all], ['layout', layout]]), context);
};

/** xᵢ / (k + α/n · Σ xⱼ²)^β over n neighbouring channels. */
const localResponseNorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const [size, alpha, beta, k] = ['size', 'alpha', 'beta', 'k'].map((role) => number(args, role) ?? 1);
  const [, channels] = x.data?.shape ?? [];
  if (!x.data || channels === undefined || size === undefined || alpha === undefined) return learned(x, x.shape);
  const inner = product(x.data.shape.slice(2));
  const round = roundThrough(x.data.dtype);
  const { data } = x.data;
  const out = data.map((value, i) => {
    const channel = Math.floor(i / inner) % channels;
    let sum = 0;
    for (let c = channel - Math.floor(size / 2); c < channel - Math.floor(size / 2) + size; c++)
      if (c >= 0 && c < channels) sum += (data[i + (c - channel) * inner] ?? 0) ** 2;
    return round(value / ((k ?? 1) + (alpha * sum) / size) ** (beta ?? 0.75));
  });
  return makeArray(x.library, { data: { ...x.data, data: out } });
};

export const resamplingOperations: Readonly<Record<string, Operation>> = {
  padLayer,
  localResponseNorm,
  unfoldPatches,
  foldPatches,
  pixelShuffle: pixelShuffle(false),
  pixelUnshuffle: pixelShuffle(true),
};
