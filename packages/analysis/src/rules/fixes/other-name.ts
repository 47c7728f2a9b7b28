/** Calling, or naming, what the arguments fit: `predict` → `predict_proba`, `'categorical_crossentropy'` → its sparse form. */
import type { Fix } from '../../api.ts';
import type { Place } from '../../values/space.ts';
import type { Mismatch } from '../engine/mismatch.ts';
import { producerOf } from '../engine/origin.ts';
import { edit, message, type RuleContext } from '../engine/rule.ts';
import { renameCallee } from './names.ts';
import { callAt } from './nodes.ts';

/** Losses of one-hot targets and the same of class indices, by the last part of their names. */
const pairs: readonly (readonly [oneHot: string, sparse: string])[] = [
  ['categorical_crossentropy', 'sparse_categorical_crossentropy'],
  ['CategoricalCrossentropy', 'SparseCategoricalCrossentropy'],
  ['softmax_cross_entropy_with_logits', 'sparse_softmax_cross_entropy_with_logits'],
  ['softmax_cross_entropy', 'softmax_cross_entropy_with_integer_labels'],
];

/** The loss that takes targets of the other kind. */
export function takeLossOf(kind: 'one-hot' | 'class-index') {
  const other = new Map(pairs.map(([oneHot, sparse]) => (kind === 'one-hot' ? [sparse, oneHot] : [oneHot, sparse])));
  return ({ event }: Mismatch, context: RuleContext): readonly Fix[] => {
    const at = event.row.name.lastIndexOf('.') + 1;
    const better = other.get(event.row.name.slice(at));
    return better === undefined ? [] : calling(event.made ?? event.place, event.row.name.slice(0, at) + better, better, context);
  };
}

/** scikit-learn's estimators give probabilities beside classes: `clf.predict(X)` → `clf.predict_proba(X)`. */
export function predictProbabilities({ space }: Mismatch, context: RuleContext): readonly Fix[] {
  const producer = producerOf(space);
  const isPrediction = producer !== undefined && /^sklearn\..*\.predict$/.test(producer.what);
  return isPrediction ? calling(producer.place, `${producer.what}_proba`, 'predict_proba', context) : [];
}

function calling(place: Place, qualified: string, name: string, context: RuleContext): readonly Fix[] {
  const document = context.document(place.path);
  const call = callAt(document, place);
  const text = document?.text.slice(place.start, place.end) ?? '';
  const quote = /^(['"])\w+\1$/.exec(text)?.[1];
  const edits = quote ? [edit(place, quote + name + quote)] : document && call && renameCallee(document, call, qualified);
  return edits ? [{ title: message('fix.other-name', { name }), safety: 'unsafe', edits }] : [];
}
