import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { NdArray, NdData } from '../ndarray/ndarray.ts';
import { moveAxis } from '../ndarray/shape/move-axis.ts';
import { normalizeAxis } from '../ndarray/shape/normalize-axis.ts';
import { sameShape } from '../ndarray/shape/same-shape.ts';

/** What the cross-entropies know about their classes. */
export interface ClassTargetOptions {
  /** The axis of the classes, default the last. PyTorch's losses use axis 1 (axis 0 for a single item). */
  readonly axis?: number | undefined;
  /** One weight per class. */
  readonly weight?: ArrayInput | undefined;
  /** Items with this class index cost nothing and do not count. Default −100, as in PyTorch. */
  readonly ignoreIndex?: number | undefined;
  /** ε: the target becomes (1 − ε) · target + ε / classes. Source: Szegedy et al. 2015, https://arxiv.org/abs/1512.00567. */
  readonly labelSmoothing?: number | undefined;
}

/**
 * The coefficients v of every item's loss −Σ_c v_c log p_c, in which weights, smoothing and ignored items are already
 * accounted for: one row of `classes` per item. `divisor` is what the mean divides by.
 */
export interface ClassTargets {
  readonly coefficients: Float64Array;
  readonly classes: number;
  /** The shape of the items: that of the logits without the class axis. */
  readonly items: readonly number[];
  readonly divisor: number;
  /** The class axis, counted from 0. */
  readonly axis: number;
}

/**
 * Coefficients for logits of `shape` and a target that is either class indices (the shape without the class axis) or
 * probabilities (the same shape).
 *
 * @throws RangeError if the target has neither shape, an index is no class, or the weights are not one per class.
 */
export function classTargets(shape: readonly number[], target: NdArray, options: ClassTargetOptions, name: string): ClassTargets {
  const axis = normalizeAxis(options.axis ?? -1, shape.length, name);
  const classes = shape[axis] ?? 0;
  if (classes === 0) throw new RangeError(`${name}: no classes along axis ${axis} of shape [${shape.join(', ')}]`);
  const weight = classWeights(options.weight, classes, name);
  const smoothing = options.labelSmoothing ?? 0;
  const items = shape.filter((_, i) => i !== axis);
  if (sameShape(shape, target.shape)) {
    return { ...fromProbabilities(moveAxis(target, axis, -1).data, weight, smoothing), classes, items, axis };
  }
  if (sameShape(items, target.shape)) {
    const ignored = options.ignoreIndex ?? -100;
    return { ...fromIndices(target.data, weight, smoothing, ignored, name), classes, items, axis };
  }
  const [given, wanted] = [target.shape.join(', '), shape.join(', ')];
  throw new RangeError(`${name}: target of shape [${given}] for logits of shape [${wanted}], classes along axis ${axis}`);
}

function classWeights(weight: ArrayInput | undefined, classes: number, name: string): Float64Array {
  if (weight === undefined) return new Float64Array(classes).fill(1);
  const weights = Float64Array.from(asArray(weight).data);
  if (weights.length !== classes) throw new RangeError(`${name}: ${weights.length} weights for ${classes} classes`);
  return weights;
}

type Coefficients = Pick<ClassTargets, 'coefficients' | 'divisor'>;

function fromProbabilities(target: NdData, weight: Float64Array, smoothing: number): Coefficients {
  const classes = weight.length;
  const smooth = (t: number): number => t * (1 - smoothing) + smoothing / classes;
  const coefficients = Float64Array.from(target, (t, i) => (weight[i % classes] ?? 1) * smooth(t));
  return { coefficients, divisor: target.length / classes };
}

function fromIndices(labels: NdData, weight: Float64Array, smoothing: number, ignored: number, name: string): Coefficients {
  const classes = weight.length;
  const coefficients = new Float64Array(labels.length * classes);
  let divisor = 0;
  labels.forEach((label, item) => {
    if (label === ignored) return;
    const own = weight[label];
    if (own === undefined) throw new RangeError(`${name}: target ${label} is none of ${classes} classes`);
    const row = coefficients.subarray(item * classes, (item + 1) * classes);
    row.set(weight.map((w) => (smoothing / classes) * w));
    row[label] = (row[label] ?? 0) + (1 - smoothing) * own;
    divisor += own;
  });
  return { coefficients, divisor };
}
