/** The first line says it all: what this is and its value, or else its type. */
import type { Fact } from '@softlens/analysis';
import { type Explanation, formatShape } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { code, escapeMarkdown } from './markdown.ts';

const maxLength = 100;

export function headline(fact: Fact, explanation: Explanation, language: DisplayLanguage): string {
  const title = `**${escapeMarkdown(explanation.title || 'value')}**`;
  const { text: value } = explanation;
  if (value !== undefined && value.length <= maxLength) return `${title} ${fact.call && fact.kind === 'expression' ? '→' : '='} ${code(value)}`;
  const type = typeText(explanation);
  if (type !== '') return `${title}: ${code(type)}`;
  const space = explanation.space ? text(`space.${explanation.space.name}`, language) : '';
  return space === '' ? title : `${title}: ${space}`;
}

/** `float32 [N, 10]`, as far as known. */
export function typeText(explanation: Explanation): string {
  const { value, dtype, shape } = explanation;
  if (value.kind !== 'array') return explanation.numeric && shape ? `${explanation.numeric.kind} ${formatShape(shape)}` : '';
  return [dtype, shape && formatShape(shape)].filter((part) => part !== undefined).join(' ');
}
