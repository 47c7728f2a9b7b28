/** Markdown as a terminal shows it: headings strong, code indented, paragraphs wrapped. For pages of our own, which are plain. */
import { displayWidth } from '@softlens/analysis/format';
import { styleFor } from './text.ts';

export function markdownText(markdown: string, columns: number, color: boolean): string {
  const style = styleFor(color);
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.trimEnd().split('\n')) {
    const mark = /^\s*(`{3,})/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || mark === fence)) fence = fence === undefined ? mark : undefined;
    else if (fence !== undefined) lines.push(style.dim(`    ${line}`).trimEnd());
    else if (line.startsWith('#')) lines.push(style.strong(plain(line.replace(/^#+\s*/, ''))));
    else lines.push(...wrapped(plain(line), columns, /^\s*(?:[-*]|\d+\.)\s+/.exec(line)?.[0].length ?? 0));
  }
  return `${lines.join('\n')}\n`;
}

/** A link shows its text and its address. */
export function plain(line: string): string {
  return line
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, words: string, address: string) =>
      words === address ? words : `${words} <${address}>`,
    )
    .replace(/\*{1,2}([\p{L}\p{N}_][^*]*)\*{1,2}/gu, '$1')
    .replaceAll('`', '');
}

/**
 * Where a line may break: after spaces, and around each Chinese character, but no line begins with a closing mark or ends with an
 * opening one. https://www.w3.org/TR/clreq/#line_breaking_rules
 */
const pieces = /[（“《「]*(?:[\u2e80-\uffef]|[^\s\u2e80-\uffef“”…]+)[，。、；：？！）”》」…]*\s*|\S\s*|\s+/g;

function wrapped(text: string, columns: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(pieces) ?? []) {
    if (line.trim() !== '' && displayWidth(line + word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}
