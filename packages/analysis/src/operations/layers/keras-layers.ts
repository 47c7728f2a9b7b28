/** Keras' layers that only change the shape, and its inputs. */
import type { DType } from '@softlens/core';
import type { Dim } from '../../values/dim.ts';
import type { Value } from '../../values/value.ts';
import { given, required, sizes, tensor, word } from '../arguments.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import { permuted } from '../shapes/permutation.ts';
import { reshaped } from '../shapes/shape-operations.ts';
import { reshapeTo, sizeOf, valueDim } from '../shapes/shapes.ts';
import { learned } from './learned.ts';
import { dimArgument } from './spatial.ts';

const layerReshape: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const target = sizes(required(args, 'shape'));
  if (!x.shape) return learned(x, ['?', ...target.map((dim) => (dim === -1 ? '?' : dim))]);
  const [batch = '?', ...rest] = x.shape;
  return reshaped(x, [batch, ...reshapeTo(rest, target)]);
};

const layerFlatten: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  if (!x.shape) return learned(x, undefined);
  if (given(args, 'layout') && word(args, 'layout') === 'channels_first' && x.shape.length > 2 && x.data)
    return giveUp('unmodelled', 'layout');
  return reshaped(x, [x.shape[0] ?? '?', sizeOf(x.shape.slice(1))]);
};

const layerPermute: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  return permuted(x, [0, ...sizes(required(args, 'axes')).map(Number)]);
};

const layerRepeat: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  return learned(x, x.shape && [x.shape[0] ?? '?', dimArgument(args, 'repeats'), ...x.shape.slice(1)]);
};

/** keras.Input: a batch of unknown size. */
const input: Operation = (args, context) => {
  const asked = given(args, 'dtype');
  const dtype: DType = asked?.kind === 'dtype' ? asked.dtype : 'float32';
  const named = given(args, 'batchShape') ? kerasSizes(required(args, 'batchShape')) : undefined;
  const shape =
    named ??
    (given(args, 'shape')
      ? [given(args, 'batch') ? dimArgument(args, 'batch') : 'N', ...kerasSizes(required(args, 'shape'))]
      : undefined);
  return makeArray(context.library === 'tfjs' ? 'tfjs' : 'tensorflow', { dtype, shape, reason: { key: 'input' } });
};

/** None is a size that is not known; as a batch it is N. */
function kerasSizes(value: Value): readonly Dim[] {
  if (value.kind === 'tuple')
    return value.items.map((item, i) => (item.kind === 'none' ? (i === 0 ? 'N' : '?') : valueDim(item)));
  return sizes(value);
}

export const kerasLayerOperations: Readonly<Record<string, Operation>> = {
  layerReshape,
  layerFlatten,
  layerPermute,
  layerRepeat,
  input,
};
