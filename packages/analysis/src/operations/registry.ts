/** All operations by the name that rows give them. */
import { activationOperations } from './activations.ts';
import { algebraOperations } from './algebra.ts';
import { binaryFunctions } from './binary-functions.ts';
import { castOperations } from './casts.ts';
import { creationOperations } from './creation.ts';
import { distributionOperations } from './distributions.ts';
import { elementwiseOperations } from './elementwise.ts';
import { fusedLossOperations } from './fused-losses.ts';
import { joiningOperations } from './joining.ts';
import { layerOperations } from './layers.ts';
import { lossOperations } from './losses.ts';
import { mergeOperations } from './merge.ts';
import { metricOperations } from './metrics.ts';
import type { Operation } from './operation.ts';
import { randomOperations } from './random.ts';
import { reductionOperations } from './reductions.ts';
import { selectionOperations } from './selection.ts';
import { shapeOperations } from './shape-operations.ts';
import { softmaxOperations } from './softmax-family.ts';

export const registry: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...activationOperations,
    ...algebraOperations,
    ...binaryFunctions,
    ...castOperations,
    ...creationOperations,
    ...distributionOperations,
    ...elementwiseOperations,
    ...fusedLossOperations,
    ...joiningOperations,
    ...layerOperations,
    ...lossOperations,
    ...mergeOperations,
    ...metricOperations,
    ...randomOperations,
    ...reductionOperations,
    ...selectionOperations,
    ...shapeOperations,
    ...softmaxOperations,
  }),
);
