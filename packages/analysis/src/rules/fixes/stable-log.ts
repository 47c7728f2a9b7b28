/** log(softmax(x, dim)) → log_softmax(x, dim), log(sigmoid(x)) → logsigmoid(x): the same value, without underflow. */
import type { Fix } from '../../api.ts';
import type { CallEvent } from '../../evaluate/listener.ts';
import type { OriginStep } from '../../values/space.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { callAt } from './nodes.ts';

/** By the qualified name's prefix: what the log form is called where the plain form lives. */
const logForms: readonly (readonly [RegExp, string])[] = [
  [/^torch\.(?:nn\.functional\.|Tensor\.|special\.)?softmax$/, 'log_softmax'],
  [/^torch\.nn\.functional\.sigmoid$/, 'logsigmoid'],
  [/^tensorflow\.(?:nn|math)\.softmax$/, 'log_softmax'],
  [/^tensorflow\.math\.sigmoid$/, 'log_sigmoid'],
  [/^jax\.nn\.softmax$/, 'log_softmax'],
  [/^jax\.nn\.sigmoid$/, 'log_sigmoid'],
  [/^scipy\.special\.softmax$/, 'log_softmax'],
  [/^scipy\.special\.expit$/, 'log_expit'],
];

export function stableLog(event: CallEvent, producer: OriginStep, context: RuleContext): readonly Fix[] {
  const document = context.document(event.place.path);
  const call = callAt(document, producer.place);
  const better = logForms.find(([pattern]) => pattern.test(producer.what))?.[1];
  if (!document || !call || !better || call.callee.kind !== 'attribute') return [];
  const { nameRange } = call.callee;
  const text = document.text.slice(call.start, nameRange.start) + better + document.text.slice(nameRange.end, call.end);
  return [{ title: message('fix.log-form', { name: better }), safety: 'safe', edits: [{ ...event.place, text }] }];
}
