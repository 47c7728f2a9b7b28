/** Gaussian elimination: inverses, systems of equations and determinants of small matrices. */
import { fromData } from '@softlens/core';
import type { Shape } from '../../values/dim.ts';
import type { ArrayValue } from '../../values/value.ts';
import { tensor } from '../arguments.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, raise } from '../outcome.ts';
import { meanType } from '../reductions/reduce.ts';

/** Gaussian elimination with partial pivoting over [n, n | right]; gives the solution and the determinant. */
export function eliminate(matrix: Float64Array, size: number, right: Float64Array, columns: number): number {
  let determinant = 1;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++)
      if (Math.abs(matrix[i * size + k] ?? 0) > Math.abs(matrix[pivot * size + k] ?? 0)) pivot = i;
    const value = matrix[pivot * size + k] ?? 0;
    if (value === 0) return 0;
    if (pivot !== k) {
      swapRows(matrix, size, pivot, k);
      swapRows(right, columns, pivot, k);
      determinant = -determinant;
    }
    determinant *= value;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = (matrix[i * size + k] ?? 0) / value;
      for (let j = k; j < size; j++) matrix[i * size + j] = (matrix[i * size + j] ?? 0) - factor * (matrix[k * size + j] ?? 0);
      for (let j = 0; j < columns; j++)
        right[i * columns + j] = (right[i * columns + j] ?? 0) - factor * (right[k * columns + j] ?? 0);
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = 0; j < columns; j++) right[i * columns + j] = (right[i * columns + j] ?? 0) / (matrix[i * size + i] ?? 1);
  return determinant;
}

function swapRows(data: Float64Array, width: number, a: number, b: number): void {
  for (let j = 0; j < width; j++)
    [data[a * width + j], data[b * width + j]] = [data[b * width + j] ?? 0, data[a * width + j] ?? 0];
}

export function squareSize(x: ArrayValue): number | undefined {
  if (x.shape?.length !== 2) return giveUp('unmodelled', 'batched matrices');
  const [rows, columns] = x.shape;
  if (typeof rows === 'number' && typeof columns === 'number' && rows !== columns)
    raise('Last 2 dimensions of the array must be square');
  return typeof rows === 'number' ? rows : undefined;
}

function solving(
  rightOf: (args: OperationArguments, context: OperationContext, size: number) => ArrayValue | undefined,
): Operation {
  return (args, context) => {
    const x = tensor(args, 'x', context);
    const size = squareSize(x);
    const right = size === undefined ? undefined : rightOf(args, context, size);
    const dtype = meanType(x.dtype, x.library);
    const shape: Shape | undefined = right?.shape ?? x.shape;
    if (size === undefined || !x.data || !dtype || !right?.data) return makeArray(x.library, { dtype, shape, reason: x.reason });
    const solution = Float64Array.from(right.data.data);
    if (eliminate(Float64Array.from(x.data.data), size, solution, solution.length / size) === 0) raise('Singular matrix');
    return makeArray(x.library, { data: fromData(Float64Array.from(solution, roundThrough(dtype)), right.data.shape, dtype) });
  };
}

function identityMatrix(library: string, size: number): ArrayValue {
  return makeArray(library, {
    data: fromData(
      Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0)),
      [size, size],
    ),
  });
}

const det: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const size = squareSize(x);
  const dtype = meanType(x.dtype, x.library);
  if (size === undefined || !x.data || !dtype) return makeArray(x.library, { dtype, shape: [], reason: x.reason });
  const value = eliminate(Float64Array.from(x.data.data), size, new Float64Array(size), 1);
  return makeArray(x.library, { data: fromData([roundThrough(dtype)(value)], [], dtype) });
};

export const eliminationOperations: Readonly<Record<string, Operation>> = {
  det,
  inverse: solving((args, context, size) => identityMatrix(tensor(args, 'x', context).library, size)),
  solve: solving((args, context) => tensor(args, 'y', context)),
};
