import type { OperationInfo } from './operation-info.ts';

/** Distributions by their closed forms. */
export const distributionOperations = {
  continuous: {
    roles: ['x', 'first', 'second', 'kind', 'quantity'],
    does: '`kind`: uniform, exponential, poisson, gamma, beta, laplace, geometric, normal. `quantity`: mean, variance, stddev, entropy, logProb, cumulative, quantile.',
  },
  continuousSample: { roles: ['first', 'second', 'shape'], does: 'A sample: shape + batch shape.' },
  multinomialLogProb: { roles: ['probs', 'logits', 'x'], does: 'Of counts along the last axis.' },
  distributionBatchShape: {
    roles: ['probs', 'logits', 'loc', 'scale', 'kind'],
    does: 'The shape of the parameters, without the classes.',
  },
  dirichlet: { roles: ['x', 'first', 'quantity'], does: '`quantity`: mean, variance, entropy, logProb, of one distribution.' },
} as const satisfies Record<string, OperationInfo>;
