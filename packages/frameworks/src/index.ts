export { libraries } from './libraries.ts';
export {
  type ClassMembers,
  classMembers,
  conventionalAliases,
  conventionalAliasesOfJavaScript,
  type Found,
  isNamespace,
  library,
  libraryOfModule,
  lookup,
  methodRow,
  topLevelModule,
} from './lookup.ts';
export { type OperationInfo, type OperationName, operations } from './operations.ts';
export { type ProtocolName, protocols } from './protocols.ts';
export type * from './schema.ts';
export { type Parameter, parseSignature, readLiteral, signatureProblem } from './signature.ts';
export { userRowSchema } from './user-row-schema.ts';
export { describeRowProblem, type RowProblem, readUserRows, type UserRows, userRowsByName } from './user-rows.ts';
