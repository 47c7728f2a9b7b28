/**
 * An operation computes what rows of the framework tables name in `op`: softmax, sum, matmul, cross-entropy …
 * It sees its arguments by role, with the row's `fixed` ones and the constructor's (for modules) merged in, alternatives already
 * distributed, heap references to lists replaced by tuples. It returns the result's data where the data is known and small, else
 * shape and dtype as far as they can be told, and its space. It never throws (the dispatcher turns a throw into
 * `unknown` with reason `error`) and never looks at the program.
 */
import type { Dialect, FunctionRow } from '@softlens/frameworks';
import type { Place } from '../values/space.ts';
import type { Value } from '../values/value.ts';

export interface OperationContext {
  readonly library: string;
  readonly dialect: Dialect;
  /** Absent for operators (`a + b`, `a[i]`). */
  readonly row?: Pick<FunctionRow, 'gives' | 'accepts' | 'signature' | 'fixed'> & { readonly name: string };
  /** Where the operation stands, for origins. */
  readonly place: Place;
  /** Arrays of more elements than this keep shape, dtype and space only. */
  readonly maxElements: number;
  /** Under `torch.no_grad()`: what comes out requires no gradients, whatever went in. */
  readonly untracked?: true;
  /** Under TensorFlow's `GradientTape`. */
  readonly recording?: true;
}

/** Roles that were not given are absent (defaults of the signature are filled in, as values). */
export type OperationArguments = ReadonlyMap<string, Value>;

export type Operation = (args: OperationArguments, context: OperationContext) => Value;
