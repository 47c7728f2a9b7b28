/** Why a value has its space: the chain of places that gave it, producer first. */
import type { Space } from '@softlens/analysis';
import { type Explanation, shortName } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { Snapshot } from '../snapshot.ts';
import { escapeMarkdown } from './markdown.ts';

const maxSteps = 4;

type Step = Space['origin'][number];

/** Nothing for a value that was made right where the reader looks. */
export function originLines(explanation: Explanation, snapshot: Snapshot, language: DisplayLanguage): string[] {
  const { space } = explanation;
  const steps = space?.origin ?? [];
  if (!space || steps.length === 0 || explanation.call) return [];
  const shown = steps.length <= maxSteps ? steps : [...steps.slice(0, 1), ...steps.slice(1 - maxSteps)];
  const parts = shown.map((step, i) => {
    const params = { what: escapeMarkdown(shortName(step.what)), place: placeText(step, snapshot) };
    if (i === 0) return text('origin.made-by', language, { ...params, space: text(`space.${space.name}`, language) });
    return text('origin.via', language, params);
  });
  return [parts.join('; ')];
}

/** `model.py:55`, or the path alone where the document is not at hand. */
function placeText(step: Step, snapshot: Snapshot): string {
  const { path, start } = step.place;
  const source = path === snapshot.document.path ? snapshot.document.text : snapshot.project.module(path)?.text;
  const file = escapeMarkdown(path.slice(path.lastIndexOf('/') + 1));
  return source === undefined ? file : `${file}:${lineOf(source, start)}`;
}

function lineOf(source: string, offset: number): number {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < offset; i = source.indexOf('\n', i + 1)) line++;
  return line;
}
