/** Naming the argument of a distribution: Categorical(x) → Categorical(probs=x) or Categorical(logits=x). */
import type { Fix } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { callAt } from './nodes.ts';

export function nameDistributionArgument(
  { event, place }: Mismatch,
  context: RuleContext,
  name: 'probs' | 'logits',
): readonly Fix[] {
  const document = context.document(event.place.path);
  const argument = callAt(document, event.place)?.args.find(
    ({ value }) => value.start === place.start && value.end === place.end,
  );
  if (!document || !argument) return [];
  const { start } = argument;
  const end = argument.nameRange ? argument.nameRange.end + 1 : start;
  return [
    {
      title: message('fix.name-argument', { name }),
      safety: 'unsafe',
      edits: [{ path: document.path, start, end, text: `${name}=` }],
    },
  ];
}
