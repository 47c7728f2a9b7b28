/** Removing the activation that made the space: it changes training, so it is a suggestion. */
import type { Call, Expression, Sequence } from '@softlens/syntax';
import type { Edit, Fix, ParsedDocument } from '../../api.ts';
import type { Place } from '../../values/space.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { producerOf, shortOrigin } from '../engine/origin.ts';
import { message, type RuleContext } from '../engine/rule.ts';
import {
  argumentAt,
  callAt,
  callOfResult,
  removeArgument,
  removeItem,
  removeStatement,
  sequenceAround,
  tightText,
} from './nodes.ts';

export function dropActivation({ space }: Pick<Mismatch, 'space'>, context: RuleContext): readonly Fix[] {
  const producer = producerOf(space);
  const document = producer && context.document(producer.place.path);
  const call = producer && callAt(document, producer.place);
  if (!producer || !document || !call) return [];
  const edit = withoutActivation(document, call, producer.place);
  return edit
    ? [{ title: message('fix.drop-activation', { what: shortOrigin(producer) }), safety: 'unsafe', edits: [edit] }]
    : [];
}

function withoutActivation(document: ParsedDocument, call: Call, place: Place): Edit | undefined {
  const activation = call.args.find(({ kind, name }) => kind === 'keyword' && name === 'activation');
  if (activation && !/(?:^|\.)Activation$/.test(textOf(document, call.callee))) return removeArgument(document, call, activation);
  const [first] = call.args;
  if (isLayer(call)) return withoutLayer(document, call, place);
  if (first && first.kind === 'positional' && first.value.kind !== 'number')
    return { ...place, text: tightText(document, first.value) };
  if (call.callee.kind === 'attribute' && !/^[A-Z]/.test(call.callee.name))
    return { ...place, text: tightText(document, call.callee.object) };
  return undefined;
}

/** `nn.Softmax(dim=1)`, `Activation('softmax')`: constructed, and not applied to anything here. */
function isLayer({ callee, args: [first] }: Call): boolean {
  const name = callee.kind === 'attribute' ? callee.name : callee.kind === 'name' ? callee.name : '';
  const isPlain = !first || first.kind === 'keyword' || first.value.kind === 'number' || first.value.kind === 'string';
  return isPlain && /^[A-Z]/.test(name);
}

/** Takes a layer out of the list, the call or the lines that make up the model; `Layer(…)(x)` becomes `x`. */
function withoutLayer(document: ParsedDocument, call: Call, place: Place): Edit | undefined {
  const input = callOfResult(document, call);
  if (input) {
    const [x, more] = input.args;
    return x?.kind === 'positional' && !more
      ? { path: place.path, start: input.start, end: input.end, text: tightText(document, x.value) }
      : undefined;
  }
  const sequence = sequenceAround(document, place);
  if (sequence) return withoutItem(document, sequence, place);
  const container = argumentAt(document, place);
  if (!container) return undefined;
  const name = container.call.callee.kind === 'attribute' ? container.call.callee.name : '';
  if (adding.has(name)) return removeStatement(document, container.call);
  return removeArgument(document, container.call, container.argument);
}

/** `model.add(layer)`, `layers.append(layer)`, `self.add_module('softmax', layer)`. */
const adding: ReadonlySet<string> = new Set(['add', 'append', 'add_module']);

/** An item of a list, or the pair of a name and a layer. */
function withoutItem(document: ParsedDocument, { type, elements, start, end }: Sequence, place: Place): Edit | undefined {
  const isPair = type === 'tuple' && elements.length === 2 && elements[0]?.kind === 'string';
  if (isPair) {
    const outer = sequenceAround(document, { path: place.path, start, end });
    return outer && withoutItem(document, outer, { path: place.path, start, end });
  }
  const item = elements.find((one) => one.start === place.start && one.end === place.end);
  return item && elements.length > 1 ? removeItem(document, elements, item) : undefined;
}

const textOf = ({ text }: ParsedDocument, { start, end }: Expression): string => text.slice(start, end);
