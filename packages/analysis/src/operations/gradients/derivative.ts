/** One step of the reverse pass: what an operation's result owes to its arguments. */
import type { Shape } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import type { OperationArguments } from '../operation.ts';
import { giveUp } from '../outcome.ts';
import type { Algebra } from './algebra.ts';

export interface Pull {
  readonly op: string;
  readonly args: OperationArguments;
  /** Which item of the operation's tuple this is about. */
  readonly item: number | undefined;
  readonly result: ArrayValue;
  /** Of the end with respect to the result. */
  readonly gradient: ArrayValue;
  readonly a: Algebra;
}

/**
 * Gradients by role; of a role that is a tuple of arrays, in their order. Roles that are missing have none (whole numbers, masks).
 * What is broadcast is summed by the caller. Ends with `giveUp` where the derivative is not known.
 */
export type Derivative = (pull: Pull) => Readonly<Record<string, Value | readonly (Value | undefined)[] | undefined>>;

export type Derivatives = Readonly<Record<string, Derivative>>;

export function arrayOf({ args }: Pull, role: string): ArrayValue {
  const value = args.get(role);
  return value?.kind === 'array' ? value : giveUp('unmodelled', role);
}

/** An argument that may be a number of the language. */
export function argument({ args, op }: Pull, role: string): Value {
  return args.get(role) ?? giveUp('unmodelled', op);
}

export function shapeOf(array: ArrayValue): readonly number[] {
  const shape: Shape = array.shape ?? giveUp('unmodelled', 'shape');
  return shape.map((dim) => (typeof dim === 'number' ? dim : giveUp('unmodelled', 'shape')));
}

export const sizeOf = (array: ArrayValue): number => shapeOf(array).reduce((a, b) => a * b, 1);
