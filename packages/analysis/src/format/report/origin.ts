/** Why a value has its space: the places that gave it, the last one first. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import type { Place } from '../../values/space.ts';
import { type Explanation, shortName } from '../explanation.ts';
import { type Block, line } from './block.ts';

const maxSteps = 4;

/** The text of a document, by path, for counting its lines; undefined where it is not at hand. */
export type TextOf = (path: string) => string | undefined;

/** Which call passes a parameter its value. */
export function passedLine({ passedAt }: Explanation, textOf: TextOf, language: DisplayLanguage): Block[] {
  return passedAt ? line(text('origin.passed-at', language, { place: placeText(passedAt, textOf) })) : [];
}

/** Nothing for a value that was made right where the reader looks. */
export function originLine(explanation: Explanation, textOf: TextOf, language: DisplayLanguage): Block[] {
  const { space } = explanation;
  const steps = space?.origin ?? [];
  if (steps.length === 0 || explanation.madeHere) return [];
  const newestFirst = [...steps].reverse();
  const shown = newestFirst.length <= maxSteps ? newestFirst : [...newestFirst.slice(0, maxSteps - 1), ...newestFirst.slice(-1)];
  const chain = shown.map((step) => `\`${shortName(step.what)}\` ${placeText(step.place, textOf)}`).join(' ← ');
  return line(text('origin.made-by', language, { chain }));
}

/** `model.py:55`, or the path alone where the document is not at hand. */
function placeText({ path, start }: Place, textOf: TextOf): string {
  const source = textOf(path);
  const file = path.slice(path.lastIndexOf('/') + 1);
  return source === undefined ? `\`${file}\`` : `\`${file}:${lineOf(source, start)}\``;
}

export function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++;
  return line;
}
