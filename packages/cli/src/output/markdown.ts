/** Markdown as a terminal shows it: headings strong, code indented, paragraphs wrapped. For pages of our own, which are plain. */
import { displayWidth, styleFor } from './text.ts';

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
    .replace(/\*{1,2}(\w[^*]*)\*{1,2}/g, '$1')
    .replaceAll('`', '');
}

/** Chinese has no spaces: it may break between any two characters. */
function wrapped(text: string, columns: number, indent: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (line.trim() !== '' && displayWidth(line + word.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent);
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}
