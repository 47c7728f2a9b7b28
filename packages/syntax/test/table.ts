import { readFileSync } from 'node:fs';

/** A case of a Markdown table file: `###` names it, the first block is the source, the second what is expected. */
export interface Case {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
}

export function casesOf(file: URL): Case[] {
  return readFileSync(file, 'utf8')
    .split(/^### /m)
    .slice(1)
    .map((section) => {
      const blocks = [...section.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
      if (blocks.length !== 2) throw new Error(`${section.split('\n')[0]}: a case has two blocks`);
      return { name: section.split('\n')[0] ?? '', source: blocks[0] ?? '', expected: (blocks[1] ?? '').trimEnd() };
    });
}
