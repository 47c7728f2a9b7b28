/** A value that depends on a branch: each possibility with its condition. */
import type { Condition } from '@softlens/analysis';
import { type Explanation, formatShape, formatValue, spaceOf } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { escapeMarkdown } from './markdown.ts';

const maxShown = 4;

export function alternativesLines(explanation: Explanation, language: DisplayLanguage): string[] {
  const { value } = explanation;
  if (value.kind !== 'alternatives') return [];
  const items = value.of.slice(0, maxShown).map(({ value: one, when }) => {
    const shown = formatValue(one) ?? describeType(one, language);
    const condition = when.map(conditionText).join(', ');
    return condition === ''
      ? text('alternatives.always', language, { value: shown })
      : text('alternatives.item', language, { value: shown, condition });
  });
  return [text('alternatives.title', language, { count: value.of.length }), items.map((item) => `- ${item}`).join('\n')];
}

function describeType(value: Parameters<typeof formatValue>[0], language: DisplayLanguage): string {
  const space = spaceOf(value);
  const name = space ? text(`space.${space.name}`, language) : text('space.unknown', language);
  return value.kind === 'array' && value.shape ? `${name} ${formatShape(value.shape)}` : name;
}

/** The subject's last part is what the reader wrote: `args.loss` of `param:main.args.loss`. */
function conditionText(condition: Condition): string {
  const subject = escapeMarkdown(condition.subject.replace(/^\w+:/, '').replace(/#\d+$/, ''));
  if (condition.test === 'truthy') return condition.holds ? subject : `not ${subject}`;
  return `${subject} ${condition.holds ? '==' : '!='} ${escapeMarkdown(condition.to.replace(/^\w:/, ''))}`;
}
