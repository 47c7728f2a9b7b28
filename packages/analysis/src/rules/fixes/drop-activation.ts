/** Removing the activation that made the space: it changes training, so it is a suggestion. */
import type { Call } from '@softlens/syntax';
import type { Edit, Fix, ParsedDocument } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { producerOf, shortOrigin } from '../engine/origin.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import { argumentAt, callAt, removeArgument, tightText } from './nodes.ts';

export function dropActivation({ space }: Mismatch, context: RuleContext): readonly Fix[] {
  const producer = producerOf(space);
  const document = producer && context.document(producer.place.path);
  const call = producer && callAt(document, producer.place);
  if (!producer || !document || !call) return [];
  const edit = withoutActivation(document, call, producer.place);
  return edit
    ? [{ title: message('fix.drop-activation', { what: shortOrigin(producer) }), safety: 'unsafe', edits: [edit] }]
    : [];
}

function withoutActivation(
  document: ParsedDocument,
  call: Call,
  place: { readonly path: string; readonly start: number; readonly end: number },
): Edit | undefined {
  const activation = call.args.find(({ kind, name }) => kind === 'keyword' && name === 'activation');
  if (activation) return removeArgument(document, call, activation);
  const container = argumentAt(document, place);
  const [first] = call.args;
  const isLayer = !first || first.kind === 'keyword' || first.value.kind === 'number';
  if (isLayer && container && call.callee.kind === 'attribute' && /^[A-Z]/.test(call.callee.name)) {
    return removeArgument(document, container.call, container.argument);
  }
  if (first && first.kind === 'positional' && first.value.kind !== 'number')
    return { ...place, text: tightText(document, first.value) };
  if (call.callee.kind === 'attribute' && !/^[A-Z]/.test(call.callee.name))
    return { ...place, text: tightText(document, call.callee.object) };
  return undefined;
}
