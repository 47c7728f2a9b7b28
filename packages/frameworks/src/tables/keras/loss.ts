import type { OperationName } from '../../operations.ts';
import type { Accepts, Row } from '../../schema.ts';
import { call, classesOf, type FunctionExtras, functionsOf } from '../row.ts';
import { loss, wantsDistribution, wantsLogits, wantsProbabilities } from '../spaces.ts';

const probabilistic = { before: 'https://keras.io/api/losses/probabilistic_losses/' };
const regression = { before: 'https://keras.io/api/losses/regression_losses/' };
const cls = classesOf('keras.losses', probabilistic);
const f = functionsOf('keras.losses', probabilistic);
const gives = [loss];
const base = { bases: ['keras.losses.Loss'] };
const call3 = '(y_true: target, y_pred: x, sample_weight: weight=None)';
const tail = "reduction='sum_over_batch_size', name: _name=..., dtype: _dtype=None";

/** By default predictions are probabilities; with `from_logits=True` logits. */
const categorical = [
  wantsProbabilities('x', 'categorical', { role: 'axis' }, { fromLogits: false }),
  wantsLogits('x', 'categorical', { role: 'axis' }, { fromLogits: true }),
];
const sparse = [
  wantsProbabilities('x', 'categorical', -1, { fromLogits: false }),
  wantsLogits('x', 'categorical', -1, { fromLogits: true }),
];
const binary = [
  wantsProbabilities('x', 'bernoulli', undefined, { fromLogits: false }),
  wantsLogits('x', 'bernoulli', undefined, { fromLogits: true }),
];
const oneHotTarget: Accepts = { role: 'target', space: ['one-hot', 'probabilities'] };
const indexTarget: Accepts = { role: 'target', space: 'class-index' };

const smoothing = 'label_smoothing: labelSmoothing=0.0';
const logits = 'from_logits: fromLogits=False';
const crossentropies: readonly Row[] = [
  cls('CategoricalCrossentropy', `(${logits}, ${smoothing}, axis=-1, ${tail})`, {
    call: call(call3, 'kerasCategoricalCrossentropy', { accepts: [...categorical, oneHotTarget], gives }),
    ...base,
  }),
  cls(
    'SparseCategoricalCrossentropy',
    `(${logits}, ignore_class: ignoreClass=None, reduction='sum_over_batch_size', axis=-1, name: _name=..., dtype: _dtype=None)`,
    {
      call: call(call3, 'kerasSparseCategoricalCrossentropy', { accepts: [...sparse, indexTarget], gives }),
      ...base,
    },
  ),
  cls('BinaryCrossentropy', `(${logits}, ${smoothing}, axis=-1, ${tail})`, {
    call: call(call3, 'kerasBinaryCrossentropy', { accepts: [...binary, oneHotTarget], gives }),
    ...base,
  }),
  cls('CategoricalFocalCrossentropy', `(alpha=0.25, gamma=2.0, ${logits}, ${smoothing}, axis=-1, ${tail})`, {
    call: call(call3, 'kerasFocal', { accepts: [...categorical, oneHotTarget], gives, fixed: { kind: 'categorical' } }),
    since: '2.13',
    ...base,
  }),
  cls(
    'BinaryFocalCrossentropy',
    `(apply_class_balancing: balanced=False, alpha=0.25, gamma=2.0, ${logits}, ${smoothing}, axis=-1, ${tail})`,
    {
      call: call(call3, 'kerasFocal', { accepts: [...binary, oneHotTarget], gives, fixed: { kind: 'binary' } }),
      since: '2.9',
      ...base,
    },
  ),
  cls('KLDivergence', `(${tail})`, {
    call: call(call3, 'kerasKlDivergence', { accepts: [wantsProbabilities(), wantsDistribution('target')], gives }),
    ...base,
  }),
  f('categorical_crossentropy', `(y_true: target, y_pred: x, ${logits}, ${smoothing}, axis=-1)`, 'kerasCategoricalCrossentropy', {
    accepts: [...categorical, oneHotTarget],
    gives,
  }),
  f(
    'sparse_categorical_crossentropy',
    `(y_true: target, y_pred: x, ${logits}, ignore_class: ignoreClass=None, axis=-1)`,
    'kerasSparseCategoricalCrossentropy',
    {
      accepts: [...sparse, indexTarget],
      gives,
    },
  ),
  f('binary_crossentropy', `(y_true: target, y_pred: x, ${logits}, ${smoothing}, axis=-1)`, 'kerasBinaryCrossentropy', {
    accepts: [...binary, oneHotTarget],
    gives,
  }),
  f(
    'categorical_focal_crossentropy',
    `(y_true: target, y_pred: x, alpha=0.25, gamma=2.0, ${logits}, ${smoothing}, axis=-1)`,
    'kerasFocal',
    {
      accepts: [...categorical, oneHotTarget],
      gives,
      fixed: { kind: 'categorical' },
    },
  ),
  f(
    'binary_focal_crossentropy',
    `(y_true: target, y_pred: x, apply_class_balancing: balanced=False, alpha=0.25, gamma=2.0, ${logits}, ${smoothing}, axis=-1)`,
    'kerasFocal',
    {
      accepts: [...binary, oneHotTarget],
      gives,
      fixed: { kind: 'binary' },
    },
  ),
  f('kl_divergence', '(y_true: target, y_pred: x)', 'kerasKlDivergence', {
    accepts: [wantsProbabilities(), wantsDistribution('target')],
    gives,
    also: ['keras.losses.kullback_leibler_divergence', 'keras.losses.KLD', 'keras.losses.kld'],
  }),
];

const means: readonly (readonly [cls: string, name: string, kind: string, also: readonly string[], extra?: string])[] = [
  ['MeanSquaredError', 'mean_squared_error', 'mse', ['MSE', 'mse']],
  ['MeanAbsoluteError', 'mean_absolute_error', 'mae', ['MAE', 'mae']],
  ['MeanAbsolutePercentageError', 'mean_absolute_percentage_error', 'mape', ['MAPE', 'mape']],
  ['MeanSquaredLogarithmicError', 'mean_squared_logarithmic_error', 'msle', ['MSLE', 'msle']],
  ['LogCosh', 'log_cosh', 'logcosh', ['logcosh']],
  ['Huber', 'huber', 'huber', [], 'delta=1.0'],
  ['Hinge', 'hinge', 'hinge', []],
  ['SquaredHinge', 'squared_hinge', 'squaredHinge', []],
  ['CategoricalHinge', 'categorical_hinge', 'categoricalHinge', []],
  ['Poisson', 'poisson', 'poisson', []],
  ['CosineSimilarity', 'cosine_similarity', 'cosine', [], 'axis=-1'],
];
const meanClass = classesOf('keras.losses', regression);
const meanFunction = functionsOf('keras.losses', regression);
const regressions: readonly Row[] = means.flatMap(([className, name, kind, also, extra]) => {
  const more = extra === undefined ? '' : `${extra}, `;
  const op: OperationName = 'kerasMean';
  const extras: FunctionExtras = { fixed: { kind }, gives };
  return [
    meanClass(className, `(${more}${tail})`, { call: call(call3, op, extras), ...base }),
    meanFunction(name, `(y_true: target, y_pred: x${extra === undefined ? '' : `, ${extra}`})`, op, {
      ...extras,
      ...(also.length === 0 ? {} : { also: also.map((each) => `keras.losses.${each}`) }),
    }),
  ];
});

export const rows: readonly Row[] = [
  classesOf('keras.losses', { before: 'https://keras.io/api/losses/' })(
    'Loss',
    "(name: _name=None, reduction='sum_over_batch_size', dtype: _dtype=None)",
    {},
  ),
  ...crossentropies,
  ...regressions,
];

/** What the strings of `compile(loss=…)` name. */
export const identifiers: Readonly<Record<string, string>> = Object.fromEntries([
  ...[
    'categorical_crossentropy',
    'sparse_categorical_crossentropy',
    'binary_crossentropy',
    'categorical_focal_crossentropy',
    'binary_focal_crossentropy',
    'kl_divergence',
    'kullback_leibler_divergence',
    'kld',
    'KLD',
  ].map((name) => [name, `keras.losses.${name}`] as const),
  ...means.flatMap(([className, name, , also]) =>
    [className, name, ...also].map((each) => [each, `keras.losses.${name}`] as const),
  ),
  ...(
    [
      ['CategoricalCrossentropy', 'categorical_crossentropy'],
      ['SparseCategoricalCrossentropy', 'sparse_categorical_crossentropy'],
      ['BinaryCrossentropy', 'binary_crossentropy'],
      ['KLDivergence', 'kl_divergence'],
    ] as const
  ).map(([from, to]) => [from, `keras.losses.${to}`] as const),
]);
