/** All operations by the name that rows give them. */
import { activationOperations } from './activations.ts';
import { algebraOperations } from './algebra.ts';
import { arrangementOperations } from './arrangements.ts';
import { binaryFunctions } from './binary-functions.ts';
import { castOperations } from './casts.ts';
import { classificationOperations } from './classification.ts';
import { countingOperations } from './counting.ts';
import { creationOperations } from './creation.ts';
import { cumulativeOperations } from './cumulative.ts';
import { distanceOperations } from './distances.ts';
import { distributionOperations } from './distributions.ts';
import { elementwiseOperations } from './elementwise.ts';
import { encodingOperations } from './encodings.ts';
import { fusedLossOperations } from './fused-losses.ts';
import { joiningOperations } from './joining.ts';
import { kerasLayerOperations } from './keras-layers.ts';
import { layerOperations } from './layers.ts';
import { lossOperations } from './losses.ts';
import { mergeOperations } from './merge.ts';
import { metricOperations } from './metrics.ts';
import { normalOperations } from './normal.ts';
import { normalDistributionOperations } from './normal-distribution.ts';
import type { Operation } from './operation.ts';
import { orderingOperations } from './ordering.ts';
import { preprocessingOperations } from './preprocessing.ts';
import { randomOperations } from './random.ts';
import { rankingOperations } from './ranking.ts';
import { reductionOperations } from './reductions.ts';
import { sampledOperations } from './sampled.ts';
import { selectionOperations } from './selection.ts';
import { seriesOperations } from './series.ts';
import { shapeOperations } from './shape-operations.ts';
import { shapeQueries } from './shape-queries.ts';
import { softmaxOperations } from './softmax-family.ts';
import { statisticsOperations } from './statistics.ts';

export const registry: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...activationOperations,
    ...algebraOperations,
    ...arrangementOperations,
    ...binaryFunctions,
    ...castOperations,
    ...classificationOperations,
    ...countingOperations,
    ...creationOperations,
    ...cumulativeOperations,
    ...distanceOperations,
    ...distributionOperations,
    ...elementwiseOperations,
    ...encodingOperations,
    ...fusedLossOperations,
    ...joiningOperations,
    ...kerasLayerOperations,
    ...layerOperations,
    ...lossOperations,
    ...mergeOperations,
    ...metricOperations,
    ...normalDistributionOperations,
    ...normalOperations,
    ...orderingOperations,
    ...preprocessingOperations,
    ...randomOperations,
    ...rankingOperations,
    ...reductionOperations,
    ...sampledOperations,
    ...selectionOperations,
    ...seriesOperations,
    ...shapeOperations,
    ...shapeQueries,
    ...softmaxOperations,
    ...statisticsOperations,
  }),
);
