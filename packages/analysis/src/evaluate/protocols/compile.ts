/**
 * Keras' `compile`: its loss and metrics meet the model's output, so they are called with it here, as `fit` will do.
 * https://keras.io/api/models/model_training_apis/#compile-method
 */
import { library as libraryNamed } from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import type { Reference, Value } from '../../values/value.ts';
import type { BoundArguments } from '../calls/arguments.ts';
import { callWith } from '../calls/calls.ts';
import { qualifiedValue } from '../expressions/names.ts';
import { stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { casesOf, forEachCase } from '../state/alternatives.ts';
import { itemsOf } from '../statements/iteration.ts';
import { modelOutput } from './keras.ts';

export function compileModel(run: Run, self: Reference, bound: BoundArguments, node: Range): void {
  const loss = bound.values.get('loss');
  const metrics = bound.values.get('metrics');
  if ((!loss || loss.kind === 'none') && (!metrics || metrics.kind === 'none')) return;
  const output = outputOf(run, self);
  if (!output) return;
  const name: Naming = (kind, text) => namedFunction(run, self, kind, text);
  if (loss && loss.kind !== 'none')
    forEachCase(run, loss, (one) => meetLoss(run, one, output, bound.ranges.get('loss') ?? node, name));
  if (!metrics || metrics.kind === 'none') return;
  const { items } = itemsOf(run, metrics, node);
  for (const metric of items ?? []) meetMetric(run, metric, loss, output, bound.ranges.get('metrics') ?? node, name);
}

/** The layers of a model that the library calls are heard here, where it is complete; a `call` of the program is an entry of its own. */
function outputOf(run: Run, self: Reference): Value | undefined {
  if (stateOf(run, self)?.kind === 'libraryObject') return modelOutput(run, self);
  run.muted++;
  const output = modelOutput(run, self);
  run.muted--;
  return output;
}

/** What a string stands for: `'categorical_crossentropy'`, and in TensorFlow.js `'categoricalCrossentropy'`. */
type Naming = (kind: 'loss' | 'metric', text: string) => Value;

function namedFunction(run: Run, self: Reference, kind: 'loss' | 'metric', text: string): Value {
  const state = stateOf(run, self);
  const library = state?.kind === 'libraryObject' ? state.library : undefined;
  if (library !== 'tfjs') return qualifiedValue(run, `keras.${kind === 'loss' ? 'losses' : 'metrics'}.${text}`);
  const name = libraryNamed(library)?.identifiers?.[kind]?.[text];
  return name === undefined ? unknown(run, 'unread-call', text) : qualifiedValue(run, name);
}

function meetLoss(run: Run, loss: Value, output: Value, node: Range, name: Naming): Value {
  const losses = loss.kind === 'tuple' || loss.kind === 'reference' ? listed(run, loss) : undefined;
  const outputs = listed(run, output) ?? [output];
  if (losses) {
    if (losses.length === outputs.length) {
      for (const [i, one] of losses.entries()) meetLoss(run, one, outputs[i] as Value, node, name);
    }
    return unknown(run, 'unmodelled', 'losses');
  }
  const fn = loss.kind === 'text' ? name('loss', loss.value) : loss;
  // One loss is that of every output.
  for (const one of outputs) meet(run, fn, one, node);
  return unknown(run, 'unmodelled', 'losses');
}

function listed(run: Run, value: Value): readonly Value[] | undefined {
  if (value.kind === 'tuple') return value.items;
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'list' ? state.items : undefined;
}

/** `'accuracy'` is the binary, categorical or sparse one by the loss. */
function meetMetric(run: Run, metric: Value, loss: Value | undefined, output: Value, node: Range, name: Naming): void {
  const outputs = listed(run, output);
  if (outputs) {
    const [only] = outputs;
    if (only && outputs.length === 1) meetMetric(run, metric, loss, only, node, name);
    return;
  }
  if (metric.kind !== 'text') {
    meet(run, metric, output, node);
    return;
  }
  const isAccuracy = metric.value === 'accuracy' || metric.value === 'acc';
  const text = isAccuracy ? accuracyFor(run, loss) : metric.value;
  if (text !== undefined) meet(run, name('metric', text), output, node);
}

function accuracyFor(run: Run, loss: Value | undefined): string | undefined {
  const one = loss && casesOf(run, loss)[0]?.value;
  const state = one?.kind === 'reference' ? stateOf(run, one) : undefined;
  const name =
    one?.kind === 'text'
      ? one.value
      : state?.kind === 'libraryObject'
        ? state.row.name
        : one?.kind === 'libraryFunction'
          ? one.row.name
          : '';
  const plain = name.toLowerCase().replaceAll('_', '');
  if (plain.includes('sparsecategorical')) return 'sparse_categorical_accuracy';
  if (plain.includes('categorical')) return 'categorical_accuracy';
  return plain.includes('binary') ? 'binary_accuracy' : undefined;
}

function meet(run: Run, fn: Value, output: Value, node: Range): Value {
  if (fn.kind === 'libraryName' || fn.kind === 'unknown') return fn;
  const callee = fn.kind === 'libraryClass' ? callWith(run, fn, [], node) : fn;
  return callWith(run, callee, [unknown(run, 'input', 'labels'), output], node);
}
