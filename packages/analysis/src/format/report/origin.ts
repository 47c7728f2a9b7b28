/** Why a value has its space: the chain of places that gave it, producer first. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import type { OriginStep } from '../../values/space.ts';
import { type Explanation, shortName } from '../explanation.ts';
import { type Block, line } from './block.ts';

const maxSteps = 4;

/** The text of a document, by path, for counting its lines; undefined where it is not at hand. */
export type TextOf = (path: string) => string | undefined;

/** Nothing for a value that was made right where the reader looks. */
export function originLine(explanation: Explanation, textOf: TextOf, language: DisplayLanguage): Block[] {
  const { space } = explanation;
  const steps = space?.origin ?? [];
  if (!space || steps.length === 0 || explanation.called) return [];
  const shown = steps.length <= maxSteps ? steps : [...steps.slice(0, 1), ...steps.slice(1 - maxSteps)];
  const parts = shown.map((step, i) => {
    const params = { what: `\`${shortName(step.what)}\``, place: placeText(step, textOf) };
    if (i === 0) return text('origin.made-by', language, { ...params, space: text(`space.${space.name}`, language) });
    return text('origin.via', language, params);
  });
  return line(parts.join('; '));
}

/** `model.py:55`, or the path alone where the document is not at hand. */
function placeText(step: OriginStep, textOf: TextOf): string {
  const { path, start } = step.place;
  const source = textOf(path);
  const file = path.slice(path.lastIndexOf('/') + 1);
  return source === undefined ? `\`${file}\`` : `\`${file}:${lineOf(source, start)}\``;
}

function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++;
  return line;
}
