import type { Expression, InterpolatedPart, NumberLiteral, StringLiteral } from '../ir.ts';
import { type SyntaxNode, textOf } from '../tree/node.ts';
import { only } from './expressions.ts';

/** `int` for what is written without a point or an exponent; a BigInt loses its `n`. */
export function lowerNumber(text: string, node: SyntaxNode): NumberLiteral {
  const digits = textOf(text, node).replaceAll('_', '').replace(/n$/, '');
  const radix = /^0[xob]/i.test(digits);
  const type = !radix && /[.e]/i.test(digits) ? 'float' : 'int';
  const value = /^0[0-7]+$/.test(digits) ? Number(`0o${digits.slice(1)}`) : Number(digits);
  return { kind: 'number', type, value, text: digits, start: node.start, end: node.end };
}

export function lowerString(text: string, node: SyntaxNode): StringLiteral {
  const written = textOf(text, node);
  const closed = written.length > 1 && written.at(-1) === written[0];
  return {
    kind: 'string',
    value: decode(written.slice(1, closed ? -1 : undefined)),
    bytes: false,
    start: node.start,
    end: node.end,
  };
}

export function lowerTemplate(text: string, node: SyntaxNode): Expression {
  const { start, end } = node;
  const parts: (string | InterpolatedPart)[] = [];
  let at = start + 1;
  const literal = (to: number): void => {
    const value = decode(text.slice(at, Math.max(at, to)).replace(/\r\n?/g, '\n'));
    if (value !== '') parts.push(value);
  };
  for (const child of node.children) {
    if (child.type !== 'template_substitution') continue;
    literal(child.start);
    parts.push({ value: only(text, child) });
    at = child.end;
  }
  literal(text[end - 1] === '`' ? end - 1 : end);
  const [first] = parts;
  if (parts.length === 0 || (parts.length === 1 && typeof first === 'string')) {
    return { kind: 'string', value: typeof first === 'string' ? first : '', bytes: false, start, end };
  }
  return { kind: 'interpolation', parts, start, end };
}

const simple: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '0': '\0',
  '\n': '',
  '\r\n': '',
};
const escapes = /\\(u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\r\n|[\s\S])/g;

function decode(written: string): string {
  if (!written.includes('\\')) return written;
  return written.replace(escapes, (_, body: string) => {
    const plain = simple[body];
    if (plain !== undefined) return plain;
    if (body.length < 2) return body;
    const code = Number.parseInt(body.replace(/[ux{}]/g, ''), 16);
    return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
  });
}
