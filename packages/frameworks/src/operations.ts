/**
 * The operations that rows name in `op`, with their roles: the contract between the tables and `packages/analysis/src/operations`.
 * A role that a row's signature does not have is absent, and the operation's own default holds (given in `does` where it matters).
 *
 * Conventions
 * - `x`, `y`, `target`, `weight`, `condition`, `mask`, `indices` are arrays, numbers or nested sequences.
 * - `axis` is an integer, a tuple of integers, or None for all axes; negative counts from the end.
 * - A role that a rest parameter carries is a tuple: `x.view(2, 3)` and `x.view((2, 3))` give `(2, 3)` and `((2, 3),)`;
 *   an operation with `shape`, `axes` or `repeats` unwraps the second.
 * - `dtype` None keeps the operation's natural dtype in the dialect. Roles that begin with `_` are ignored.
 * - `reduction` is 'none', 'mean', 'sum' (also 'batchmean' where named, 'sum_over_batch_size' and 'auto' meaning the mean).
 * - Operations on shape, order, selection and dtype keep the space of `x` and remap its axis; rows say nothing of it in `gives`.
 * - Operations named `…WithIndex` give the pair (values, indices).
 * - Layers have unknown weights: they give shapes, and no space unless the row's `gives` says so.
 */
import { activationOperations } from './operations/activation.ts';
import { algebraOperations } from './operations/algebra.ts';
import { arrangementOperations } from './operations/arrangement.ts';
import { castOperations } from './operations/cast.ts';
import { creationOperations } from './operations/creation.ts';
import { decompositionOperations } from './operations/decomposition.ts';
import { distributionOperations } from './operations/distribution.ts';
import { elementwiseOperations } from './operations/elementwise.ts';
import { layerOperations } from './operations/layer.ts';
import { lossOperations } from './operations/loss.ts';
import { metricOperations } from './operations/metric.ts';
import type { OperationInfo } from './operations/operation-info.ts';
import { reductionOperations } from './operations/reduction.ts';
import { sampleOperations } from './operations/samples.ts';
import { selectionOperations } from './operations/selection.ts';
import { seriesOperations } from './operations/series.ts';
import { shapeOperations } from './operations/shape.ts';
import { statisticsOperations } from './operations/statistics.ts';

export type { OperationInfo };

/** Every operation by name. */
export const operations = {
  ...creationOperations,
  ...elementwiseOperations,
  ...activationOperations,
  ...reductionOperations,
  ...selectionOperations,
  ...shapeOperations,
  ...algebraOperations,
  ...castOperations,
  ...lossOperations,
  ...metricOperations,
  ...layerOperations,
  ...seriesOperations,
  ...statisticsOperations,
  ...arrangementOperations,
  ...decompositionOperations,
  ...distributionOperations,
  ...sampleOperations,
} as const satisfies Record<string, OperationInfo>;

export type OperationName = keyof typeof operations;
