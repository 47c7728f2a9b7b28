/** Taking the loss that applies the activation itself: BCELoss → BCEWithLogitsLoss, NLLLoss → CrossEntropyLoss, from_logits=True. */
import type { Fix, Message, ParsedDocument } from '../../api.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { edit, message, type RuleContext } from '../engine/rule.ts';
import { kerasNameFor, renameCallee } from './names.ts';
import { callAt, removeArgument } from './nodes.ts';

/** The last part of the qualified name. */
const withLogits: Readonly<Record<string, string>> = {
  binary_cross_entropy: 'binary_cross_entropy_with_logits',
  BCELoss: 'BCEWithLogitsLoss',
  nll_loss: 'cross_entropy',
  NLLLoss: 'CrossEntropyLoss',
};

/** Keras' losses by name, as classes. */
const kerasClasses: Readonly<Record<string, string>> = {
  binary_crossentropy: 'BinaryCrossentropy',
  categorical_crossentropy: 'CategoricalCrossentropy',
  sparse_categorical_crossentropy: 'SparseCategoricalCrossentropy',
};

export function useLogitsLoss({ event }: Pick<Mismatch, 'event'>, context: RuleContext): readonly Fix[] {
  const made = event.made ?? event.place;
  const document = context.document(made.path);
  if (!document) return [];
  if (event.args.has('fromLogits')) return addFromLogits(document, made);
  const call = callAt(document, made);
  const at = event.row.name.lastIndexOf('.') + 1;
  const better = withLogits[event.row.name.slice(at)];
  const edits = call && better && renameCallee(document, call, event.row.name.slice(0, at) + better);
  return edits ? [suggested(message('fix.logits-loss', { loss: better }), edits)] : [];
}

/** `loss='binary_crossentropy'` → `loss=keras.losses.BinaryCrossentropy(from_logits=True)`, or the argument of a call. */
function addFromLogits(document: ParsedDocument, place: Mismatch['place']): readonly Fix[] {
  const title = message('fix.from-logits');
  const call = callAt(document, place);
  if (call) {
    const at = call.argsRange.end - 1;
    const given = call.args.find(({ name }) => name === 'from_logits');
    if (given) return [suggested(title, [edit({ path: document.path, ...rangeOf(given.value) }, 'True')])];
    const text = call.args.length > 0 ? ', from_logits=True' : 'from_logits=True';
    return [suggested(title, [{ path: document.path, start: at, end: at, text }])];
  }
  const name = /^['"](\w+)['"]$/.exec(document.text.slice(place.start, place.end))?.[1];
  const loss =
    name === undefined ? undefined : (kerasClasses[name] ?? (Object.values(kerasClasses).includes(name) ? name : undefined));
  if (!loss) return [];
  const naming = kerasNameFor(document, `losses.${loss}`);
  return [suggested(title, [edit(place, `${naming.text}(from_logits=True)`), ...naming.edits])];
}

/** The other way round: the output is probabilities, as the loss expects without `from_logits=True`. */
export function dropFromLogits({ event }: Mismatch, context: RuleContext): readonly Fix[] {
  const made = event.made ?? event.place;
  const document = context.document(made.path);
  const call = callAt(document, made);
  const argument = call?.args.find(({ kind, name }) => kind === 'keyword' && name === 'from_logits');
  if (!document || !call || !argument) return [];
  return [suggested(message('fix.drop-from-logits'), [removeArgument(document, call, argument)])];
}

const rangeOf = ({ start, end }: { readonly start: number; readonly end: number }) => ({ start, end });

const suggested = (title: Message, edits: Fix['edits']): Fix => ({ title, safety: 'unsafe', edits });
