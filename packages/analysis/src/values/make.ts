/** Short ways to write values. */
import type { Literal } from '@softlens/frameworks';
import type { Bool, Float, Int, None, Text, Tuple, Value } from './value.ts';

export const none: None = { kind: 'none' };
export const bool = (value: boolean): Bool => ({ kind: 'bool', value });
export const float = (value: number): Float => ({ kind: 'float', value });
export const text = (value: string): Text => ({ kind: 'text', value });
export const tuple = (items: readonly Value[]): Tuple => ({ kind: 'tuple', items });

/** A bigint that fits a safe integer becomes a number: one form per integer. */
export function int(value: number | bigint): Int {
  if (typeof value === 'bigint' && value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER))
    return { kind: 'int', value: Number(value) };
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return { kind: 'int', value: BigInt(Math.trunc(value)) };
  return { kind: 'int', value };
}

/** A literal of the tables. Their numbers are integers where they look like integers. */
export function fromLiteral(literal: Literal): Value {
  if (literal === null) return none;
  if (typeof literal === 'boolean') return bool(literal);
  if (typeof literal === 'string') return text(literal);
  if (typeof literal === 'number') return Number.isInteger(literal) ? int(literal) : float(literal);
  return tuple(literal.map(fromLiteral));
}
