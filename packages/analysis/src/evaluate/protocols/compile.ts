/**
 * Keras' `compile`: its loss and metrics meet the model's output, so they are called with it here, as `fit` will do.
 * https://keras.io/api/models/model_training_apis/#compile-method
 */
import type { Range } from '@softlens/syntax';
import type { Reference, Value } from '../../values/value.ts';
import { casesOf, forEachCase } from '../alternatives.ts';
import type { BoundArguments } from '../arguments.ts';
import { callWith } from '../calls.ts';
import { itemsOf } from '../iteration.ts';
import { qualifiedValue } from '../names.ts';
import { stateOf } from '../objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { modelOutput } from './keras.ts';

export function compileModel(run: Run, self: Reference, bound: BoundArguments, node: Range): void {
  const loss = bound.values.get('loss');
  const metrics = bound.values.get('metrics');
  if ((!loss || loss.kind === 'none') && (!metrics || metrics.kind === 'none')) return;
  run.muted++;
  const output = modelOutput(run, self);
  run.muted--;
  if (!output) return;
  if (loss && loss.kind !== 'none') forEachCase(run, loss, (one) => meetLoss(run, one, output, bound.ranges.get('loss') ?? node));
  if (!metrics || metrics.kind === 'none') return;
  const { items } = itemsOf(run, metrics, node);
  for (const metric of items ?? []) meetMetric(run, metric, loss, output, bound.ranges.get('metrics') ?? node);
}

function meetLoss(run: Run, loss: Value, output: Value, node: Range): Value {
  const losses = loss.kind === 'tuple' || loss.kind === 'reference' ? listed(run, loss) : undefined;
  const outputs = listed(run, output) ?? [output];
  if (losses) {
    if (losses.length === outputs.length) {
      for (const [i, one] of losses.entries()) meetLoss(run, one, outputs[i] as Value, node);
    }
    return unknown(run, 'unmodelled', 'losses');
  }
  const fn = loss.kind === 'text' ? qualifiedValue(run, `keras.losses.${loss.value}`) : loss;
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
function meetMetric(run: Run, metric: Value, loss: Value | undefined, output: Value, node: Range): void {
  const outputs = listed(run, output);
  if (outputs) {
    const [only] = outputs;
    if (only && outputs.length === 1) meetMetric(run, metric, loss, only, node);
    return;
  }
  if (metric.kind !== 'text') {
    meet(run, metric, output, node);
    return;
  }
  const isAccuracy = metric.value === 'accuracy' || metric.value === 'acc';
  const name = isAccuracy ? accuracyFor(run, loss) : metric.value;
  if (name !== undefined) meet(run, qualifiedValue(run, `keras.metrics.${name}`), output, node);
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
