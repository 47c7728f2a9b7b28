/** Keras' layers that join several inputs. */
import type { Value } from '../../values/value.ts';
import { given, libraryOf, operandFrom, required, tensorOf, whole, word } from '../arguments.ts';
import { elementwise, makeArray, type Operand } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { concatenateArrays } from '../shapes/joining.ts';
import { broadcastShapes } from '../shapes/shapes.ts';
import { commonSpace } from '../spaces.ts';

const kinds: Readonly<Record<string, (...xs: number[]) => number>> = {
  add: (...xs) => xs.reduce((a, b) => a + b, 0),
  subtract: (a, b) => a - (b ?? 0),
  multiply: (...xs) => xs.reduce((a, b) => a * b, 1),
  average: (...xs) => xs.reduce((a, b) => a + b, 0) / xs.length,
  maximum: Math.max,
  minimum: Math.min,
};

const merge: Operation = (args, context) => {
  const list = required(args, 'arrays');
  if (list.kind !== 'tuple') return giveUp('unmodelled', 'inputs');
  const kind = (given(args, 'kind') ? word(args, 'kind') : 'add')?.toLowerCase() ?? 'add';
  const operands = list.items.map((item) => operandFrom(item, context));
  if (kind === 'concatenate')
    return concatenateArrays(
      list.items.map((item) => tensorOf(item, context)),
      whole(args, 'axis') ?? -1,
      args,
      context,
    );
  const compute = kinds[kind];
  if (!compute) return makeArray(libraryOf(operands, context), { dtype: operands[0]?.dtype });
  return elementwise(libraryOf(operands, context), operands, { compute, space: mergedSpace(kind, operands) }, context);
};

/** The mean of distributions is one; sums and differences of scores are scores. */
function mergedSpace(kind: string, operands: readonly Operand[]): Operand['space'] {
  const space = commonSpace(operands.map((each) => each.space));
  if (kind === 'average') return space;
  return space?.name === 'logits' && (kind === 'add' || kind === 'subtract') ? space : undefined;
}

/** A Hugging Face model output: `logits`, and `loss` when labels are given. */
const modelOutput: Operation = (args, context) => {
  const x = given(args, 'x');
  const batch = x?.kind === 'array' ? x.shape?.[0] : undefined;
  const place = { place: context.place, what: context.row?.name ?? 'model' };
  const logits = makeArray('torch', {
    dtype: 'float32',
    shape: rankedShape(args, batch ?? '?'),
    reason: { key: 'learned' },
    space: { name: 'logits', axis: -1, origin: [place] },
  });
  const loss: Value = makeArray('torch', {
    dtype: 'float32',
    shape: [],
    reason: { key: 'learned' },
    space: { name: 'loss', origin: [place] },
  });
  const labelled = given(args, 'target') !== undefined;
  return { kind: 'tuple', items: labelled ? [loss, logits] : [logits], names: labelled ? ['loss', 'logits'] : ['logits'] };
};

function rankedShape(args: Parameters<Operation>[0], batch: number | string): readonly (number | string)[] | undefined {
  const rank = given(args, 'rank') ? whole(args, 'rank') : undefined;
  return rank === undefined ? undefined : broadcastShapes([batch, ...Array.from({ length: rank - 1 }, () => '?')]);
}

export const mergeOperations: Readonly<Record<string, Operation>> = { merge, modelOutput };
