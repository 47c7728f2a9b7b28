import { isKnown, spaceOf } from './engine/mismatch.ts';
import { producerOf, shortOrigin } from './engine/origin.ts';
import { message, type Rule, samePlace } from './engine/rule.ts';
import { stableLog } from './fixes/stable-log.ts';

/**
 * The logarithm of a softmax or sigmoid underflows to −inf where the log form does not. Only the plain composition in one
 * function is meant: after a clamp, an epsilon or a model's output the author has decided otherwise.
 */
export const rule: Rule = {
  id: 'log-of-softmax',
  severity: 'warning',
  fix: 'safe',
  onCall(event, context) {
    if (event.row.op !== 'log' || event.kind === 'construct') return;
    const x = event.args.get('x');
    const space = x && spaceOf(x);
    const producer = space && producerOf(space);
    const argument = event.ranges.get('x');
    if (!x || space?.name !== 'probabilities' || !producer || !argument || isKnown(x)) return;
    const isDirect = samePlace(producer.place, argument);
    if (!isDirect && !isName(context.document(argument.path)?.text.slice(argument.start, argument.end))) return;
    context.report({
      place: event.place,
      message: message('rule.log-of-softmax', { what: shortOrigin(producer) }),
      severity: isDirect ? 'warning' : 'info',
      related: [{ ...producer.place, message: message('related.origin', { what: shortOrigin(producer) }) }],
      fixes: isDirect ? stableLog(event, producer, context) : [],
    });
  },
};

const isName = (text: string | undefined): boolean => /^[A-Za-z_]\w*$/.test(text ?? '');
