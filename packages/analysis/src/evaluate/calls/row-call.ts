/** A call of what the tables know, before its arguments are bound. */
import type { ClassRow, FunctionRow } from '@softlens/frameworks';
import type { Value } from '../../values/value.ts';
import type { CallEvent, CalledRow } from '../run/listener.ts';
import type { Arguments, BoundArguments } from './arguments.ts';

export interface RowCall {
  readonly kind: CallEvent['kind'];
  readonly row: CalledRow;
  /** The row as the tables have it, for facts. */
  readonly factRow: FunctionRow | ClassRow;
  readonly classRow?: ClassRow;
  readonly library: string;
  readonly args: Arguments;
  readonly self?: Value;
  /** Arguments that the object brings from its constructor. */
  readonly own?: ReadonlyMap<string, Value>;
  readonly ownRanges?: BoundArguments['ranges'];
  readonly assumed?: boolean;
}
