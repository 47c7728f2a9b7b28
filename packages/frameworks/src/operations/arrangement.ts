import type { OperationInfo } from './operation-info.ts';

export const arrangementOperations = {
  rotate: { roles: ['x', 'times', 'axes'], does: 'A matrix turned by quarters, counter-clockwise.' },
  compress: { roles: ['condition', 'x', 'axis'], does: 'Elements where the condition holds.' },
  unravelIndex: { roles: ['indices', 'shape', 'order'], does: 'The place of a flat index in a shape.' },
  polynomial: { roles: ['coefficients', 'x'], does: 'A polynomial’s value; the highest power first.' },
  normOfDifference: { roles: ['x', 'y', 'order'], does: 'The p-norm of x − y.' },
  uniqueConsecutive: { roles: ['x', 'returnInverse', 'returnCounts', 'axis'], does: 'Runs of equal elements become one.' },
  diagonalMatrices: { roles: ['x', 'offset', 'first', 'second'], does: 'Vectors of the last axis on the diagonals of matrices.' },
  cartesianProduct: { roles: ['arrays'], does: 'All choices of one element of each list.' },
  subsets: { roles: ['x', 'r', 'withReplacement'], does: 'All subsets of r elements.' },
  bucketize: { roles: ['x', 'boundaries', 'right', 'narrow'], does: 'Where each element belongs among sorted boundaries.' },
  nanargmax: { roles: ['x', 'axis'], does: 'Index of the first largest, NaN aside.' },
  nanargmin: { roles: ['x', 'axis'], does: 'Index of the first smallest, NaN aside.' },
  fillDiagonal: { roles: ['x', 'value', 'wrap'], does: 'A number on the diagonal.' },
  quotientAndRest: { roles: ['x', 'y'], does: 'The pair (x // y, x % y).' },
} as const satisfies Record<string, OperationInfo>;
