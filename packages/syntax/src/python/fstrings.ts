import type { Expression, InterpolatedPart } from '../ir.ts';
import { childOf, childOfType, hasToken, type SyntaxNode, textOf } from '../tree/node.ts';
import { decodeEscapes } from './escapes.ts';
import { lowerExpression, missing, part } from './expressions.ts';

/** A replacement field `{value!r:format}`; `{value=}` is preceded by the text it prints. */
export function lowerReplacement(text: string, node: SyntaxNode, raw: boolean): InterpolatedPart {
  const conversion = childOf(node, 'type_conversion');
  const format = childOf(node, 'format_specifier');
  const equals = hasToken(node, '=') ? childOfType(node, '=') : undefined;
  const closing = node.children.at(-1)?.type === '}' ? node.end - 1 : node.end;
  const debugEnd = equals === undefined ? undefined : (conversion?.start ?? format?.start ?? closing);
  const misread = childOf(node, 'expression');
  if (misread?.type === 'named_expression') return lowerAlignment(text, misread, closing, raw);
  const nested = format?.children.some((child) => child.type === 'format_expression') ? format : undefined;
  const written = format === undefined || nested ? undefined : textOf(text, format).slice(1);
  return {
    value: part(text, node, 'expression'),
    ...(conversion !== undefined && { conversion: textOf(text, conversion).slice(1) }),
    ...(written !== undefined && { format: decodeFormat(written, raw) }),
    ...(nested && { nestedFormat: lowerNested(text, nested, raw) }),
    ...(debugEnd !== undefined && { debug: text.slice(node.start + 1, debugEnd) }),
  };
}

function lowerNested(text: string, format: SyntaxNode, raw: boolean): readonly (string | InterpolatedPart)[] {
  const parts: (string | InterpolatedPart)[] = [];
  let at = format.start + 1;
  for (const child of format.children) {
    if (child.type !== 'format_expression') continue;
    if (child.start > at) parts.push(decodeFormat(text.slice(at, child.start), raw));
    parts.push(lowerReplacement(text, child, raw));
    at = child.end;
  }
  if (format.end > at) parts.push(decodeFormat(text.slice(at, format.end), raw));
  return parts;
}

/** tree-sitter-python 0.25 reads `{x:=10}` as a walrus; Python reads the format `=10` (Language Reference, 6.12). */
function lowerAlignment(text: string, misread: SyntaxNode, closing: number, raw: boolean): InterpolatedPart {
  const name = childOf(misread, 'name');
  const operator = childOfType(misread, ':=');
  const from = operator === undefined ? closing : operator.start + 1;
  const value: Expression = name === undefined ? missing(misread.start) : lowerExpression(text, name);
  return { value, format: decodeFormat(text.slice(from, closing), raw) };
}

function decodeFormat(written: string, raw: boolean): string {
  return (raw ? undefined : decodeEscapes(written, false)) ?? written;
}
