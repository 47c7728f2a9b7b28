/** All operations by the name that rows give them. */
import { activationOperations } from './activations.ts';
import { binaryFunctions } from './binary-functions.ts';
import { castOperations } from './casts.ts';
import { creationOperations } from './creation.ts';
import { elementwiseOperations } from './elementwise.ts';
import type { Operation } from './operation.ts';
import { randomOperations } from './random.ts';
import { reductionOperations } from './reductions.ts';
import { softmaxOperations } from './softmax-family.ts';

export const registry: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...activationOperations,
    ...binaryFunctions,
    ...castOperations,
    ...creationOperations,
    ...elementwiseOperations,
    ...randomOperations,
    ...reductionOperations,
    ...softmaxOperations,
  }),
);
