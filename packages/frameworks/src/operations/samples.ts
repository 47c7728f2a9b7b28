import type { OperationInfo } from './operation-info.ts';

/** Statistics of samples, and grids. */
export const sampleOperations = {
  pearson: { roles: ['x', 'y'], does: 'The named tuple (statistic, pvalue); no p-value is worked out.' },
  spearman: { roles: ['x', 'y'], does: 'The named tuple (correlation, pvalue); no p-value is worked out.' },
  kendall: { roles: ['x', 'y'], does: 'tau-b: the named tuple (statistic, pvalue); no p-value is worked out.' },
  regression: { roles: ['x', 'y'], does: 'The named tuple (slope, intercept, rvalue, pvalue, stderr).' },
  moment: { roles: ['x', 'kind', 'bias', 'fisher', 'proportion'], does: '`kind`: skew, kurtosis, iqr, trimmed, of a list.' },
  slopes: { roles: ['x', 'spacing', 'edge'], does: 'Central differences of a list, one-sided at its ends.' },
  geometric: { roles: ['start', 'stop', 'num', 'endpoint', 'dtype'], does: 'Even factors from start to stop.' },
  triangle: { roles: ['rows', 'columns', 'offset', 'dtype'], does: 'Ones at and below a diagonal.' },
  indexGrid: { roles: ['shape'], does: 'The index of each place along every axis.' },
  powers: { roles: ['x', 'count', 'increasing'], does: 'Rows of powers of the elements: highest first.' },
} as const satisfies Record<string, OperationInfo>;
