/** https://pytorch.org/docs/stable/generated/torch.renorm.html */
import { norm } from '@softlens/core';
import { number, required, tensor, wholeOf } from '../arguments.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { normalAxes } from './reduce.ts';

/** Slices along the axis whose norm is over the limit are scaled to it. */
export const renorm: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const axis = normalAxes([wholeOf(required(args, 'axis'))], x)?.[0] ?? 0;
  const [order, limit] = [number(args, 'order') ?? 2, number(args, 'limit') ?? 0];
  if (!x.data) return makeArray(x.library, { dtype: x.dtype, shape: x.shape, reason: x.reason });
  const { shape, data, dtype } = x.data;
  const others = shape.flatMap((_, i) => (i === axis ? [] : [i]));
  const norms = norm(x.data, { axis: others, order }).data;
  const inner = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
  const round = roundThrough(dtype);
  const out = data.map((value, i) => {
    const size = norms[Math.floor(i / inner) % (shape[axis] ?? 1)] ?? 0;
    return size > limit ? round(value * round(limit / (size + 1e-7))) : value;
  });
  return makeArray(x.library, { data: { dtype, shape, data: out } });
};
