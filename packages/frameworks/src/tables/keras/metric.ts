import type { Accepts, Row } from '../../schema.ts';
import { call, classesOf, functionsOf } from '../row.ts';
import { wantsDistribution, wantsLogits, wantsProbabilities } from '../spaces.ts';

const cls = classesOf('keras.metrics', { before: 'https://keras.io/api/metrics/' });
const f = functionsOf('keras.metrics', { before: 'https://keras.io/api/metrics/accuracy_metrics/' });
const named = 'name: _name=..., dtype: _dtype=None';
const triple = '(y_true: target, y_pred: x, sample_weight: _sample_weight=None)';

/** Predictions are compared with the threshold: at 0.5 they must be probabilities; any other threshold is taken at its word. */
const at = (role: string, value: number | null): Accepts => wantsProbabilities('x', undefined, undefined, { [role]: value });
const scores = [
  wantsProbabilities('x', undefined, undefined, { fromLogits: false }),
  wantsLogits('x', undefined, undefined, { fromLogits: true }),
];

function metric(name: string, signature: string, accepts: readonly Accepts[], fixed?: { readonly kind: string }): Row {
  const update = call(triple, fixed === undefined ? undefined : 'kerasAccuracy', {
    accepts,
    ...(fixed === undefined ? {} : { fixed }),
  });
  return cls(name, signature, {
    call: update,
    methods: { update_state: call(triple, undefined, { accepts }), result: call('()'), reset_state: call('()') },
  });
}

const classes: readonly Row[] = [
  metric('Accuracy', `(${named})`, [{ role: 'x', space: ['class-index', 'one-hot'] }], { kind: 'plain' }),
  metric('BinaryAccuracy', `(name: _name='binary_accuracy', dtype: _dtype=None, threshold=0.5)`, [at('threshold', 0.5)], {
    kind: 'binary',
  }),
  metric('CategoricalAccuracy', `(${named})`, [], { kind: 'categorical' }),
  metric('SparseCategoricalAccuracy', `(${named})`, [], { kind: 'sparse' }),
  metric('TopKCategoricalAccuracy', `(k=5, ${named})`, [], { kind: 'topK' }),
  metric('SparseTopKCategoricalAccuracy', `(k=5, ${named}, from_sorted_ids: _from_sorted_ids=False)`, [], { kind: 'sparseTopK' }),
  ...['Precision', 'Recall'].map((name) =>
    metric(name, `(thresholds: threshold=None, top_k: topK=None, class_id: _class_id=None, ${named})`, [
      { ...at('threshold', null), when: { threshold: null, topK: null } },
    ]),
  ),
  ...['TruePositives', 'TrueNegatives', 'FalsePositives', 'FalseNegatives'].map((name) =>
    metric(name, `(thresholds: threshold=None, ${named})`, [at('threshold', null)]),
  ),
  metric(
    'AUC',
    `(num_thresholds: _num=200, curve: _curve='ROC', summation_method: _summation='interpolation', ${named}, thresholds: _thresholds=None, multi_label: _multi_label=False, num_labels: _num_labels=None, label_weights: _label_weights=None, from_logits: fromLogits=False)`,
    scores,
  ),
  metric('F1Score', `(average: _average=None, threshold: _threshold=None, name: _name='f1_score', dtype: _dtype=None)`, []),
  metric(
    'BinaryCrossentropy',
    `(name: _name='binary_crossentropy', dtype: _dtype=None, from_logits: fromLogits=False, label_smoothing: _smoothing=0)`,
    scores,
  ),
  metric(
    'CategoricalCrossentropy',
    `(name: _name='categorical_crossentropy', dtype: _dtype=None, from_logits: fromLogits=False, label_smoothing: _smoothing=0, axis: _axis=-1)`,
    scores,
  ),
  metric(
    'SparseCategoricalCrossentropy',
    `(name: _name='sparse_categorical_crossentropy', dtype: _dtype=None, from_logits: fromLogits=False, ignore_class: _ignore_class=None, axis: _axis=-1)`,
    scores,
  ),
  metric('KLDivergence', `(name: _name='kl_divergence', dtype: _dtype=None)`, [
    wantsProbabilities(),
    wantsDistribution('target'),
  ]),
  metric('Mean', "(name: _name='mean', dtype: _dtype=None)", []),
  metric('MeanSquaredError', "(name: _name='mean_squared_error', dtype: _dtype=None)", []),
  metric('MeanAbsoluteError', "(name: _name='mean_absolute_error', dtype: _dtype=None)", []),
];

const functions: readonly Row[] = [
  f('binary_accuracy', '(y_true: target, y_pred: x, threshold=0.5)', 'kerasAccuracy', {
    fixed: { kind: 'binary' },
    accepts: [at('threshold', 0.5)],
  }),
  f('categorical_accuracy', '(y_true: target, y_pred: x)', 'kerasAccuracy', { fixed: { kind: 'categorical' } }),
  f('sparse_categorical_accuracy', '(y_true: target, y_pred: x)', 'kerasAccuracy', { fixed: { kind: 'sparse' } }),
  f('top_k_categorical_accuracy', '(y_true: target, y_pred: x, k=5)', 'kerasAccuracy', { fixed: { kind: 'topK' } }),
  f(
    'sparse_top_k_categorical_accuracy',
    '(y_true: target, y_pred: x, k=5, from_sorted_ids: _from_sorted_ids=False)',
    'kerasAccuracy',
    { fixed: { kind: 'sparseTopK' } },
  ),
];

export const rows: readonly Row[] = [...classes, ...functions];

/**
 * What the strings of `compile(metrics=…)` name. `accuracy` and `acc` are not here: Keras takes the binary, categorical or
 * sparse one by the loss and the shape of the output.
 */
export const identifiers: Readonly<Record<string, string>> = {
  binary_accuracy: 'keras.metrics.BinaryAccuracy',
  BinaryAccuracy: 'keras.metrics.BinaryAccuracy',
  categorical_accuracy: 'keras.metrics.CategoricalAccuracy',
  CategoricalAccuracy: 'keras.metrics.CategoricalAccuracy',
  sparse_categorical_accuracy: 'keras.metrics.SparseCategoricalAccuracy',
  SparseCategoricalAccuracy: 'keras.metrics.SparseCategoricalAccuracy',
  top_k_categorical_accuracy: 'keras.metrics.TopKCategoricalAccuracy',
  sparse_top_k_categorical_accuracy: 'keras.metrics.SparseTopKCategoricalAccuracy',
  AUC: 'keras.metrics.AUC',
  auc: 'keras.metrics.AUC',
  Precision: 'keras.metrics.Precision',
  precision: 'keras.metrics.Precision',
  Recall: 'keras.metrics.Recall',
  recall: 'keras.metrics.Recall',
  mse: 'keras.metrics.MeanSquaredError',
  mean_squared_error: 'keras.metrics.MeanSquaredError',
  mae: 'keras.metrics.MeanAbsoluteError',
  mean_absolute_error: 'keras.metrics.MeanAbsoluteError',
  binary_crossentropy: 'keras.metrics.BinaryCrossentropy',
  categorical_crossentropy: 'keras.metrics.CategoricalCrossentropy',
  sparse_categorical_crossentropy: 'keras.metrics.SparseCategoricalCrossentropy',
};
