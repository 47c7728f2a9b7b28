import type { Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { loss, wantsClassIndex, wantsDistribution, wantsLogits, wantsLogProbabilities, wantsSoftTarget } from '../spaces.ts';

const page = functionsOf('optax', { before: 'https://optax.readthedocs.io/en/latest/api/losses.html' });
const optimizers = functionsOf('optax', { before: 'https://optax.readthedocs.io/en/latest/api/optimizers.html' });
const gives = [loss];

/** Every loss is in `optax` and in `optax.losses`. */
function f(...[name, signature, op, extras]: Parameters<typeof page>): Row {
  return page(name, signature, op, { gives, ...extras, also: [`optax.losses.${name}`] });
}

const binary = [wantsLogits('x', 'bernoulli'), wantsSoftTarget()];

export const rows: readonly Row[] = [
  f('softmax_cross_entropy', '(logits: x, labels: target, axis=-1, where=None)', 'softmaxCrossEntropy', {
    accepts: [wantsLogits('x', 'categorical', { role: 'axis' }), wantsSoftTarget('target', 'categorical', { role: 'axis' })],
  }),
  f('safe_softmax_cross_entropy', '(logits: x, labels: target)', 'softmaxCrossEntropy', {
    accepts: [wantsLogits('x', 'categorical', -1), wantsSoftTarget('target', 'categorical', -1)],
    fixed: { axis: -1 },
  }),
  f(
    'softmax_cross_entropy_with_integer_labels',
    '(logits: x, labels: target, axis=-1, where=None)',
    'sparseSoftmaxCrossEntropy',
    {
      accepts: [wantsLogits('x', 'categorical', { role: 'axis' }), wantsClassIndex()],
    },
  ),
  f('sigmoid_binary_cross_entropy', '(logits: x, labels: target)', 'sigmoidCrossEntropy', { accepts: binary }),
  f('sigmoid_focal_loss', '(logits: x, labels: target, alpha=None, gamma=2.0)', 'sigmoidFocal', {
    accepts: binary,
    fixed: { reduction: 'none' },
  }),
  f(
    'poly_loss_cross_entropy',
    '(logits: x, labels: target, epsilon: _epsilon=2.0, axis: axis=-1, where: _where=None)',
    'lossOf',
    {
      accepts: [wantsLogits('x', 'categorical', { role: 'axis' }), wantsSoftTarget('target', 'categorical', { role: 'axis' })],
    },
  ),
  f('kl_divergence', '(log_predictions: _log_predictions, targets: _targets, axis: _axis=-1, where: _where=None)', undefined, {
    accepts: [wantsLogProbabilities('_log_predictions'), wantsDistribution('_targets')],
  }),
  f(
    'kl_divergence_with_log_targets',
    '(log_predictions: _log_predictions, log_targets: _log_targets, axis: _axis=-1, where: _where=None)',
    undefined,
    {
      accepts: [wantsLogProbabilities('_log_predictions'), wantsLogProbabilities('_log_targets')],
    },
  ),
  f('l2_loss', '(predictions: _predictions, targets: _targets=None)'),
  f('squared_error', '(predictions: x, targets: target=None)', 'mse', { fixed: { reduction: 'none' } }),
  f('huber_loss', '(predictions: x, targets: target=None, delta=1.0)', 'huber', { fixed: { reduction: 'none' } }),
  f('hinge_loss', '(predictor_outputs: _outputs, targets: _targets)'),
  f(
    'convex_kl_divergence',
    '(log_predictions: _log_predictions, targets: _targets, axis: _axis=-1, where: _where=None)',
    undefined,
    {
      accepts: [wantsLogProbabilities('_log_predictions'), wantsDistribution('_targets')],
    },
  ),
  page('smooth_labels', '(labels: _labels, alpha: _alpha, *, axis: _axis=-1, where: _where=None)', undefined, {
    gives: [{ space: 'probabilities', family: 'categorical', axis: -1 }],
    also: ['optax.losses.smooth_labels'],
  }),
  ...['adam', 'adamw', 'sgd', 'rmsprop', 'lion', 'chain', 'clip_by_global_norm'].map((name) =>
    optimizers(name, '(*args: _args, **options: _options)'),
  ),
];
