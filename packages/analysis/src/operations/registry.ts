/** All operations by the name that rows give them. */
import { activationOperations } from './activations.ts';
import { elementwiseOperations } from './elementwise.ts';
import type { Operation } from './operation.ts';
import { reductionOperations } from './reductions.ts';
import { softmaxOperations } from './softmax-family.ts';

export const registry: ReadonlyMap<string, Operation> = new Map(
  Object.entries({ ...elementwiseOperations, ...activationOperations, ...reductionOperations, ...softmaxOperations }),
);
