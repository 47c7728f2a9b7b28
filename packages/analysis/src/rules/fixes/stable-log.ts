/** log(softmax(x, dim)) → log_softmax(x, dim), log(sigmoid(x)) → logsigmoid(x), log(1 - sigmoid(x)) → logsigmoid(-x): the same value, without underflow. */
import type { Call } from '@softlens/syntax';
import type { Edit, Fix, ParsedDocument } from '../../api.ts';
import type { CallEvent } from '../../evaluate/run/listener.ts';
import type { Space } from '../../values/space.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { nameFor, renameCallee } from './names.ts';
import { callAt, tightText } from './nodes.ts';

/** By qualified name: what the log form is called. */
const logForms: readonly (readonly [RegExp, string])[] = [
  [/^torch\.Tensor\.softmax$/, 'torch.Tensor.log_softmax'],
  [/^torch\.(?:nn\.functional\.|special\.)?softmax$/, 'torch.nn.functional.log_softmax'],
  [/^torch\..*sigmoid$|^torch\.special\.expit$/, 'torch.nn.functional.logsigmoid'],
  [/^tensorflow\.(?:nn|math)\.softmax$/, 'tensorflow.nn.log_softmax'],
  [/^tensorflow\.(?:nn|math)\.sigmoid$/, 'tensorflow.math.log_sigmoid'],
  [/^jax\.nn\.softmax$/, 'jax.nn.log_softmax'],
  [/^jax\.nn\.sigmoid$/, 'jax.nn.log_sigmoid'],
  [/^scipy\.special\.softmax$/, 'scipy.special.log_softmax'],
  [/^scipy\.special\.expit$/, 'scipy.special.log_expit'],
];

export function stableLog(event: CallEvent, { origin }: Space, context: RuleContext): readonly Fix[] {
  const document = context.document(event.place.path);
  const isComplement = origin.at(-1)?.what === '1 - p';
  const activation = origin.findLast(({ what }) => what !== '1 - p');
  const call = activation && callAt(document, activation.place);
  const better = activation && logForms.find(([pattern]) => pattern.test(activation.what))?.[1];
  if (!document || !call || !better) return [];
  const isSoftmax = better.endsWith('softmax');
  if (isSoftmax && isComplement) return [];
  const edits = isSoftmax ? renamed(document, call, better, event) : logSigmoid(document, call, better, event, isComplement);
  const name = better.slice(better.lastIndexOf('.') + 1);
  return edits ? [{ title: message('fix.log-form', { name }), safety: 'safe', edits }] : [];
}

/** The call as it stands, under another name. */
function renamed(document: ParsedDocument, call: Call, better: string, { place }: CallEvent): readonly Edit[] | undefined {
  const [rename, ...imports] = renameCallee(document, call, better) ?? [];
  if (!rename) return undefined;
  const text = document.text.slice(call.start, rename.start) + rename.text + document.text.slice(rename.end, call.end);
  return [{ ...place, text }, ...imports];
}

function logSigmoid(
  document: ParsedDocument,
  { callee, args }: Call,
  better: string,
  { place }: CallEvent,
  isNegated: boolean,
): readonly Edit[] | undefined {
  const x = args[0]?.value ?? (callee.kind === 'attribute' ? callee.object : undefined);
  if (!x || args.length > 1) return undefined;
  const { text: name, edits } = nameFor(document, better);
  const argument = isNegated ? `-${tightText(document, x)}` : document.text.slice(x.start, x.end);
  return [{ ...place, text: `${name}(${argument})` }, ...edits];
}
