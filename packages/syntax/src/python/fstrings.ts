import type { InterpolatedPart } from '../ir.ts';
import { childOf, childOfType, hasToken, type SyntaxNode, textOf } from '../tree/node.ts';
import { part } from './expressions.ts';

/** A replacement field `{value!r:format}`; `{value=}` is preceded by the text it prints. */
export function lowerReplacement(text: string, node: SyntaxNode): readonly InterpolatedPart[] {
  const conversion = childOf(node, 'type_conversion');
  const format = childOf(node, 'format_specifier');
  const equals = hasToken(node, '=') ? childOfType(node, '=') : undefined;
  const after = equals === undefined ? undefined : (conversion?.start ?? format?.start ?? node.end - 1);
  const nested = format?.children.some((child) => child.type === 'format_expression') ?? false;
  return [
    {
      value: part(text, node, 'expression'),
      ...(conversion !== undefined && { conversion: textOf(text, conversion).slice(1) }),
      ...(format !== undefined && !nested && { format: textOf(text, format).slice(1) }),
      ...(after !== undefined && { debug: text.slice(node.start + 1, after) }),
    },
  ];
}
