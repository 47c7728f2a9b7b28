/** The first line says it all: what this is and its value, or else its type. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import type { Explanation } from '../explanation.ts';
import { formatShape } from '../shape.ts';
import type { Block } from './block.ts';
import { libraryObjectOf, objectText } from './object.ts';
import { spaceParts } from './type-line.ts';

const maxLength = 100;

export function headline(explanation: Explanation, language: DisplayLanguage): Block {
  const { text: value } = explanation;
  const title = explanation.title || text('table.value', language);
  if (value !== undefined && value.length <= maxLength)
    return { kind: 'headline', title, relation: explanation.called ? '→' : '=', value };
  const made = libraryObjectOf(explanation.value);
  if (made) return { kind: 'headline', title, relation: explanation.called ? '→' : '=', value: objectText(made) };
  const type = typeText(explanation);
  if (type !== '') return { kind: 'headline', title, relation: ':', value: type };
  if (explanation.value.kind === 'alternatives') {
    const { of } = explanation.value;
    const key = of.some(({ when }) => when.length > 0) ? 'alternatives.branches' : 'alternatives.values';
    return { kind: 'headline', title, relation: ':', words: text(key, language, { count: of.length }) };
  }
  const words = spaceParts(explanation, language).join(' · ');
  return { kind: 'headline', title, relation: ':', ...(words !== '' && { words }) };
}

/** True when the headline shows the type, for want of a value that fits. */
export function headlineIsType(explanation: Explanation): boolean {
  return explanation.text === undefined || explanation.text.length > maxLength;
}

/** `float32 [N, 10]`, as far as known. */
export function typeText(explanation: Explanation): string {
  const { value, dtype, shape } = explanation;
  if (value.kind !== 'array') return explanation.numeric && shape ? `${explanation.numeric.kind} ${formatShape(shape)}` : '';
  return [dtype, shape && (shape.length > 0 || dtype === undefined) ? formatShape(shape) : undefined]
    .filter((part) => part !== undefined)
    .join(' ');
}
