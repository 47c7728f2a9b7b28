import type { OperationInfo } from './operation-info.ts';

const binary = (does: string): OperationInfo => ({ roles: ['x', 'y', 'dtype'], does });

export const algebraOperations = {
  matmul: {
    roles: ['x', 'y', 'transposeX', 'transposeY', 'dtype'],
    does: 'Broadcasting over leading axes; 1-D operands as in NumPy.',
  },
  dot: binary('np.dot: inner product, matmul, or over the last and last but one axis.'),
  inner: binary('Σ over the last axes.'),
  outer: binary('x[i]·y[j] of flattened arrays.'),
  vdot: binary('Flattened.'),
  vecdot: { roles: ['x', 'y', 'axis'], does: 'Σ x·y along axis.' },
  addmm: { roles: ['x', 'y', 'z', 'beta', 'scale'], does: 'beta·x + scale·(y @ z).' },
  tensordot: { roles: ['x', 'y', 'axes'], does: 'Σ over `axes`: a count, or two lists.' },
  einsum: { roles: ['equation', 'operands'], does: "Einstein's summation." },
  linear: { roles: ['x', 'weight', 'bias'], does: 'x @ weightᵀ + bias.' },
  bilinear: { roles: ['x', 'y', 'features'], does: 'Shape only.' },
  trace: { roles: ['x'], does: 'Σ of the diagonal.' },
  logDet: { roles: ['x'], does: 'Logarithm of the determinant.' },
  signAndLogDet: { roles: ['x'], does: 'Sign of the determinant, and the logarithm of its size.' },
  matrixChain: { roles: ['arrays'], does: 'The product of all in order.' },
  det: { roles: ['x'], does: 'Determinant.' },
  inverse: { roles: ['x'], does: 'Matrix inverse.' },
  solve: { roles: ['x', 'y'], does: 'x⁻¹ y.' },
  cosineSimilarity: { roles: ['x', 'y', 'axis', 'epsilon'], does: 'x·y/(|x||y|) along axis.' },
  pairwiseDistance: { roles: ['x', 'y', 'order', 'epsilon', 'keepdims'], does: 'Norm of x − y + ε over the last axis.' },
  cdist: { roles: ['x', 'y', 'order'], does: 'Distances of all pairs of rows.' },
  kron: binary('Kronecker product.'),
  cross: { roles: ['x', 'y', 'axis'], does: 'Cross product.' },
} as const satisfies Record<string, OperationInfo>;
