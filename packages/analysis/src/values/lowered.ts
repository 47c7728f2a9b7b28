/**
 * Exponents that something was taken off, that have changed their sign, were cut off above or are logarithms: exp of them does not
 * overflow where that of scores does.
 */
import type { Form, Value } from './value.ts';

/** No operand is kept, so that nothing chains up. */
export const lowered: Form = { op: 'lowered', operands: [] };

/** True for −x, x − y, log p and what is made of them by adding and scaling. */
export function isLowered(value: Value): boolean {
  const op = value.kind === 'array' || value.kind === 'float' ? value.form?.op : undefined;
  return op === 'lowered' || op === 'negative' || op === '-' || op === 'log';
}
