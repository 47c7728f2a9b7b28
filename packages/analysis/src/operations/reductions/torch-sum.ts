/**
 * Sums in PyTorch's order, so that the last digit agrees: each value or vector of values in one of four running sums, the
 * sums of long runs cascaded. Source: PyTorch, aten/src/ATen/native/cpu/SumKernel.cpp, `cascade_sum`.
 */
import { type NdArray, reduce } from '@softlens/core';
import type { ReducedOptions } from './reduce.ts';

type Rounding = (x: number) => number;
type Load = (i: number) => number;

/** Sums, or with `mean` the sums divided by their count, of an array that lies in order. */
export function torchSum(data: NdArray, options: ReducedOptions, mean = false): NdArray {
  const single = options.dtype === 'float32';
  const r: Rounding = single ? Math.fround : (x) => x;
  const lanes = single ? 8 : 4;
  const columns = columnsOf(data, options);
  let column = 0;
  const sum = (group: Float64Array): number => {
    const load: Load = (i) => group[i] ?? 0;
    const total =
      columns === 1 ? inner(load, group.length, lanes, r) : outer(load, group.length, column++ % columns, columns, lanes, r);
    return mean ? total / group.length : total;
  };
  return reduce(data, sum, options, options.dtype, 'sum');
}

/** How many sums stand side by side: 1 where the summed axes are the last ones. */
function columnsOf({ shape }: NdArray, { axis }: ReducedOptions): number {
  if (!axis) return 1;
  let columns = 1;
  for (let i = shape.length - 1; i >= 0 && !axis.includes(i); i--) columns *= shape[i] ?? 1;
  return columns;
}

/** The sum of a vector in this order. */
export const torchVectorSum = (values: ArrayLike<number>, single: boolean): number =>
  inner((i) => values[i] ?? 0, values.length, single ? 8 : 4, single ? Math.fround : (x) => x);

/** Neighbours are read as vectors of `lanes` values; those that fill none come first. */
function inner(load: Load, size: number, lanes: number, r: Rounding): number {
  if (size < lanes) return row(load, size, r);
  const vectors = Math.floor(size / lanes);
  let sum = 0;
  for (let i = vectors * lanes; i < size; i++) sum = r(sum + load(i));
  for (let lane = 0; lane < lanes; lane++) sum = r(sum + row((i) => load(i * lanes + lane), vectors, r));
  return sum;
}

/** Columns are summed four (or four vectors) at a time, one by one what is left of them. */
function outer(load: Load, size: number, column: number, columns: number, lanes: number, r: Rounding): number {
  const block = columns >= lanes ? 4 * lanes : 4;
  return column < columns - (columns % block) ? cascade(load, size, r) : row(load, size, r);
}

function row(load: Load, size: number, r: Rounding): number {
  const turns = size >> 2;
  let [first = 0, ...others] = [0, 1, 2, 3].map((k) => cascade((i) => load(4 * i + k), turns, r));
  for (let i = 4 * turns; i < size; i++) first = r(first + load(i));
  for (const other of others) first = r(first + other);
  return first;
}

const levels = 4;

function cascade(load: Load, size: number, r: Rounding): number {
  const power = Math.max(4, Math.floor(Math.ceil(Math.log2(Math.max(size, 1))) / levels));
  const step = 2 ** power;
  const sums = new Float64Array(levels);
  const add = (level: number, x: number): void => {
    sums[level] = r((sums[level] ?? 0) + x);
  };
  let i = 0;
  while (i + step <= size) {
    for (let k = 0; k < step; k++, i++) add(0, load(i));
    for (let level = 1; level < levels; level++) {
      add(level, sums[level - 1] ?? 0);
      sums[level - 1] = 0;
      if (Math.floor(i / step ** level) % step !== 0) break;
    }
  }
  for (; i < size; i++) add(0, load(i));
  for (let level = 1; level < levels; level++) add(0, sums[level] ?? 0);
  return sums[0] ?? 0;
}
