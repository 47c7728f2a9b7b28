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
  const written =
    format === undefined || format.children.some((child) => child.type === 'format_expression')
      ? undefined
      : textOf(text, format).slice(1);
  return {
    value: part(text, node, 'expression'),
    ...(conversion !== undefined && { conversion: textOf(text, conversion).slice(1) }),
    ...(written !== undefined && { format: decodeFormat(written, raw) }),
    ...(debugEnd !== undefined && { debug: text.slice(node.start + 1, debugEnd) }),
  };
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
