import type { OperationName } from '../../operations.ts';
import type { FunctionRow } from '../../schema.ts';
import { classesOf, type FunctionExtras, functionsOf } from '../row.ts';

const before = 'https://js.tensorflow.org/api/latest/#';
export const tf = functionsOf('@tensorflow/tfjs', { before, after: '' });
export const method = functionsOf('@tensorflow/tfjs.Tensor', { before: `${before}class:Tensor` });
export const metric = functionsOf('@tensorflow/tfjs.metrics', { before: `${before}metrics.`, after: '' });
export const losses = functionsOf('@tensorflow/tfjs.losses', { before: `${before}Training-Losses` });
export const layers = classesOf('@tensorflow/tfjs.layers', { before: `${before}layers.`, after: '' });
export const models = classesOf('@tensorflow/tfjs', { before, after: '' });

/** `tf.name(x, …)` and `x.name(…)`. */
export function both(name: string, signature: string, op: OperationName, extras: FunctionExtras = {}): FunctionRow[] {
  return [
    tf(name, signature, op, extras),
    method(name, signature.replace(/^\(\$?\w+/, '(self').replace(/^\(self(?!:)/, '(self: x'), op, extras),
  ];
}
