import type { Value } from '../values/value.ts';
import { spaceOf } from './engine/mismatch.ts';
import { shortOrigin } from './engine/origin.ts';
import { stableLog } from './fixes/stable-log.ts';
import { message, type Rule } from './engine/rule.ts';

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
    if (!x || space?.name !== 'probabilities' || space.origin.length !== 1 || hasKnownData(x)) return;
    const [producer] = space.origin;
    if (!producer || producer.place.path !== event.place.path) return;
    const direct = producer.place.start >= event.place.start && producer.place.end <= event.place.end;
    context.report({
      place: event.place,
      message: message('rule.log-of-softmax', { what: shortOrigin(producer) }),
      severity: direct ? 'warning' : 'info',
      related: [{ ...producer.place, message: message('related.origin', { what: shortOrigin(producer) }) }],
      fixes: direct ? stableLog(event, producer, context) : [],
    });
  },
};

/** With all numbers known the reader sees for himself whether anything underflowed. */
function hasKnownData(value: Value): boolean {
  return value.kind === 'array' && value.data !== undefined;
}
