/** A formula as tokens: the parser's tree without spaces, comments and what only changes the looks. */
import { LatexPegParser } from '@unified-latex/unified-latex-util-pegjs';
import type { Range } from '../ir.ts';

export type Token = Range &
  (
    | { readonly kind: 'character'; readonly text: string }
    | { readonly kind: 'macro'; readonly name: string }
    | { readonly kind: 'group'; readonly tokens: readonly Token[] }
    | { readonly kind: 'matrix'; readonly tokens: readonly Token[] }
  );

/** As far as it is read here: https://github.com/siefkenj/unified-latex/tree/main/packages/unified-latex-types */
interface TexNode {
  readonly type: string;
  readonly content?: string | readonly TexNode[];
  readonly env?: string;
  readonly position?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } };
}

/** Sizes of brackets, spaces, line breaks' kin. */
const looks = new Set(
  'left right big Big bigl bigr Bigl Bigr bigg Bigg biggl biggr displaystyle textstyle , ; : ! quad qquad'.split(' ').concat(' '),
);
const matrices = /^[pbBvV]?(?:small)?matrix\*?$/;

/** `start` is where the formula's text begins. Undefined for what the parser does not read. */
export function tokensOf(text: string, start: number): readonly Token[] | undefined {
  try {
    const nodes: readonly TexNode[] = LatexPegParser.parse(text, { startRule: 'math' });
    return nodes.flatMap((node) => tokensIn(node, start));
  } catch {
    return undefined;
  }
}

function tokensIn({ type, content = [], env = '', position }: TexNode, base: number): readonly Token[] {
  const start = base + (position?.start.offset ?? 0);
  const end = base + (position?.end.offset ?? 0);
  if (typeof content === 'string') {
    if (type === 'macro') return looks.has(content) ? [] : [{ kind: 'macro', name: content, start, end }];
    if (type !== 'string') return [];
    // In groups the parser leaves `e^` together.
    return [...content].map((character, i) => ({ kind: 'character', text: character, start: start + i, end: start + i + 1 }));
  }
  const tokens = content.flatMap((node) => tokensIn(node, base));
  if (type === 'group') return [{ kind: 'group', tokens, start, end }];
  if (/env/.test(type)) return matrices.test(env) ? [{ kind: 'matrix', tokens, start, end }] : [];
  return tokens;
}
