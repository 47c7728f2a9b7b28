import type { Patch } from '../tree/patch.ts';

/**
 * Python advances a tab to the next multiple of eight columns (Language Reference, 2.1.8); the grammar adds eight.
 * Indentation with spaces before a tab is rewritten, at equal length, into what the grammar counts alike:
 * form feeds, which reset its count, then tabs, then spaces.
 */
export function tabPatches(text: string): Patch[] {
  if (!text.includes(' \t')) return [];
  const patches: Patch[] = [];
  for (const match of text.matchAll(/^[ \t]* \t[ \t]*/gm)) {
    const written = match[0];
    const column = columnOf(written);
    const tabs = Math.floor(column / 8);
    const spaces = column % 8;
    const filler = '\f'.repeat(Math.max(0, written.length - tabs - spaces));
    patches.push({ at: match.index, length: written.length, text: filler + '\t'.repeat(tabs) + ' '.repeat(spaces) });
  }
  return patches;
}

/** The column after a stretch of white space. */
export function columnOf(indentation: string): number {
  let column = 0;
  for (const char of indentation) {
    if (char === '\t') column = (Math.floor(column / 8) + 1) * 8;
    else if (char === '\f') column = 0;
    else column += 1;
  }
  return column;
}
