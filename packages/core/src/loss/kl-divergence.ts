import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { elementLosses } from './element-losses.ts';
import { type Reduction, reduceLosses } from './reduction.ts';

/**
 * `logTarget`: the target is log-probabilities too. 'batchmean' divides the sum by the size of axis 0, 'mean' by the number
 * of elements.
 */
export interface KlDivergenceOptions {
  readonly logTarget?: boolean | undefined;
  readonly reduction?: Reduction | 'batchmean' | undefined;
}

/**
 * y (log y − x) per element, where x is the log-probabilities of the model and y the target's probabilities: summed over the
 * classes, the Kullback–Leibler divergence of the model from the target. y = 0 counts 0 · log 0 as 0. Shapes broadcast;
 * floats keep their dtype; computed in float64.
 * Source: `torch.nn.KLDivLoss`, whose default reduction 'mean' this shares; the divergence itself is 'batchmean'.
 *
 * @throws RangeError if the shapes do not broadcast.
 */
export function klDivergence(logProbabilities: ArrayInput, target: ArrayInput, options: KlDivergenceOptions = {}): NdArray {
  const x = asArray(logProbabilities);
  const loss = (log: number, y: number): number => (options.logTarget ? Math.exp(y) * (y - log) : plogp(y) - y * log);
  const losses = elementLosses(x, asArray(target), [], loss);
  const reduction = options.reduction ?? 'mean';
  if (reduction !== 'batchmean') return reduceLosses(losses, reduction, floatOr(x.dtype));
  return reduceLosses({ ...losses, divisor: x.shape[0] ?? 1 }, 'mean', floatOr(x.dtype));
}

function plogp(p: number): number {
  return p === 0 ? 0 : p * Math.log(p);
}
