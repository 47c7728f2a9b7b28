import type { CallEvent } from '../evaluate/listener.ts';
import { isKnown, spaceOf } from './engine/mismatch.ts';
import { originText, relatedOrigins } from './engine/origin.ts';
import { message, type Rule } from './engine/rule.ts';
import { axisOfSoftmax } from './engine/softmax-axis.ts';

/** softmax([a, b])[1] = σ(b − a): one unit with w = w₁ − w₀ and b = b₁ − b₀ says the same with half the weights. */
export const rule: Rule = {
  id: 'two-class-softmax',
  severity: 'hint',
  onCall(event, context) {
    const x = event.args.get('x');
    const space = x && spaceOf(x);
    if (
      !x ||
      event.row.op !== 'softmax' ||
      event.kind === 'construct' ||
      space?.name !== 'logits' ||
      isKnown(x) ||
      !isOverTwo(event)
    )
      return;
    context.report({
      place: event.made ?? event.place,
      message: message('rule.two-class-softmax', { origin: originText(space, context) }),
      related: relatedOrigins(space),
    });
  },
};

/** The softmax runs along the axis of a layer's two units. */
function isOverTwo(event: CallEvent): boolean {
  const x = event.args.get('x');
  const axis = axisOfSoftmax(event);
  if (x?.kind !== 'array' || !x.shape || axis === undefined || x.space?.axis === undefined) return false;
  const placed = (at: number): number => (at < 0 ? at + (x.shape?.length ?? 0) : at);
  return placed(axis) === placed(x.space.axis) && x.shape[placed(axis)] === 2;
}
