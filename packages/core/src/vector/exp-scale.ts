import { STEP_HIGH, STEP_LOW, STEPS_PER_UNIT } from '../exact/exp-table.ts';
import { POWER_ZERO } from '../exact/powers-of-two.ts';
import { productError } from '../exact/product-error.ts';

/** How the loops over one slice turn x / temperature into a place of the table of powers; see `exact/exp-table.ts`. */
export interface ExpScale {
  /** Steps of the table per unit of x. */
  stepsPerUnit: number;
  /** One step in units of x, in two parts: products of the first with a step number are exact. */
  stepHigh: number;
  stepLow: number;
  /** 1 / temperature. */
  inverse: number;
  /** Adding it to an octave gives the place in `powersOfTwo` that makes the largest term of the slice about 1. */
  base: number;
  /** Terms below this step are less than 2^-930 of the largest. */
  lowestStep: number;
  /** Terms below this step are zero as float64, whatever they are divided by. */
  zeroStep: number;
}

/**
 * Fills `scale` for a slice with this maximum. False when the fast loops cannot serve it: a maximum beyond ±600 temperatures, or
 * a temperature so far from 1 that intermediate results would leave the range.
 */
export function setExpScale(scale: ExpScale, max: number, temperature: number): boolean {
  if (!(Math.abs(max) <= 600 * temperature && temperature < 1e100 && temperature > 1e-100)) return false;
  setStep(scale, temperature);
  // No difference x − max is formed, which could round: the table's octave of the maximum is taken off instead.
  const octave = Math.round((max * scale.stepsPerUnit) / 256);
  scale.base = POWER_ZERO - octave;
  scale.lowestStep = (octave - 930) * 256;
  scale.zeroStep = (octave - 1080) * 256;
  return true;
}

function setStep(scale: ExpScale, temperature: number): void {
  if (temperature === 1) {
    scale.stepsPerUnit = STEPS_PER_UNIT;
    scale.stepHigh = STEP_HIGH;
    scale.stepLow = STEP_LOW;
    scale.inverse = 1;
    return;
  }
  const product = temperature * STEP_HIGH;
  const cut = product * 1048577;
  const high = cut - (cut - product);
  scale.stepsPerUnit = STEPS_PER_UNIT / temperature;
  scale.stepHigh = high;
  scale.stepLow = product - high + (productError(temperature, STEP_HIGH, product) + temperature * STEP_LOW);
  scale.inverse = 1 / temperature;
}

export function makeExpScale(): ExpScale {
  return { stepsPerUnit: 0.5, stepHigh: 0.5, stepLow: 0.5, inverse: 0.5, base: 0, lowestStep: 0, zeroStep: 0 };
}
