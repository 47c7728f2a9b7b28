/** `float32 [3] · probabilities · sums to 1 along dim 0`. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import { lossCheck } from '../loss-check.ts';
import { axisText } from './axis.ts';
import { type Block, line } from './block.ts';
import { headlineIsType, typeText } from './headline.ts';

export function typeLine(explanation: Explanation, language: DisplayLanguage): Block[] {
  const type = typeText(explanation);
  const inHeadline = headlineIsType(explanation);
  // A loss that has explained itself need not be called one.
  if (inHeadline && (type === '' || (explanation.space?.name === 'loss' && lossCheck(explanation.call)))) return [];
  const parts = [inHeadline ? '' : type === '' ? '' : `\`${type}\``, ...spaceParts(explanation, language)];
  return line(parts.filter((part) => part !== '').join(' · '));
}

/** What is said of the space: its name, and the axis along which it holds. */
export function spaceParts(explanation: Explanation, language: DisplayLanguage): string[] {
  const { space } = explanation;
  if (!space) return [];
  const name = text(`space.${space.name}`, language);
  const axis = explanation.axis ?? space.axis;
  if (space.family === 'bernoulli') return space.name === 'probabilities' ? [name, text('fact.independent', language)] : [name];
  if (axis === undefined || (space.name !== 'probabilities' && space.name !== 'log-probabilities' && space.name !== 'logits'))
    return [name];
  const along = axisText(explanation, axis);
  const sums = space.name === 'probabilities' && space.family === 'categorical';
  const classes = space.classes ?? (explanation.axis === undefined ? undefined : explanation.shape?.[explanation.axis]);
  if (classes === undefined || classes === '?')
    return [name, text(sums ? 'fact.sums-along' : 'fact.along', language, { axis: along })];
  return [name, text(sums ? 'fact.sums-along-classes' : 'fact.along-classes', language, { axis: along, classes })];
}
