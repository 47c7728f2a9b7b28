/** The axis of a softmax that lies along the examples: along the classes instead. */
import type { Fix } from '../../api.ts';
import type { CallEvent } from '../../evaluate/run/listener.ts';
import { edit, message, type RuleContext } from '../engine/rule.ts';
import { callAt } from './nodes.ts';

/** `axis` counts from the start. */
export function normaliseAlong(axis: number, event: CallEvent, context: RuleContext): readonly Fix[] {
  const made = event.made ?? event.place;
  const document = context.document(made.path);
  const call = callAt(document, made);
  const named = call?.args.find(({ name }) => name === 'dim' || name === 'axis')?.value;
  const written = named ? { path: made.path, start: named.start, end: named.end } : event.ranges.get('axis');
  const isNumber =
    document !== undefined && written !== undefined && /^-?\d+$/.test(document.text.slice(written.start, written.end));
  if (!isNumber) return [];
  return [{ title: message('fix.axis', { axis }), safety: 'unsafe', edits: [edit(written, String(axis))] }];
}
