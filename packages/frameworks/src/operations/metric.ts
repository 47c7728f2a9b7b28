import type { OperationInfo } from './operation-info.ts';

export const metricOperations = {
  accuracy: { roles: ['target', 'x', 'normalize', 'weight'], does: 'Share of equal labels, a float.' },
  kerasAccuracy: {
    roles: ['target', 'x', 'kind', 'threshold', 'k'],
    does: '`kind`: plain, binary (x > threshold), categorical, sparse, topK, sparseTopK; per item.',
  },
  confusionMatrix: { roles: ['target', 'x', 'labels', 'classes'], does: 'Counts, rows are the truth.' },
  metric: { roles: ['target', 'x', 'threshold', 'average'], does: 'A number between 0 and 1 of unknown value.' },
} as const satisfies Record<string, OperationInfo>;
