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
    `(y_true: target, y_score: x, *, average='macro', ${weight}, max_fpr: maxFpr=None, multi_class: multi='raise', labels: _labels=None)`,
    'rocAuc',
    {
      accepts: [
        ...ranking.map((each) => ({ ...each, when: { multi: 'raise' } })),
        ...['ovr', 'ovo'].map((multi) => ({ role: 'x', space: 'probabilities' as const, when: { multi } })),
      ],
    },
  ),
  metrics(
    'average_precision_score',
    `(y_true: target, y_score: x, *, average: _average='macro', pos_label: positive=1, ${weight})`,
    'averagePrecision',
    { accepts: ranking },
  ),
  metrics(
    'roc_curve',
    `(y_true: target, y_score: x, *, pos_label: positive=None, ${weight}, drop_intermediate: drop=True)`,
    'rocCurve',
    { accepts: ranking },
  ),
  metrics(
    'precision_recall_curve',
    `(y_true: target, probas_pred: x, *, pos_label: positive=None, ${weight})`,
    'precisionRecallCurve',
    {
      accepts: ranking,
    },
  ),
  metrics(
    'top_k_accuracy_score',
    `(y_true: target, y_score: x, *, k=2, normalize=True, ${weight}, labels=None)`,
    'topKAccuracy',
    { accepts: ranking },
  ),
  metrics('hinge_loss', `(y_true: target, pred_decision: x, *, labels=None, ${weight})`, 'hinge', {
    gives: [loss],
  }),
  metrics('accuracy_score', `(y_true: target, y_pred: x, *, normalize=True, ${weight})`, 'accuracy', { accepts: labels }),
  metrics('balanced_accuracy_score', `(y_true: target, y_pred: x, *, ${weight}, adjusted=False)`, 'agreement', {
    accepts: labels,
    fixed: { kind: 'balanced' },
  }),
  metrics('matthews_corrcoef', `(y_true: target, y_pred: x, *, ${weight})`, 'agreement', {
    accepts: labels,
    fixed: { kind: 'matthews' },
  }),
  metrics(
    'cohen_kappa_score',
    `(y1: target, y2: x, *, labels=None, weights: weight=None, sample_weight: _weight=None)`,
    'agreement',
    {
      accepts: labels,
      fixed: { kind: 'kappa' },
    },
  ),
  metrics('hamming_loss', `(y_true: target, y_pred: x, *, ${weight})`, 'agreement', {
    accepts: labels,
    fixed: { kind: 'hamming' },
  }),
  metrics('zero_one_loss', `(y_true: target, y_pred: x, *, normalize=True, ${weight})`, 'agreement', {
    accepts: labels,
    fixed: { kind: 'zeroOne' },
  }),
  metrics(
    'r2_score',
    `(y_true: target, y_pred: x, *, ${weight}, multioutput: _multioutput='uniform_average', force_finite: _force_finite=True)`,
    'r2',
  ),
  ...Object.entries({ f1_score: 'fbeta', precision_score: 'precision', recall_score: 'recall', jaccard_score: 'jaccard' }).map(
    ([name, kind]) =>
      metrics(
        name,
        `(y_true: target, y_pred: x, *, labels=None, pos_label: positive=1, average='binary', ${weight}, zero_division: zero='warn')`,
        'labelScore',
        { accepts: labels, fixed: { kind } },
      ),
  ),
  metrics(
    'fbeta_score',
    `(y_true: target, y_pred: x, *, beta, labels=None, pos_label: positive=1, average='binary', ${weight}, zero_division: zero='warn')`,
    'labelScore',
    { accepts: labels, fixed: { kind: 'fbeta' } },
  ),
  metrics(
    'precision_recall_fscore_support',
    `(y_true: target, y_pred: x, *, beta=1.0, labels=None, pos_label: positive=1, average=None, warn_for: _warn_for=..., ${weight}, zero_division: zero='warn')`,
    'labelScores',
    { accepts: labels },
  ),
  metrics(
    'confusion_matrix',
    `(y_true: target, y_pred: x, *, labels=None, ${weight}, normalize: share=None)`,
    'confusionMatrix',
    { accepts: labels },
  ),
  metrics(
    'classification_report',
    `(y_true: target, y_pred: x, *, labels=None, target_names: names=None, ${weight}, digits=2, output_dict: asDict=False, zero_division: zero='warn')`,
    'classificationReport',
    {
      accepts: labels,
    },
  ),
  metrics(
    'mean_squared_error',
    `(y_true: x, y_pred: target, *, sample_weight: weight=None, multioutput: _multioutput='uniform_average', squared=True)`,
    'mse',
  ),
  metrics(
    'mean_absolute_error',
    `(y_true: x, y_pred: target, *, sample_weight: weight=None, multioutput: _multioutput='uniform_average')`,
    'l1',
  ),
  metrics('auc', '(x, y)', 'areaUnder'),
  preprocessing(
    'label_binarize',
    '(y: x, *, classes, neg_label: low=0, pos_label: high=1, sparse_output: sparse=False)',
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
