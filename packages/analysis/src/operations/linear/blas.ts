/**
 * Products of small matrices in the order of OpenBLAS, which NumPy and PyTorch call, so that the last digit agrees: matrix times
 * matrix and dot products add one term at a time, each product and sum rounded once; matrix times vector has four sums side by
 * side. Source: OpenBLAS, kernel/x86_64 (dgemm and sgemm for Haswell, ddot.c, dgemv_t_4.c).
 */
import { type DType, matmul, type NdArray } from '@softlens/core';

type Fused = (a: number, b: number, c: number) => number;
type Load = (i: number) => number;

/** From so many terms on the kernels go another way, which is not followed. */
const longest = 15;
const longestOfVector = 7;

/** `a · b` of vectors and matrices, or of many rows with a matrix; anything else, and longer sums, as the core computes them. */
export function blasProduct(a: NdArray, b: NdArray, dtype: DType, library: string): NdArray {
  const plain = (): NdArray => matmul(a, b, dtype);
  const fused = fusedOf[dtype];
  const inner = a.shape.at(-1) ?? 0;
  if (!fused || (library !== 'numpy' && library !== 'torch') || b.shape.length > 2 || b.shape.length === 0) return plain();
  if (a.shape.length > 2 && b.shape.length !== 2) return plain();
  if (inner === 0 || inner > longest || inner !== b.shape[0]) return plain();
  const [isRow, isColumn] = [a.shape.length === 1, b.shape.length === 1];
  if (isRow !== isColumn && (library === 'torch' || dtype === 'float32' || inner > longestOfVector)) return plain();
  if (isRow && isColumn && library === 'torch') return plain();
  const [rows, columns] = [a.data.length / inner, isColumn ? 1 : (b.shape[1] ?? 1)];
  if (isRow && !isColumn && inner > 3) return plain();
  const sum = isColumn && !isRow ? lanes : oneByOne;
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++)
      data[i * columns + j] = sum(
        (k) => Number(a.data[i * inner + k]),
        (k) => Number(b.data[k * columns + j]),
        inner,
        fused,
      );
  return { dtype, shape: [...a.shape.slice(0, -1), ...(isColumn ? [] : [columns])], data };
}

function oneByOne(x: Load, y: Load, count: number, fused: Fused): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = fused(x(i), y(i), sum);
  return sum;
}

/** Fours side by side, then what is left of them. */
function lanes(x: Load, y: Load, count: number, fused: Fused): number {
  const whole = count - (count % 4);
  const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((lane) =>
    oneByOne(
      (i) => x(4 * i + lane),
      (i) => y(4 * i + lane),
      whole / 4,
      fused,
    ),
  );
  const sum = a + c + (b + d);
  const at = (i: number): readonly [number, number] => [x(whole + i), y(whole + i)];
  const left = count - whole;
  if (left === 0) return sum;
  if (left === 1) return fused(...at(0), sum);
  const [x1, y1] = at(1);
  const two = fused(...at(0), x1 * y1);
  return sum + (left === 2 ? two : fused(...at(2), two));
}

/** A product of two float32 is exact in float64. */
const single: Fused = (a, b, c) => Math.fround(a * b + c);

/** a·b + c rounded once, by the errors of the product (Dekker 1971) and of the sum (Knuth). */
const double: Fused = (a, b, c) => {
  const product = a * b;
  const sum = product + c;
  if (!Number.isFinite(sum) || Math.abs(product) < 1e-280 || Math.abs(a) > 1e280 || Math.abs(b) > 1e280) return sum;
  const [aHigh, bHigh] = [high(a), high(b)];
  const [aLow, bLow] = [a - aHigh, b - bHigh];
  const ofProduct = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  const taken = sum - product;
  const ofSum = product - (sum - taken) + (c - taken);
  return sum + (ofProduct + ofSum);
};

/** The upper half of the digits. */
function high(x: number): number {
  const scaled = 134217729 * x;
  return scaled - (scaled - x);
}

const fusedOf: Readonly<Partial<Record<DType, Fused>>> = { float32: single, float64: double };
