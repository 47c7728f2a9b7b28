import type { OperationInfo } from './operation-info.ts';

/** Matrices taken apart. Where vectors are known up to their signs only, they have a shape and no data. */
export const decompositionOperations = {
  leastSquares: { roles: ['x', 'y', 'cutoff'], does: 'The tuple (solution, residuals, rank, singular values) of x·c = y.' },
  polynomialFit: { roles: ['x', 'y', 'degree', 'full', 'weights', 'cov'], does: 'Coefficients, highest power first.' },
  singularValues: { roles: ['x', 'full', 'vectors'], does: 'The tuple (u, s, vh), or s alone without vectors.' },
  pseudoInverse: { roles: ['x'], does: 'Moore and Penrose.' },
  matrixRank: { roles: ['x'], does: 'Singular values above the default tolerance.' },
  symmetricEigenvalues: { roles: ['x', 'vectors'], does: 'Smallest first; with vectors the pair.' },
  cholesky: { roles: ['x'], does: 'The lower triangle.' },
  matrixPower: { roles: ['x', 'times'], does: 'x @ x @ …' },
  conditionNumber: { roles: ['x', 'order'], does: 'The largest singular value over the smallest.' },
} as const satisfies Record<string, OperationInfo>;
