/** All operations by the name that rows give them. */
import { elementwiseOperations } from './elementwise.ts';
import type { Operation } from './operation.ts';

export const registry: ReadonlyMap<string, Operation> = new Map(Object.entries({ ...elementwiseOperations }));
