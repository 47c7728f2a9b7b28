/** Work that does not show in the number of expressions: a step of a program may compute thousands of elements. */
import type { Step } from '../../values/tape.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import type { Run } from './run.ts';

/**
 * An expression over a few numbers takes about as long as this many elements of an array. Without a price on elements a loop over
 * 64×64 of them took ten times the time of one over numbers. Arrays of a tutorial's size stay free, or its loops would not come to
 * their end.
 */
const elementsPerStep = 128;

/** How many elements of an array take the time of: a number that is written as text, a number of its own (`x.tolist()`), a derivative. */
const priceOfText = 16;
const priceOfNumber = 4;
const priceOfDerivative = 4;

/** Counts the elements that came out of an operation; reading what went into it costs little beside them. */
export function charge(run: Run, result: Value): void {
  run.steps += Math.floor(elementsOf(result) / elementsPerStep);
}

/** A pass back through steps computes a derivative for each element that went into them. */
export function chargePass(run: Run, steps: readonly Pick<Step, 'args'>[]): void {
  for (const { args } of steps) {
    let elements = 0;
    for (const value of args.values()) elements += elementsOf(value);
    run.steps += 1 + Math.floor((elements * priceOfDerivative) / elementsPerStep);
  }
}

/** `str(x)` of an array. */
export function chargeText(run: Run, array: ArrayValue): void {
  run.steps += Math.floor((elementsOf(array) * priceOfText) / elementsPerStep);
}

/** Lists of lists are nested as deep as arrays have axes. */
function elementsOf(value: Value, depth = 8): number {
  if (value.kind === 'array') return value.data?.data.length ?? 0;
  if (value.kind !== 'tuple' || depth === 0) return priceOfNumber;
  return value.items.reduce((sum, item) => sum + elementsOf(item, depth - 1), 0);
}
