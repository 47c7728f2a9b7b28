/** Matrix products with known or symbolic shapes. https://numpy.org/doc/stable/reference/generated/numpy.matmul.html */
import { type DType, fromData } from '@softlens/core';
import type { Dim, Shape } from '../../values/dim.ts';
import type { ArrayValue } from '../../values/value.ts';
import { rulesOf } from '../dialects.ts';
import { commonType, dataIn, makeArray, missingReason, type Operand, roundThrough } from '../elementwise/operand.ts';
import type { OperationContext } from '../operation.ts';
import { raise } from '../outcome.ts';
import { broadcastShapes, knownShape, product } from '../shapes/shapes.ts';
import { blasProduct } from './blas.ts';

/** `a @ b`. The result carries no space of its own: the operator does not know whether it is a layer. */
export function matmul(a: Operand, b: Operand, library: string, context: OperationContext, dtype?: DType): ArrayValue {
  if (a.python || b.python || a.shape?.length === 0 || b.shape?.length === 0) raise('matmul: an operand has no dimensions');
  if (rulesOf(library).promotion === 'torch' && a.dtype && b.dtype && a.dtype !== b.dtype) {
    raise(`expected both operands to have the same dtype, but got: ${a.dtype} and ${b.dtype}`);
  }
  const type = dtype ?? commonType(library, [a, b]).dtype;
  const shape = a.shape && b.shape && productShape(a.shape, b.shape);
  const parts = { dtype: type, shape, reason: missingReason([a, b]) };
  const known = shape && knownShape(shape);
  if (!type || !known || !a.data || !b.data) return makeArray(library, parts);
  const inner = a.shape?.at(-1);
  if (product(known) * Number(inner ?? 1) > context.maxElements * 16)
    return makeArray(library, { ...parts, reason: { key: 'too-large' } });
  const exact = blasProduct(
    dataIn(a, type),
    dataIn(b, type),
    type === 'float16' || type === 'bfloat16' ? 'float64' : type,
    library,
  );
  return makeArray(library, {
    ...parts,
    data: exact.dtype === type ? exact : fromData(Float64Array.from(exact.data, roundThrough(type)), exact.shape, type),
  });
}

function productShape(a: Shape, b: Shape): Shape {
  const [left, right] = [a.length === 1 ? [1, ...a] : a, b.length === 1 ? [...b, 1] : b];
  const [k, l]: [Dim | undefined, Dim | undefined] = [left.at(-1), right.at(-2)];
  if (typeof k === 'number' && typeof l === 'number' && k !== l)
    raise(`matmul: shapes (${a.join(',')}) and (${b.join(',')}) do not meet: ${k} is not ${l}`);
  const lead = broadcastShapes(left.slice(0, -2), right.slice(0, -2)) ?? [];
  const tail = [...(a.length === 1 ? [] : [left.at(-2) ?? '?']), ...(b.length === 1 ? [] : [right.at(-1) ?? '?'])];
  return [...lead, ...tail];
}
