/**
 * Numeric, shape and space semantics over the values.
 * Sequences come as tuples; the ellipsis in an index is the builtin `Ellipsis`, newaxis is None; sizes that are symbols are
 * unknown ints whose symbol is `dim:` and the size (`dimValue`, `valueDim`).
 */
export { arrayAttribute, arrayItems } from './attributes.ts';
export { callDType } from './casts.ts';
export { dialectOf } from './dialects.ts';
export { hasOperation, runOperation } from './dispatch.ts';
export { assignIndex, indexArray } from './indexing.ts';
export { arrayFromNested, toPython } from './nested.ts';
export type { OperationContext } from './operation.ts';
export { binaryOperation, compareOperation, unaryOperation } from './operators.ts';
export { dimValue, valueDim } from './shapes.ts';
