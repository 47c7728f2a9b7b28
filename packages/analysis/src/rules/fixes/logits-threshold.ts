/** A metric of raw scores splits at 0: `'accuracy'` → `keras.metrics.BinaryAccuracy(threshold=0.0)`. */
import type { Fix } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { edit, message, type RuleContext } from '../engine/rule.ts';
import { kerasNameFor } from './names.ts';
import { callAt } from './nodes.ts';

export function thresholdAtZero({ event, space }: Mismatch, context: RuleContext): readonly Fix[] {
  if (!/(?:^|\.)keras\.metrics\.(?:BinaryAccuracy|binary_accuracy)$/.test(event.row.name) || space.name !== 'logits') return [];
  const made = event.made ?? event.place;
  const document = context.document(made.path);
  if (!document) return [];
  const title = message('fix.logits-threshold');
  const call = callAt(document, made);
  if (call && event.made) {
    if (call.args.some(({ name }) => name === 'threshold')) return [];
    const at = call.argsRange.end - 1;
    const text = `${call.args.length > 0 ? ', ' : ''}threshold=0.0`;
    return [{ title, safety: 'unsafe', edits: [{ path: document.path, start: at, end: at, text }] }];
  }
  const named = /(['"])(?:accuracy|acc|binary_accuracy|BinaryAccuracy)\1/.exec(document.text.slice(made.start, made.end));
  if (!named) return [];
  const start = made.start + named.index;
  const naming = kerasNameFor(document, 'metrics.BinaryAccuracy');
  const place = { path: document.path, start, end: start + named[0].length };
  return [{ title, safety: 'unsafe', edits: [edit(place, `${naming.text}(threshold=0.0)`), ...naming.edits] }];
}
