/**
 * Dense(2, activation='softmax') against Dense(1, activation='sigmoid') at the end of a compiled Keras model.
 * https://keras.io/api/losses/probabilistic_losses/ says what each loss takes; one compile must name it.
 */
import type { Argument, Call, Expression } from '@softlens/syntax';
import type { Place } from '../../values/space.ts';
import type { LibraryObject, Value } from '../../values/value.ts';
import type { Changes } from '../changes.ts';
import { placeIn, placeKey, type SourceTree, textOf } from '../source-tree.ts';
import { ofPredictions } from './keras-predictions.ts';
import { toColumn } from './keras-targets.ts';
import { callsOf, libraryObject, of } from './torch-values.ts';

export interface KerasHead {
  readonly tree: SourceTree;
  readonly call: Call;
  readonly units: 1 | 2;
  readonly place: Place;
  /** What it gives: probabilities, or scores that the loss takes with from_logits. */
  readonly gives: 'probabilities' | 'scores';
}

/** A call of a method of the head's model. */
export interface ModelCall {
  readonly tree: SourceTree;
  readonly call: Call;
  readonly method: string;
}

export function kerasHeads(trees: readonly SourceTree[]): readonly KerasHead[] {
  return trees.flatMap((tree) =>
    tree.facts.flatMap((fact): KerasHead[] => {
      const made = fact.call?.row.name === 'keras.layers.Dense' ? libraryObject(fact.value) : undefined;
      const units = made?.args.get('features');
      const call = tree.expressionAt(fact);
      const place = placeIn(tree, fact);
      if (!made || placeKey(made.place) !== placeKey(place) || call?.kind !== 'call' || units?.kind !== 'int') return [];
      if (units.value !== 1 && units.value !== 2) return [];
      const gives = givenBy(made.args.get('activation'), units.value);
      return gives ? [{ tree, call, units: units.value, place, gives }] : [];
    }),
  );
}

function givenBy(activation: Value | undefined, units: 1 | 2): KerasHead['gives'] | undefined {
  if (!activation || activation.kind === 'none') return 'scores';
  if (activation.kind !== 'text') return undefined;
  if (activation.value === 'linear') return 'scores';
  return activation.value === (units === 2 ? 'softmax' : 'sigmoid') ? 'probabilities' : undefined;
}

export function kerasRewrite(head: KerasHead, trees: readonly SourceTree[], changes: Changes): void {
  const calls = callsOfModel(head, trees);
  const compiles = calls?.filter(({ method }) => method === 'compile') ?? [];
  const [compile] = compiles;
  const units = argumentOf(head.call, 'units', 0);
  if (!calls || !compile || compiles.length > 1 || units?.value.kind !== 'number') {
    changes.refuse();
    return;
  }
  changes.replace('layer', head.tree, units.value, head.units === 2 ? '1' : '2');
  const activation = argumentOf(head.call, 'activation', 1);
  if (activation) {
    if (activation.value.kind !== 'string') {
      changes.refuse();
      return;
    }
    if (head.gives === 'probabilities')
      rewriteText(changes, 'activation', head.tree, activation.value, head.units === 2 ? 'sigmoid' : 'softmax');
  }
  const loss = lossOf(compile, head);
  if (!loss) {
    changes.refuse();
    return;
  }
  takeLoss(changes, compile.tree, loss, head);
  takeMetrics(changes, compile, loss, head);
  for (const one of calls) {
    if (one.method === 'fit' || one.method === 'evaluate') {
      if (loss.from.startsWith('Categorical')) toColumn(changes, one);
    } else if (one.method !== 'compile') ofPredictions(changes, one, head);
  }
}

/** Undefined where the head stands in several models, or is called by itself. */
function callsOfModel(head: KerasHead, trees: readonly SourceTree[]): readonly ModelCall[] | undefined {
  const own = callsOf(head.place, trees);
  const made = head.tree.factOf(head.call)?.value;
  const ids = new Set(made ? of(made).flatMap((one) => (one.kind === 'reference' ? [one.id] : [])) : []);
  // What a layer gives comes from where it is called, or from where it is written.
  const outputs = new Set([head.place, ...(own ?? [])].map(placeKey));
  const models = new Set<string>();
  const calls: ModelCall[] = [];
  for (const tree of trees) {
    for (const fact of tree.facts) {
      const call = fact.call && tree.expressionAt(fact);
      if (call?.kind !== 'call') continue;
      const callee = call.callee;
      const isMethod = callee.kind === 'attribute' && libraryObject(tree.factOf(callee.object)?.value) !== undefined;
      const self = tree.factOf(isMethod ? callee.object : callee)?.value;
      const objects = self ? of(self).map(libraryObject) : [];
      const ours = objects.filter((one) => one && endsWith(one, ids, outputs));
      if (ours.length === 0) continue;
      if (ours.length < objects.length) return undefined;
      for (const one of ours) if (one) models.add(placeKey(one.place));
      calls.push({ tree, call, method: isMethod ? callee.name : '()' });
    }
  }
  return own && models.size === 1 ? calls : undefined;
}

/** Layers in a list go by their number: how they are made is no longer told that deep. */
function endsWith(model: LibraryObject, head: ReadonlySet<number>, outputs: ReadonlySet<string>): boolean {
  const layers = model.fields.get('$modules');
  const items = layers?.kind === 'reference' && layers.state?.kind === 'list' ? layers.state.items : undefined;
  const last = items?.at(-1);
  if (last) return last.kind === 'reference' && head.has(last.id);
  const given = model.args.get('outputs');
  const producer = given?.kind === 'array' ? given.space?.origin.at(-1) : undefined;
  return producer !== undefined && outputs.has(placeKey(producer.place));
}

interface LossArgument {
  readonly from: 'SparseCategoricalCrossentropy' | 'CategoricalCrossentropy' | 'BinaryCrossentropy';
  readonly node: Expression;
  /** `keras` of `keras.losses.BinaryCrossentropy(…)`. */
  readonly library?: string;
}

const texts: Readonly<Record<string, LossArgument['from']>> = {
  sparse_categorical_crossentropy: 'SparseCategoricalCrossentropy',
  categorical_crossentropy: 'CategoricalCrossentropy',
  binary_crossentropy: 'BinaryCrossentropy',
};

/** The loss that fits the head, written as a name or made in the call, with nothing but from_logits. */
function lossOf({ tree, call }: ModelCall, head: KerasHead): LossArgument | undefined {
  const node = argumentOf(call, 'loss', 1)?.value;
  if (node?.kind === 'string') {
    const from = Object.hasOwn(texts, node.value) ? texts[node.value] : undefined;
    return from && fits(from, head) && head.gives === 'probabilities' ? { from, node } : undefined;
  }
  if (node?.kind !== 'call' || node.callee.kind !== 'attribute') return undefined;
  const { name, object } = node.callee;
  const from = Object.values(texts).find((one) => one === name);
  const fromLogits = tree.factOf(node)?.call?.args.get('fromLogits');
  const takesScores = fromLogits?.kind === 'bool' && fromLogits.value;
  if (!from || !fits(from, head) || takesScores !== (head.gives === 'scores')) return undefined;
  if (!node.args.every((one) => one.name === 'from_logits')) return undefined;
  const library = /^(.*)\.losses$/.exec(textOf(tree, object))?.[1];
  return { from, node, ...(library !== undefined && { library }) };
}

const fits = (from: LossArgument['from'], { units }: KerasHead): boolean => (from === 'BinaryCrossentropy') === (units === 1);

function takeLoss(changes: Changes, tree: SourceTree, { node }: LossArgument, { units }: KerasHead): void {
  if (node.kind === 'string')
    rewriteText(changes, 'loss', tree, node, units === 2 ? 'binary_crossentropy' : 'sparse_categorical_crossentropy');
  else if (node.kind === 'call' && node.callee.kind === 'attribute')
    changes.replace('loss', tree, node.callee.nameRange, units === 2 ? 'BinaryCrossentropy' : 'SparseCategoricalCrossentropy');
}

/** `'accuracy'` follows the loss, but takes 0.5 for the threshold: a single score needs BinaryAccuracy(threshold=0). */
function takeMetrics(changes: Changes, { tree, call }: ModelCall, { library }: LossArgument, head: KerasHead): void {
  const metrics = argumentOf(call, 'metrics', 3)?.value ?? argumentOf(call, 'metrics', 2)?.value;
  if (!metrics || (metrics.kind === 'constant' && metrics.value === null)) return;
  if (metrics.kind !== 'sequence') {
    changes.refuse();
    return;
  }
  for (const metric of metrics.elements) {
    if (metric.kind !== 'string') {
      changes.refuse();
      return;
    }
    const { value } = metric;
    const isAccuracy = value === 'accuracy' || value === 'acc';
    if (isAccuracy && head.gives === 'probabilities') continue;
    if (isAccuracy && head.units === 2 && library !== undefined)
      changes.replace('metrics', tree, metric, `${library}.metrics.BinaryAccuracy(threshold=0)`);
    else if (head.gives === 'probabilities' && head.units === 2 && /^(?:sparse_)?categorical_accuracy$/.test(value))
      rewriteText(changes, 'metrics', tree, metric, 'binary_accuracy');
    else if (head.gives === 'probabilities' && head.units === 1 && value === 'binary_accuracy')
      rewriteText(changes, 'metrics', tree, metric, 'sparse_categorical_accuracy');
    else changes.refuse();
  }
}

/** The text between the quotes. */
function rewriteText(
  changes: Changes,
  part: 'activation' | 'loss' | 'metrics',
  tree: SourceTree,
  node: Expression,
  text: string,
): void {
  const written = textOf(tree, node);
  const quote = written[0] ?? '';
  if (!/^(['"])[\w]+\1$/.test(written)) {
    changes.refuse();
    return;
  }
  changes.replace(part, tree, node, quote + text + quote);
}

export function argumentOf({ args }: Call, name: string, position: number): Argument | undefined {
  const named = args.find((one) => one.name === name);
  const placed = args[position];
  return named ?? (placed?.kind === 'positional' ? placed : undefined);
}
