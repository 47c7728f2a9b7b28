import type { Patch } from '../tree/patch.ts';

const assertion =
  /(?<=(?:[=(,:?[{&|!;>]|^|\breturn|\bcase)[ \t]*)<(?:const )?[A-Za-z_$][\w$.]*(?:[ \t\w$.,|&[\]{}:;'"?=]|<[\w$., |[\]]*>)*>(?=[ \t]*[\w$({['"`!~+-])/gm;

/** Blanks type assertions and the type parameters of arrow functions, at equal length. */
export function assertionPatches(text: string): Patch[] {
  if (!text.includes('<')) return [];
  return [...text.matchAll(assertion)]
    .filter((match) => !text.includes(`</${/[\w$.]+/.exec(match[0])?.[0] ?? ''}`))
    .map((match) => ({ at: match.index, length: match[0].length, text: match[0].replace(/[^\r\n]/g, ' ') }));
}
