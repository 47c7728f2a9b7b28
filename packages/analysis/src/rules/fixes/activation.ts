/** Another activation for a layer, or one where it is missing. */
import type { Fix } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { producerOf } from '../engine/origin.ts';
import { edit, message, type RuleContext } from '../engine/rule.ts';
import { nameFor } from './names.ts';
import { callAt } from './nodes.ts';

/** `Dense(5, activation='sigmoid')` → `Dense(5, activation='softmax')`. */
export function useSoftmax({ space }: Mismatch, context: RuleContext): readonly Fix[] {
  const producer = producerOf(space);
  const document = producer && context.document(producer.place.path);
  const given = producer && callAt(document, producer.place)?.args.find(({ name }) => name === 'activation')?.value;
  if (!producer || !document || given?.kind !== 'string' || given.value !== 'sigmoid') return [];
  const place = { path: document.path, start: given.start, end: given.end };
  const text = document.text.slice(given.start, given.end).replace('sigmoid', 'softmax');
  return [{ title: message('fix.other-activation', { name: 'softmax' }), safety: 'unsafe', edits: [edit(place, text)] }];
}

/** `torch.multinomial(scores, 1)` → `torch.multinomial(torch.softmax(scores, dim=-1), 1)`. */
export function applySoftmax({ event, place, space }: Mismatch, context: RuleContext): readonly Fix[] {
  const document = context.document(place.path);
  if (!document || event.library !== 'torch' || space.name !== 'logits' || !event.ranges.has('x')) return [];
  const { text: name, edits } = nameFor(document, 'torch.softmax');
  const text = `${name}(${document.text.slice(place.start, place.end)}, dim=-1)`;
  return [{ title: message('fix.apply-softmax'), safety: 'unsafe', edits: [edit(place, text), ...edits] }];
}
