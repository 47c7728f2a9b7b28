import { stringEnd } from './string-end.ts';

/** Cuts a text into logical lines: brackets, strings and backslashes carry on over line breaks. Joined they are the text again. */
export function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char === '\n' && depth === 0) {
      lines.push(text.slice(start, at + 1));
      start = at + 1;
    } else if (char === '\\') at += text[at + 1] === '\r' ? 2 : 1;
    else if (char === '#' || isShell(text, start, at)) {
      const end = /(?<!\\)(?=\r?\n)|$/g;
      end.lastIndex = at;
      at = (end.exec(text)?.index ?? text.length) - 1;
    } else if (char === '"' || char === "'") {
      const prefix = /[a-z]{0,2}$/i.exec(text.slice(Math.max(start, at - 2), at))?.[0] ?? '';
      at = stringEnd(text, at, /[ft]/i.test(prefix)).end - 1;
    } else if ('([{'.includes(char)) depth += 1;
    else if (')]}'.includes(char)) depth = Math.max(0, depth - 1);
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** A shell or magic line has its own quoting. */
function isShell(text: string, start: number, at: number): boolean {
  const char = text[at];
  return (char === '!' || char === '%') && text.slice(start, at).trim() === '';
}
