import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
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
  const weight = options.weight === undefined ? undefined : asArray(options.weight).data;
  if (weight && weight.length !== classes) throw new RangeError(`${name}: ${weight.length} weights for ${classes} classes`);
  const items = shape.filter((_, i) => i !== axis);
  const weightOf = (c: number): number => weight?.[c] ?? 1;
  const smoothing = options.labelSmoothing ?? 0;
  if (sameShape(shape, target.shape)) {
    const soft = moveAxis(target, axis, -1).data;
    const coefficients = Float64Array.from(soft, (t, i) => weightOf(i % classes) * (t * (1 - smoothing) + smoothing / classes));
    return { coefficients, classes, items, divisor: soft.length / classes, axis };
  }
  if (!sameShape(items, target.shape)) {
    throw new RangeError(
      `${name}: target of shape [${target.shape.join(', ')}] for logits of shape [${shape.join(', ')}], classes along axis ${axis}`,
    );
  }
  const coefficients = new Float64Array(target.data.length * classes);
  let divisor = 0;
  target.data.forEach((label, item) => {
    if (label === (options.ignoreIndex ?? -100)) return;
    if (!(Number.isInteger(label) && label >= 0 && label < classes))
      throw new RangeError(`${name}: target ${label} is none of ${classes} classes`);
    divisor += weightOf(label);
    for (let c = 0; c < classes && smoothing !== 0; c++) coefficients[item * classes + c] = (smoothing / classes) * weightOf(c);
    coefficients[item * classes + label] = (coefficients[item * classes + label] ?? 0) + (1 - smoothing) * weightOf(label);
  });
  return { coefficients, classes, items, divisor, axis };
}
