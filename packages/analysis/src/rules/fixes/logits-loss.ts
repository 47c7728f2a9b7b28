/** Taking the loss that applies the activation itself: BCELoss → BCEWithLogitsLoss, or from_logits=True. */
import type { Fix } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { callAt } from './nodes.ts';

const withLogits: Readonly<Record<string, string>> = {
  binary_cross_entropy: 'binary_cross_entropy_with_logits',
  BCELoss: 'BCEWithLogitsLoss',
};

export function useLogitsLoss({ event }: Mismatch, context: RuleContext): readonly Fix[] {
  const document = context.document(event.place.path);
  const call = callAt(document, event.place);
  if (!document || !call) return [];
  if (event.args.has('fromLogits')) {
    const text = call.args.length > 0 ? ', from_logits=True' : 'from_logits=True';
    const at = call.argsRange.end - 1;
    return [{ title: message('fix.from-logits'), safety: 'unsafe', edits: [{ path: document.path, start: at, end: at, text }] }];
  }
  const name = call.callee.kind === 'attribute' ? call.callee.name : call.callee.kind === 'name' ? call.callee.name : '';
  const better = withLogits[name];
  if (!better) return [];
  const range = call.callee.kind === 'attribute' ? call.callee.nameRange : call.callee;
  return [
    {
      title: message('fix.logits-loss', { loss: better }),
      safety: 'unsafe',
      edits: [{ path: document.path, start: range.start, end: range.end, text: better }],
    },
  ];
}
