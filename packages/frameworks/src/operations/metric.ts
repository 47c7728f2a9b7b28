import type { OperationInfo } from './operation-info.ts';

export const metricOperations = {
  accuracy: { roles: ['target', 'x', 'normalize', 'weight'], does: 'Share of equal labels, a float.' },
  kerasAccuracy: {
    roles: ['target', 'x', 'kind', 'threshold', 'k'],
    does: '`kind`: plain, binary (x > threshold), categorical, sparse, topK, sparseTopK; per item.',
  },
  confusionMatrix: { roles: ['target', 'x', 'labels', 'classes', 'share', 'weight'], does: 'Counts, rows are the truth.' },
  labelScore: {
    roles: ['target', 'x', 'kind', 'average', 'labels', 'positive', 'beta', 'zero', 'weight'],
    does: '`kind`: precision, recall, fbeta, jaccard; scikit-learn averages.',
  },
  labelScores: {
    roles: ['target', 'x', 'average', 'labels', 'positive', 'beta', 'zero', 'weight'],
    does: 'Precision, recall, F-score and support.',
  },
  classificationReport: {
    roles: ['target', 'x', 'labels', 'names', 'digits', 'asDict', 'zero', 'weight'],
    does: 'Precision, recall and F-score of each class and their averages, as text or as a dict.',
  },
  agreement: {
    roles: ['target', 'x', 'kind', 'labels', 'normalize', 'adjusted', 'weight'],
    does: '`kind`: hamming, zeroOne, balanced, matthews, kappa.',
  },
  rocAuc: { roles: ['target', 'x', 'average', 'multi', 'maxFpr', 'weight'], does: 'Area under the ROC curve.' },
  rocCurve: { roles: ['target', 'x', 'positive', 'drop', 'weight'], does: 'False and true positive rates, thresholds.' },
  precisionRecallCurve: { roles: ['target', 'x', 'positive', 'weight'], does: 'Precisions, recalls, thresholds.' },
  averagePrecision: { roles: ['target', 'x', 'positive', 'weight'], does: 'Mean precision over the steps of recall.' },
  areaUnder: { roles: ['x', 'y'], does: 'Area by trapezoids.' },
  topKAccuracy: {
    roles: ['target', 'x', 'k', 'normalize', 'labels', 'weight'],
    does: 'Share of labels among the k best scores.',
  },
  hinge: { roles: ['target', 'x', 'labels', 'weight'], does: 'Mean hinge loss of decision values.' },
  r2: { roles: ['target', 'x', 'weight'], does: 'Coefficient of determination.' },
  metric: { roles: ['target', 'x', 'threshold', 'average'], does: 'A number between 0 and 1 of unknown value.' },
} as const satisfies Record<string, OperationInfo>;
