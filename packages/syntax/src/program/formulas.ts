import type { Range } from '../ir.ts';

/** A formula in `$…$` or `$$…$$`; the range is that of its text, without the dollars. */
export interface Formula extends Range {
  readonly text: string;
  readonly display: boolean;
}

const formula = /\\[\s\S]|\$\$([^$]+?)\$\$|\$(?![\s$])((?:[^$\\\n]|\\[^\n]|\n(?!\s*\n))*?)(?<=\S)\$(?!\d)/g;

/** Formulas outside the masked ranges. As in Pandoc, an opening `$` has no space after it, a closing one none before it and no digit after it. */
export function formulasOf(text: string, masked: readonly Range[]): readonly Formula[] {
  const formulas: Formula[] = [];
  for (const match of unmasked(text, masked).matchAll(formula)) {
    const content = match[1] ?? match[2];
    if (content === undefined || content.trim() === '') continue;
    const display = match[1] !== undefined;
    const start = match.index + (display ? 2 : 1);
    formulas.push({ text: text.slice(start, start + content.length), display, start, end: start + content.length });
  }
  return formulas;
}

function unmasked(text: string, masked: readonly Range[]): string {
  const chunks: string[] = [];
  let at = 0;
  for (const range of masked) {
    if (range.end <= at) continue;
    const start = Math.max(range.start, at);
    // A blank line, so that no formula reaches across.
    chunks.push(text.slice(at, start), '\n'.repeat(range.end - start));
    at = range.end;
  }
  chunks.push(text.slice(at));
  return chunks.join('');
}
