import type { Parameter } from '../ir.ts';
import { childOf, namedChildren, type SyntaxNode } from '../tree/node.ts';
import { lowerExpression } from './expressions.ts';
import { lowerPattern } from './targets.ts';

type Kind = Parameter['kind'];

/** The parameters of a `def` or `lambda`. `/` makes what stands before it positional-only, `*` what follows keyword-only. */
export function lowerParameters(text: string, list: SyntaxNode): readonly Parameter[] {
  const params: Parameter[] = [];
  let kind: Kind = 'positional';
  for (const child of namedChildren(list)) {
    if (child.type === 'positional_separator') {
      params.splice(0, params.length, ...params.map((param): Parameter => ({ ...param, kind: 'positionalOnly' })));
    } else if (child.type === 'keyword_separator') {
      kind = 'keywordOnly';
    } else {
      const param = lowerParameter(text, child, kind);
      params.push(param);
      if (param.kind === 'rest') kind = 'keywordOnly';
    }
  }
  return params;
}

function lowerParameter(text: string, node: SyntaxNode, kind: Kind): Parameter {
  const named = childOf(node, 'name') ?? (node.type === 'typed_parameter' ? namedChildren(node)[0] : node) ?? node;
  const annotation = childOf(node, 'type');
  const value = childOf(node, 'value');
  const star =
    named.type === 'list_splat_pattern' || named.type === 'dictionary_splat_pattern' ? namedChildren(named)[0] : undefined;
  const target = star ?? named;
  return {
    kind: named.type === 'list_splat_pattern' ? 'rest' : named.type === 'dictionary_splat_pattern' ? 'restDict' : kind,
    target: lowerPattern(text, target),
    ...(annotation !== undefined && { annotation: lowerExpression(text, annotation) }),
    ...(value !== undefined && { default: lowerExpression(text, value) }),
    start: node.start,
    end: node.end,
  };
}
