import type { CompareOperator } from '@softlens/syntax';
import { giveUp } from '../outcome.ts';

/** Compares two texts, or two numbers by value; a bigint and a number compare as Python's integers and floats do. */
export function compareOrdered(operator: CompareOperator, a: number | bigint | string, b: number | bigint | string): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: number against bigint compares by value, as Python does.
  const equal = a == b;
  switch (operator) {
    case '==':
      return equal;
    case '!=':
      return !equal;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return giveUp('unmodelled', operator);
  }
}
