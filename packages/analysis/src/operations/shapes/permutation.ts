/** New orders of axes, with the class axis following. */
import { permute } from '@softlens/core';
import type { ArrayValue } from '../../values/value.ts';
import { makeArray } from '../elementwise/operand.ts';
import { remapSpace } from '../spaces.ts';

/** The array with its axes in a new order: axis i of the result is axis `order[i]` of the source. Absent: unknown rank. */
export function permuted(array: ArrayValue, order: readonly number[] | undefined): ArrayValue {
  const { shape, data, dtype, library, reason } = array;
  if (!shape || !order) return makeArray(library, { dtype, reason, space: remapSpace(array.space, undefined, () => undefined) });
  const turned = order.length === 2 && order[0] === 1;
  return makeArray(library, {
    dtype,
    shape: order.map((axis) => shape[axis] ?? '?'),
    data: data && permute(data, order),
    reason,
    space: remapSpace(array.space, shape, (axis) => order.indexOf(axis)),
    form: turned ? { op: 'transpose', operands: [array] } : undefined,
    scalar: array.scalar === true,
  });
}
