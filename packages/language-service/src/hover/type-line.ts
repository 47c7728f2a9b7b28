/** `float32 [3] · probabilities · sums to 1 along dim 0`. */
import type { Explanation } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { axisText } from './axis.ts';
import { typeText } from './headline.ts';
import { code } from './markdown.ts';

export function typeLine(explanation: Explanation, language: DisplayLanguage): string {
  const type = typeText(explanation);
  const typeIsHeadline = explanation.text === undefined || explanation.text.length > 100;
  const parts = [type === '' || typeIsHeadline ? '' : code(type), ...spaceParts(explanation, language)];
  return parts.filter((part) => part !== '').join(' · ');
}

export function spaceParts(explanation: Explanation, language: DisplayLanguage): string[] {
  const { space } = explanation;
  if (!space) return [];
  const name = text(`space.${space.name}`, language);
  const axis = explanation.axis ?? space.axis;
  const classes = space.classes ?? (explanation.axis === undefined ? undefined : explanation.shape?.[explanation.axis]);
  if (space.family === 'bernoulli' && space.name === 'probabilities') return [name, text('fact.independent', language)];
  if (axis === undefined || space.family === 'bernoulli') return [name];
  const sums = space.name === 'probabilities' && space.family === 'categorical';
  const along = axisText(explanation, axis);
  const known = classes !== undefined && classes !== '?';
  if (!known) return [name, text(sums ? 'fact.sums-along' : 'fact.along', language, { axis: along })];
  return [name, text(sums ? 'fact.sums-along-classes' : 'fact.along-classes', language, { axis: along, classes })];
}
