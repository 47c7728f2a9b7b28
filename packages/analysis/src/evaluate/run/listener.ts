/** What rules can observe while the interpreter runs. Alternatives are distributed already: each event is one case. */

import type { ClassRow, FunctionRow } from '@softlens/frameworks';
import type { Call, Expression, Range } from '@softlens/syntax';
import type { Expectation } from '../../api.ts';
import type { Conditions } from '../../values/condition.ts';
import type { Place } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';
import type { Run } from './run.ts';

interface EventBase {
  readonly place: Place;
  /** The text ranges belong to this document. */
  readonly result: Value;
  /** Everything assumed where this happened: the path and the alternatives chosen. */
  readonly conditions: Conditions;
  /** The calls through which it was reached, outermost first. */
  readonly via: readonly Place[];
  readonly topLevel: boolean;
  readonly assumed: boolean;
}

export type CalledRow = Pick<FunctionRow, 'signature' | 'op' | 'fixed' | 'accepts' | 'gives'> & { readonly name: string };

/** A call of something the tables know: a function, a method, a constructor or an instance. */
export interface CallEvent extends EventBase {
  readonly kind: 'function' | 'method' | 'construct' | 'instance';
  readonly node: Call | Range;
  readonly row: CalledRow;
  /** The class of which this is the constructor, a method or an instance. */
  readonly classRow?: ClassRow;
  readonly library: string;
  /** By role: given, fixed and default arguments, and for an instance those of its constructor. Lists are tuples. */
  readonly args: ReadonlyMap<string, Value>;
  /** Where the arguments are written, by role. */
  readonly ranges: ReadonlyMap<string, Place>;
  /** The object a method or instance was called on. */
  readonly self?: Value;
  /** Where the instance was constructed: `nn.LogSoftmax(dim=0)`. */
  readonly made?: Place;
}

export interface OperatorEvent extends EventBase {
  readonly kind: 'binary' | 'compare' | 'unary' | 'index';
  readonly node: Expression | Range;
  readonly operator: string;
  readonly operands: readonly Value[];
  readonly operandPlaces: readonly Place[];
}

export interface Listener {
  /** True when the event left something, and has to be told again to whoever starts anew. */
  onCall?(event: CallEvent, run: Run): unknown;
  onOperator?(event: OperatorEvent, run: Run): unknown;
  /** A value that a comment of the document expects, once everything has run. */
  onExpectation?(expectation: Expectation, path: string): void;
}

/** A value of which a rule could say something: it is of a known space, or on its way to one. */
export const hasMeaning = (value: Value): boolean =>
  ('space' in value && value.space !== undefined) || ('form' in value && value.form !== undefined);
