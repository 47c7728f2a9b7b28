/** Where a space came from, in words and as places. */

import type { OriginStep, Place, Space } from '../../values/space.ts';
import type { Draft } from './rule.ts';
import { message, type RuleContext } from './rule.ts';

/** The step that gave the value its present space: the newest of the chain. */
export function producerOf(space: Space): OriginStep | undefined {
  return space.origin.at(-1);
}

/** `softmax, model.py:55`: the step that made the space. */
export function originText(space: Space, context: RuleContext): string {
  const producer = producerOf(space);
  return producer ? `${shortOrigin(producer)}, ${placeText(producer.place, context)}` : space.name;
}

/** Every place of production, in the order in which the value passed them, as related information. */
export function relatedOrigins(space: Space): NonNullable<Draft['related']> {
  return space.origin.map((step) => ({ ...step.place, message: message('related.origin', { what: shortOrigin(step) }) }));
}

export function placeText(place: Place, context: RuleContext): string {
  const text = context.document(place.path)?.text ?? '';
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < place.start; at = text.indexOf('\n', at + 1)) line++;
  return `${place.path}:${line}`;
}

export function shortOrigin({ what }: OriginStep): string {
  return what.slice(what.lastIndexOf('.') + 1);
}
