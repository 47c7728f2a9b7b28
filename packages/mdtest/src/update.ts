/** Rewrites the value expectations of a Markdown file to what was observed (`MDTEST_UPDATE=1`). */
import type { Problem } from './check.ts';

export function updateMarkdown(markdown: string, problems: readonly Problem[]): string {
  const lines = markdown.split('\n');
  for (const { file, replacement } of problems) {
    if (!replacement) continue;
    const { expectation, text } = replacement;
    const mark = expectation.kind === 'reveal' ? 'reveal:' : '=>';
    const from = file.firstLine + expectation.line;
    // An expectation stands behind the code, or alone on one of the lines below it.
    for (let i = from; i < from + 4 && i < lines.length; i++) {
      const line = lines[i] ?? '';
      const at = line.lastIndexOf(`${mark} ${expectation.text}`);
      const empty = expectation.text === '' ? line.lastIndexOf(mark) : -1;
      const start = at >= 0 ? at : empty;
      if (start < 0) continue;
      lines[i] = `${line.slice(0, start)}${mark} ${text}`;
      break;
    }
  }
  return lines.join('\n');
}
