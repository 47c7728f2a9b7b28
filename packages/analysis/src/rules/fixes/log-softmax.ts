/** softmax → log_softmax where log-probabilities are wanted. */
import type { Fix } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { producerOf } from '../engine/origin.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { callAt } from './nodes.ts';

const logForms: Readonly<Record<string, string>> = {
  softmax: 'log_softmax',
  Softmax: 'LogSoftmax',
  sigmoid: 'logsigmoid',
  Sigmoid: 'LogSigmoid',
};

export function takeLogSoftmax({ space }: Mismatch, context: RuleContext): readonly Fix[] {
  const producer = producerOf(space);
  const document = producer && context.document(producer.place.path);
  const call = producer && callAt(document, producer.place);
  if (!document || !call || call.callee.kind !== 'attribute') return [];
  const better = logForms[call.callee.name];
  if (!better) return [];
  const { start, end } = call.callee.nameRange;
  return [
    {
      title: message('fix.log-form', { name: better }),
      safety: 'unsafe',
      edits: [{ path: document.path, start, end, text: better }],
    },
  ];
}
