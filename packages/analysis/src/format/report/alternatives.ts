/** A value that depends on a branch: each possibility with its condition. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import type { Condition } from '../../values/condition.ts';
import type { Value } from '../../values/value.ts';
import { type Explanation, spaceOf } from '../explanation.ts';
import { formatShape } from '../shape.ts';
import { formatValue } from '../value.ts';
import type { Block } from './block.ts';

const maxShown = 4;
const maxLength = 100;

export function alternatives(explanation: Explanation, language: DisplayLanguage): Block[] {
  const { value } = explanation;
  if (value.kind !== 'alternatives') return [];
  const items = value.of.slice(0, maxShown).map(({ value: one, when }) => {
    const shown = shortText(one) ?? describeType(one, language);
    const condition = when.map((each) => `\`${conditionText(each)}\``).join(', ');
    return condition === ''
      ? text('alternatives.always', language, { value: shown })
      : text('alternatives.item', language, { value: shown, condition });
  });
  return [{ kind: 'list', items }];
}

/** A list of long arrays is read by nobody: their first numbers tell them apart. */
function shortText(value: Value): string | undefined {
  const whole = formatValue(value);
  if (whole === undefined || whole.length <= maxLength) return whole;
  const part = formatValue(value, { items: 3 });
  return part !== undefined && part.length <= maxLength ? part : undefined;
}

function describeType(value: Value, language: DisplayLanguage): string {
  const space = spaceOf(value);
  const name = space ? text(`space.${space.name}`, language) : text('space.unknown', language);
  return value.kind === 'array' && value.shape ? `${name} ${formatShape(value.shape)}` : name;
}

/** The subject's last part is what the reader wrote: `args.loss` of `param:main.args.loss`. */
function conditionText(condition: Condition): string {
  const subject = condition.subject.replace(/^\w+:/, '').replace(/#\d+$/, '');
  if (condition.test === 'truthy') return condition.holds ? subject : `not ${subject}`;
  if (condition.test === 'below') return `${subject} ${orderSign(condition)} ${condition.bound}`;
  return `${subject} ${condition.holds ? '==' : '!='} ${condition.to.replace(/^\w:/, '')}`;
}

const orderSign = ({ holds, inclusive }: Extract<Condition, { test: 'below' }>): string =>
  holds ? (inclusive ? '<=' : '<') : inclusive ? '>' : '>=';
