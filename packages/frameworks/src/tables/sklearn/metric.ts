import type { Accepts, Row } from '../../schema.ts';
import { functionsOf } from '../row.ts';
import { loss } from '../spaces.ts';

const metrics = functionsOf('sklearn.metrics', {
  before: 'https://scikit-learn.org/stable/modules/generated/sklearn.metrics.',
  after: '.html',
});
const preprocessing = functionsOf('sklearn.preprocessing', {
  before: 'https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.',
  after: '.html',
});
const utils = functionsOf('sklearn.utils.extmath', {
  before: 'https://scikit-learn.org/stable/modules/generated/sklearn.utils.extmath.',
  after: '.html',
});

/** Ranking metrics: any monotone score is right, hard labels lose the ranking. */
const ranking: readonly Accepts[] = [{ role: 'x', space: ['logits', 'probabilities', 'log-probabilities'] }];
/** Labels, not scores. */
const labels: readonly Accepts[] = [{ role: 'x', space: ['class-index', 'one-hot'] }];
const probabilities: readonly Accepts[] = [{ role: 'x', space: 'probabilities' }];
const weight = 'sample_weight: weight=None';
const unused = 'sample_weight: _weight=None';

export const rows: readonly Row[] = [
  metrics('log_loss', `(y_true: target, y_pred: x, *, eps: epsilon='auto', normalize=True, ${weight}, labels=None)`, 'logLoss', {
    accepts: probabilities,
    gives: [loss],
  }),
  metrics('brier_score_loss', `(y_true: target, y_prob: x, *, ${weight}, pos_label: _pos_label=None)`, 'brier', {
    accepts: [{ role: 'x', space: 'probabilities' }],
    gives: [loss],
  }),
  metrics(
    'roc_auc_score',
    `(y_true: target, y_score: x, *, average='macro', ${unused}, max_fpr: _max_fpr=None, multi_class: _multi_class='raise', labels: _labels=None)`,
    'metric',
    {
      accepts: [
        ...ranking.map((each) => ({ ...each, when: { _multi_class: 'raise' } })),
        ...['ovr', 'ovo'].map((multi) => ({ role: 'x', space: 'probabilities' as const, when: { _multi_class: multi } })),
      ],
    },
  ),
  metrics(
    'average_precision_score',
    `(y_true: target, y_score: x, *, average='macro', pos_label: _pos_label=1, ${unused})`,
    'metric',
    { accepts: ranking },
  ),
  metrics(
    'roc_curve',
    `(y_true: _target, y_score: x, *, pos_label: _pos_label=None, ${unused}, drop_intermediate: _drop=True)`,
    undefined,
    { accepts: ranking },
  ),
  metrics('precision_recall_curve', `(y_true: _target, probas_pred: x, *, pos_label: _pos_label=None, ${unused})`, undefined, {
    accepts: ranking,
  }),
  metrics(
    'top_k_accuracy_score',
    `(y_true: target, y_score: x, *, k: _k=2, normalize: _normalize=True, ${unused}, labels: _labels=None)`,
    'metric',
    { accepts: ranking },
  ),
  metrics('hinge_loss', `(y_true: target, pred_decision: x, *, labels: _labels=None, ${unused})`, 'metric', {
    accepts: [{ role: 'x', space: 'logits' }],
    gives: [loss],
  }),
  metrics('accuracy_score', `(y_true: target, y_pred: x, *, normalize=True, ${weight})`, 'accuracy', { accepts: labels }),
  metrics('balanced_accuracy_score', `(y_true: target, y_pred: x, *, ${unused}, adjusted: _adjusted=False)`, 'metric', {
    accepts: labels,
  }),
  ...['f1_score', 'precision_score', 'recall_score', 'jaccard_score'].map((name) =>
    metrics(
      name,
      `(y_true: target, y_pred: x, *, labels: _labels=None, pos_label: _pos_label=1, average='binary', ${unused}, zero_division: _zero_division='warn')`,
      'metric',
      { accepts: labels },
    ),
  ),
  metrics(
    'confusion_matrix',
    `(y_true: target, y_pred: x, *, labels=None, ${unused}, normalize: _normalize=None)`,
    'confusionMatrix',
    { accepts: labels },
  ),
  metrics(
    'classification_report',
    `(y_true: _target, y_pred: x, *, labels: _labels=None, target_names: _names=None, ${unused}, digits: _digits=2, output_dict: _output_dict=False, zero_division: _zero_division='warn')`,
    undefined,
    {
      accepts: labels,
    },
  ),
  metrics(
    'mean_squared_error',
    `(y_true: x, y_pred: target, *, sample_weight: weight=None, multioutput: _multioutput='uniform_average', squared: _squared=True)`,
    'mse',
  ),
  metrics(
    'mean_absolute_error',
    `(y_true: x, y_pred: target, *, sample_weight: weight=None, multioutput: _multioutput='uniform_average')`,
    'l1',
  ),
  metrics('auc', '(x: _x, y: _y)'),
  preprocessing(
    'label_binarize',
    '(y: x, *, classes, neg_label: _neg_label=0, pos_label: _pos_label=1, sparse_output: _sparse=False)',
    'labelBinarize',
    {
      gives: [{ space: 'one-hot', axis: -1 }],
    },
  ),
  utils('softmax', '(X: x, copy: _copy=True)', 'softmax', {
    fixed: { axis: 1 },
    gives: [{ space: 'probabilities', family: 'categorical', axis: 1 }],
    accepts: [{ role: 'x', space: ['logits', 'log-probabilities'] }],
  }),
];
