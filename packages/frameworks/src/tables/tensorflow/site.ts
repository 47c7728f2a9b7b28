import type { OperationName } from '../../operations.ts';
import type { FunctionRow } from '../../schema.ts';
import { type FunctionExtras, functionsOf } from '../row.ts';

const before = 'https://www.tensorflow.org/api_docs/python/tf/';
export const tf = functionsOf('tensorflow', { before, after: '' });
export const nn = functionsOf('tensorflow.nn', { before: `${before}nn/`, after: '' });
export const linalg = functionsOf('tensorflow.linalg', { before: `${before}linalg/`, after: '' });
export const randomOf = functionsOf('tensorflow.random', { before: `${before}random/`, after: '' });
export const compat = functionsOf('tensorflow.compat.v1', { before: `${before}compat/v1/`, after: '' });

/** `tf.math.name`, which most have as `tf.name` too. */
const mathOnly = functionsOf('tensorflow.math', { before: `${before}math/`, after: '' });
export function math(name: string, signature: string, op: OperationName, extras: FunctionExtras = {}): FunctionRow {
  return mathOnly(name, signature, op, { ...extras, also: [`tensorflow.${name}`, ...(extras.also ?? [])] });
}
