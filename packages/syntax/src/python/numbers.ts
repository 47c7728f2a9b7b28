import type { NumberLiteral } from '../ir.ts';
import { type SyntaxNode, textOf } from '../tree/node.ts';

export function lowerNumber(text: string, node: SyntaxNode): NumberLiteral {
  const written = textOf(text, node).replaceAll('_', '');
  const { start, end } = node;
  if (/j$/i.test(written)) {
    const digits = written.slice(0, -1);
    return { kind: 'number', type: 'imaginary', value: Number(digits), text: digits, start, end };
  }
  if (node.type === 'float') return { kind: 'number', type: 'float', value: Number(written), text: written, start, end };
  // Python 2 writes long integers with an L and octal ones with a leading zero.
  const digits = written.replace(/l$/i, '');
  const value = /^0[0-7]+$/.test(digits) && /[1-7]/.test(digits) ? Number(`0o${digits.slice(1)}`) : Number(digits);
  return { kind: 'number', type: 'int', value, text: digits, start, end };
}
