import type { CallEvent } from '../evaluate/run/listener.ts';
import type { Place, Space } from '../values/space.ts';
import { isKnown, spaceOf } from './engine/mismatch.ts';
import { producerOf, shortOrigin } from './engine/origin.ts';
import { message, type Rule, type RuleContext, samePlace } from './engine/rule.ts';
import { callAt } from './fixes/nodes.ts';
import { stableLog } from './fixes/stable-log.ts';

/**
 * The logarithm of a softmax or sigmoid underflows to −inf where the log form does not. A warning is only the composition in one
 * expression; through a name or a call the log form may be far away, and after a clamp or an epsilon the author has decided.
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
    const argument = event.ranges.get('x') ?? receiverOf(event, context);
    if (!x || space?.name !== 'probabilities' || !producer || !argument || space.guarded || isKnown(x)) return;
    const isDirect = samePlace(producer.place, argument) && isWrittenIn(argument, space);
    if (!isDirect && !isPlain(context.document(argument.path)?.text.slice(argument.start, argument.end))) return;
    context.report({
      place: event.place,
      message: message(hasGradients(event) ? 'rule.log-of-softmax' : 'rule.log-of-softmax.plain', {
        what: shortOrigin(producer),
      }),
      severity: isDirect ? 'warning' : 'info',
      related: [{ ...producer.place, message: message('related.origin', { what: shortOrigin(producer) }) }],
      fixes: isDirect ? stableLog(event, space, context) : [],
    });
  },
};

const hasGradients = ({ library }: CallEvent): boolean => !['numpy', 'scipy', 'python'].includes(library);

/** What a method is called on: `p` of `p.log()`. */
function receiverOf({ place }: CallEvent, context: RuleContext): Place | undefined {
  const callee = callAt(context.document(place.path), place)?.callee;
  return callee?.kind === 'attribute' ? { path: place.path, start: callee.object.start, end: callee.object.end } : undefined;
}

/** `log(1 - sigmoid(x))`, but not `log(1 - p)`: the activation itself stands in the argument. */
function isWrittenIn(argument: Place, { origin }: Space): boolean {
  const activation = origin.findLast(({ what }) => what !== '1 - p')?.place;
  return activation?.path === argument.path && activation.start >= argument.start && activation.end <= argument.end;
}

/** `p`, `1 - p`, `predict(x)`: nothing is done to the probabilities before the logarithm. */
const isPlain = (text: string | undefined): boolean =>
  /^(?:1(?:\.0*)?\s*-\s*)?[A-Za-z_][\w.]*(?:\([\w\s.,=]*\))?$/.test(text ?? '');
