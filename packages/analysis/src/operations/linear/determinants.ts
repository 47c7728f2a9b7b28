/** Logarithms of determinants, and products of several matrices. https://pytorch.org/docs/stable/linalg.html */
import { fromData } from '@softlens/core';
import type { Value } from '../../values/value.ts';
import { required, tensor } from '../arguments.ts';
import { makeArray, roundThrough } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { meanType } from '../reductions/reduce.ts';
import { matmulOperation } from './algebra.ts';
import { eliminate, squareSize } from './elimination.ts';

const logDet =
  (signed: boolean): Operation =>
  (args, context) => {
    const x = tensor(args, 'x', context);
    const size = squareSize(x);
    const dtype = meanType(x.dtype, x.library);
    if (size === undefined || !x.data || !dtype) return giveUp('unmodelled', 'det');
    const value = eliminate(Float64Array.from(x.data.data), size, new Float64Array(size), 1);
    const one = (number: number): Value => makeArray(x.library, { data: fromData([roundThrough(dtype)(number)], [], dtype) });
    if (!signed) return one(Math.log(value));
    return { kind: 'tuple', items: [one(Math.sign(value)), one(Math.log(Math.abs(value)))], names: ['sign', 'logabsdet'] };
  };

const matrixChain: Operation = (args, context) => {
  const arrays = required(args, 'arrays');
  const items = arrays.kind === 'tuple' ? arrays.items : [];
  const [first, ...rest] = items.length === 1 && items[0]?.kind === 'tuple' ? items[0].items : items;
  if (!first) return giveUp('unmodelled', 'multi_dot');
  return rest.reduce<Value>(
    (product, next) =>
      matmulOperation(
        new Map([
          ['x', product],
          ['y', next],
        ]),
        context,
      ),
    first,
  );
};

export const determinantOperations: Readonly<Record<string, Operation>> = {
  logDet: logDet(false),
  signAndLogDet: logDet(true),
  matrixChain,
};
