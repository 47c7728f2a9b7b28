/** Convolution and pooling of known numbers: channels first, with or without the batch axis. */
import { type DType, fromData, type NdArray } from '@softlens/core';
import type { Dim } from '../../values/dim.ts';
import { roundThrough } from '../elementwise/operand.ts';
import { product } from '../shapes/shapes.ts';

export interface Window {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
}

/** A window of which every part is known. */
export function knownWindow(parts: {
  readonly kernel: readonly Dim[];
  readonly stride: readonly Dim[];
  readonly padding: readonly Dim[];
  readonly dilation: readonly Dim[];
}): Window | undefined {
  const numbers = (dims: readonly Dim[]): readonly number[] | undefined =>
    dims.every((dim) => typeof dim === 'number') ? dims.filter((dim) => typeof dim === 'number') : undefined;
  const [kernel, stride, padding, dilation] = [
    numbers(parts.kernel),
    numbers(parts.stride),
    numbers(parts.padding),
    numbers(parts.dilation),
  ];
  return kernel && stride && padding && dilation ? { kernel, stride, padding, dilation } : undefined;
}

/** All index tuples of a shape, in order. */
function* indicesOf(shape: readonly number[]): Generator<readonly number[]> {
  const count = product(shape);
  for (let flat = 0; flat < count; flat++) {
    const index: number[] = [];
    for (let axis = shape.length - 1, rest = flat; axis >= 0; axis--) {
      const size = shape[axis] ?? 1;
      index.unshift(rest % size);
      rest = Math.floor(rest / size);
    }
    yield index;
  }
}

const offsetOf = (index: readonly number[], shape: readonly number[]): number =>
  index.reduce((sum, i, axis) => sum * (shape[axis] ?? 1) + i, 0);

/** Where a kernel's element lies in the input, per axis; outside it is padding. */
const positionsOf = (out: readonly number[], inner: readonly number[], window: Window): readonly number[] =>
  out.map(
    (o, axis) => o * (window.stride[axis] ?? 1) + (inner[axis] ?? 0) * (window.dilation[axis] ?? 1) - (window.padding[axis] ?? 0),
  );

/** Largest numbers or means of the windows; zeros of the padding count in a mean, as PyTorch has it by default. */
export function pooledData(x: NdArray, shape: readonly number[], rank: number, window: Window, kind: 'max' | 'mean'): NdArray {
  const spatial = x.shape.slice(-rank);
  const round = roundThrough(x.dtype);
  const out: number[] = [];
  for (const index of indicesOf(shape)) {
    const outer = index.slice(0, -rank);
    const values: number[] = [];
    let padding = 0;
    for (const inner of indicesOf(window.kernel)) {
      const at = positionsOf(index.slice(-rank), inner, window);
      if (at.some((i, axis) => i < 0 || i >= (spatial[axis] ?? 0))) padding++;
      else values.push(x.data[offsetOf([...outer, ...at], x.shape)] ?? Number.NaN);
    }
    const sum = values.reduce((a, b) => a + b, 0);
    out.push(kind === 'max' ? Math.max(...values) : round(sum / (values.length + padding)));
  }
  return fromData(Float64Array.from(out), shape, x.dtype);
}

/** Σ over channels and kernel of input · weight, plus bias. */
export function convolvedData(
  x: NdArray,
  weight: NdArray,
  bias: NdArray | undefined,
  shape: readonly number[],
  window: Window,
  groups: number,
  dtype: DType,
): NdArray {
  const rank = window.kernel.length;
  const spatial = x.shape.slice(-rank);
  const [filters = 1, inputs = 1] = weight.shape;
  const round = roundThrough(dtype);
  const out: number[] = [];
  for (const index of indicesOf(shape)) {
    const channel = index.at(-1 - rank) ?? 0;
    const batch = index.slice(0, -1 - rank);
    const first = Math.floor(channel / (filters / groups)) * inputs;
    let sum = bias?.data[channel] ?? 0;
    for (let input = 0; input < inputs; input++) {
      for (const inner of indicesOf(window.kernel)) {
        const at = positionsOf(index.slice(-rank), inner, window);
        if (at.some((i, axis) => i < 0 || i >= (spatial[axis] ?? 0))) continue;
        const value = x.data[offsetOf([...batch, first + input, ...at], x.shape)] ?? Number.NaN;
        sum += value * (weight.data[offsetOf([channel, input, ...inner], weight.shape)] ?? Number.NaN);
      }
    }
    out.push(round(sum));
  }
  return fromData(Float64Array.from(out), shape, dtype);
}

/** What a convolution's gradient does: each input spreads over a window of the output. `weight` is [inputs, filters / groups, …kernel]. */
export function transposedData(
  x: NdArray,
  weight: NdArray,
  bias: NdArray | undefined,
  shape: readonly number[],
  window: Window,
  groups: number,
): NdArray {
  const rank = window.kernel.length;
  const [inputs = 1, filters = 1] = weight.shape;
  const perGroup = inputs / groups;
  const round = roundThrough(x.dtype);
  const out = new Float64Array(product(shape));
  for (const index of indicesOf(x.shape)) {
    const channel = index.at(-1 - rank) ?? 0;
    const batch = index.slice(0, -1 - rank);
    const first = Math.floor(channel / perGroup) * filters;
    const value = x.data[offsetOf(index, x.shape)] ?? Number.NaN;
    for (let filter = 0; filter < filters; filter++)
      for (const inner of indicesOf(window.kernel)) {
        const at = positionsOf(index.slice(-rank), inner, window);
        if (at.some((i, axis) => i < 0 || i >= (shape[shape.length - rank + axis] ?? 0))) continue;
        const place = offsetOf([...batch, first + filter, ...at], shape);
        out[place] = (out[place] ?? 0) + value * (weight.data[offsetOf([channel, filter, ...inner], weight.shape)] ?? Number.NaN);
      }
  }
  const inner = product(shape.slice(-rank));
  const channels = shape.at(-1 - rank) ?? 1;
  return fromData(
    out.map((value, i) => round(value + (bias?.data[Math.floor(i / inner) % channels] ?? 0))),
    shape,
    x.dtype,
  );
}
