/**
 * TensorFlow's variables: the only tensors of its that change. `v.assign(…)` changes `v` for whoever holds it, and so does
 * `v[0].assign(…)` of a slice, which gives the whole variable. https://www.tensorflow.org/api_docs/python/tf/Variable
 */
import type { Range } from '@softlens/syntax';
import { untaped } from '../../operations/gradients/record.ts';
import { assignIndex } from '../../operations/index.ts';
import type { ArrayValue, Reason, Value } from '../../values/value.ts';
import { operationContext } from '../calls/context.ts';
import { asLeaf } from '../gradients/leaves.ts';
import type { Run } from '../run/run.ts';
import { change, current } from './aliases.ts';

/** A tensor of its own that can be assigned to; tapes watch it unless it is not to be trained. */
export function asVariable(run: Run, value: Value, trainable: boolean): Value {
  if (value.kind !== 'array') return value;
  const variable: ArrayValue = { ...untaped(value), variable: true };
  return trainable ? asLeaf(run, variable) : variable;
}

/** What a function gives for a variable is a tensor. */
export function asTensor(value: Value): Value {
  if (value.kind !== 'array' || !value.variable) return value;
  const { variable: _variable, ...rest } = value;
  return rest;
}

interface Part {
  readonly variable: ArrayValue;
  readonly indices: readonly Value[];
}

const parts = new WeakMap<Value, Part>();

/** Remembers of which variable, and where, a tensor was taken. */
export function notePart(part: Value, variable: ArrayValue, indices: readonly Value[]): void {
  if (variable.variable && part.kind === 'array') parts.set(part, { variable, indices });
}

/** Whether the method of this name assigns to a variable, or may. */
export const isAssignment = (name: string): boolean => /^(?:assign|scatter_|batch_scatter_|load$)/.test(name);

/** After `self.assign(…)`, which computed `result`: the variable, as every name of it reads from now on. */
export function assigned(run: Run, self: ArrayValue, result: Value, node: Range): Value {
  const part = self.variable ? undefined : parts.get(self);
  const held = part && current(run, part.variable);
  const variable = self.variable ? self : held?.kind === 'array' ? held : undefined;
  if (!variable) return result;
  const context = { ...operationContext(run, node), untracked: true } as const;
  const after = part ? assignIndex(untaped(variable), part.indices, result, context) : result;
  return change(run, variable, kept(variable, after));
}

/** A variable keeps its dtype, its shape, and that it is watched. */
function kept({ library, dtype, shape, tape }: ArrayValue, after: Value): ArrayValue {
  const known = after.kind === 'array' && (after.data !== undefined || after.dtype === dtype) ? untaped(after) : undefined;
  const reason: Reason = (after.kind === 'unknown' ? after.reason : undefined) ?? { key: 'unmodelled' };
  const own: ArrayValue = { kind: 'array', library, ...(dtype ? { dtype } : {}), ...(shape ? { shape } : {}) };
  return { ...own, ...(known ?? { reason }), variable: true, ...(tape ? { tape } : {}) };
}
