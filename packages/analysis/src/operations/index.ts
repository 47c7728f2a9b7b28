/**
 * Numeric, shape and space semantics over the values.
 * Sequences come as tuples; the ellipsis in an index is the builtin `Ellipsis`, newaxis is None; sizes that are symbols are
 * unknown ints whose symbol is `dim:` and the size (`dimValue`, `valueDim`).
 */

export { callDType } from './arrays/casts.ts';
export { arrayFromNested, toPython } from './arrays/nested.ts';
export { dialectOf } from './dialects.ts';
export { hasOperation } from './dispatch.ts';
export { compareOperation } from './elementwise/operators.ts';
export {
  arrayAttribute,
  arrayItems,
  assignIndex,
  binaryOperation,
  indexArray,
  runOperation,
  unaryOperation,
} from './gradients/record.ts';
export type { OperationContext } from './operation.ts';
export { dimValue, valueDim } from './shapes/shapes.ts';
