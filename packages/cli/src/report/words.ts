/** Messages and places in plain text. */
import type { Diagnostic, Location } from '../check/diagnostics.ts';

/** Terminals and annotations show no Markdown. */
export const plainText = (message: string): string => message.replaceAll('`', '');

/** `src/a.py:12:9`, and in a notebook `a.ipynb:cell 3:12:9`. */
export function placeText({ path, cell, line, column }: Location): string {
  return `${path}:${cell === null ? '' : `cell ${cell}:`}${line}:${column}`;
}

/** The message, and on further lines where the value comes from. */
export function withPath({ message, related }: Diagnostic): string {
  return [plainText(message), ...related.map((one) => `${placeText(one)}: ${plainText(one.message)}`)].join('\n');
}
