/** All operations by the name that rows give them. */
import { activationOperations } from './activations/activations.ts';
import { softmaxOperations } from './activations/softmax-family.ts';
import { castOperations } from './arrays/casts.ts';
import { creationOperations } from './arrays/creation.ts';
import { encodingOperations } from './arrays/encodings.ts';
import { randomOperations } from './arrays/random.ts';
import { typeOperations } from './arrays/types.ts';
import { continuousOperations } from './distributions/continuous.ts';
import { distributionOperations } from './distributions/distributions.ts';
import { normalOperations } from './distributions/normal.ts';
import { normalDistributionOperations } from './distributions/normal-distribution.ts';
import { binaryFunctions } from './elementwise/binary-functions.ts';
import { elementwiseOperations } from './elementwise/elementwise.ts';
import { kerasLayerOperations } from './layers/keras-layers.ts';
import { layerOperations } from './layers/layers.ts';
import { mergeOperations } from './layers/merge.ts';
import { normOperations } from './layers/norms.ts';
import { poolingOperations } from './layers/pooling.ts';
import { recurrentOperations } from './layers/recurrent.ts';
import { resamplingOperations } from './layers/resampling.ts';
import { algebraOperations } from './linear/algebra.ts';
import { decompositionOperations } from './linear/decompositions.ts';
import { determinantOperations } from './linear/determinants.ts';
import { distanceOperations } from './linear/distances.ts';
import { eliminationOperations } from './linear/elimination.ts';
import { fusedLossOperations } from './losses/fused-losses.ts';
import { lossOperations } from './losses/losses.ts';
import { classificationOperations } from './metrics/classification.ts';
import { metricOperations } from './metrics/metrics.ts';
import { preprocessingOperations } from './metrics/preprocessing.ts';
import { rankingOperations } from './metrics/ranking.ts';
import { reportOperations } from './metrics/report.ts';
import { statisticsOperations } from './metrics/statistics.ts';
import type { Operation } from './operation.ts';
import { countingOperations } from './reductions/counting.ts';
import { cumulativeOperations } from './reductions/cumulative.ts';
import { orderingOperations } from './reductions/ordering.ts';
import { quantileOperations } from './reductions/quantiles.ts';
import { reductionOperations } from './reductions/reductions.ts';
import { renorm } from './reductions/renorm.ts';
import { sampledOperations } from './reductions/sampled.ts';
import { sampleOperations } from './reductions/samples.ts';
import { seriesOperations } from './reductions/series.ts';
import { arrangementOperations } from './shapes/arrangements.ts';
import { broadcastingOperations } from './shapes/broadcasting.ts';
import { diagonalOperations } from './shapes/diagonals.ts';
import { indexedWrites } from './shapes/indexed-writes.ts';
import { joiningOperations } from './shapes/joining.ts';
import { paddingOperations } from './shapes/padding.ts';
import { selectionOperations } from './shapes/selection.ts';
import { shapeOperations } from './shapes/shape-operations.ts';
import { shapeQueries } from './shapes/shape-queries.ts';

export const registry: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...activationOperations,
    ...algebraOperations,
    ...arrangementOperations,
    ...binaryFunctions,
    ...broadcastingOperations,
    ...castOperations,
    ...classificationOperations,
    ...continuousOperations,
    ...countingOperations,
    ...creationOperations,
    ...cumulativeOperations,
    ...decompositionOperations,
    ...determinantOperations,
    ...diagonalOperations,
    ...distanceOperations,
    ...distributionOperations,
    ...elementwiseOperations,
    ...eliminationOperations,
    ...encodingOperations,
    ...fusedLossOperations,
    ...indexedWrites,
    ...joiningOperations,
    ...kerasLayerOperations,
    ...layerOperations,
    ...lossOperations,
    ...mergeOperations,
    ...metricOperations,
    ...normOperations,
    ...normalDistributionOperations,
    ...normalOperations,
    ...orderingOperations,
    ...paddingOperations,
    ...poolingOperations,
    ...preprocessingOperations,
    ...quantileOperations,
    ...randomOperations,
    ...rankingOperations,
    ...reportOperations,
    ...recurrentOperations,
    ...reductionOperations,
    renorm,
    ...resamplingOperations,
    ...sampledOperations,
    ...sampleOperations,
    ...selectionOperations,
    ...seriesOperations,
    ...shapeOperations,
    ...shapeQueries,
    ...softmaxOperations,
    ...statisticsOperations,
    ...typeOperations,
  }),
);
