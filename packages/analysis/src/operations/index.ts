/**
 * Numeric, shape and space semantics over the values.
 * Sequences come as tuples; the ellipsis in an index is the builtin `Ellipsis`, newaxis is None; sizes that are symbols are
 * unknown ints whose symbol is `dim:` and the size (`dimValue`, `valueDim`).
 */

export { callDType } from './arrays/casts.ts';
export { arrayFromNested, toPython } from './arrays/nested.ts';
export { arrayAttribute, arrayItems } from './attributes.ts';
export { dialectOf } from './dialects.ts';
export { hasOperation, runOperation } from './dispatch.ts';
export { binaryOperation, compareOperation, unaryOperation } from './elementwise/operators.ts';
export type { OperationContext } from './operation.ts';
export { assignIndex, indexArray } from './shapes/indexing.ts';
export { dimValue, valueDim } from './shapes/shapes.ts';
