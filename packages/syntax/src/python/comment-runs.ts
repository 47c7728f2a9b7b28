import type { Range } from '../ir.ts';
import { stringEnd } from './string-end.ts';

/** The grammar's scanner looks through the rest of a run of comments at each of them: past some dozens that takes longer than all else. */
const longRun = 64;
const somewhere = new RegExp(`(?:^[ \\t]*#.*\\n\\s*){${longRun}}`, 'm');

/** The comments of long runs of lines that hold nothing else. */
export function commentRuns(text: string): readonly Range[] {
  return somewhere.test(text) ? runsOf(text, ownLines(text)).flat() : [];
}

/** The text with the comments as spaces: every offset stays. */
export function withoutComments(text: string, comments: readonly Range[]): string {
  const chunks: string[] = [];
  let from = 0;
  for (const { start, end } of comments) {
    chunks.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  chunks.push(text.slice(from));
  return chunks.join('');
}

/** Comments that stand alone on their lines; what looks like one inside a string is none. */
function ownLines(text: string): Range[] {
  const comments: Range[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '"' || char === "'") {
      const prefix = /[a-z]{0,2}$/i.exec(text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
      at = stringEnd(text, at, /[ft]/i.test(prefix)).end - 1;
    } else if (char === '#') {
      const end = lineEnd(text, at);
      if (text.slice(text.lastIndexOf('\n', at) + 1, at).trim() === '') comments.push({ start: at, end });
      at = end;
    }
  }
  return comments;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

function runsOf(text: string, comments: readonly Range[]): readonly Range[][] {
  const runs: Range[][] = [];
  for (const comment of comments) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && text.slice(before.end, comment.start).trim() === '') run.push(comment);
    else runs.push([comment]);
  }
  return runs.filter((run) => run.length >= longRun);
}
