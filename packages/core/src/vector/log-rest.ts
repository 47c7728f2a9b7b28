import { addPairs } from '../exact/add-pairs.ts';
import { dividePairs } from '../exact/divide-pairs.ts';
import { type ExpParts, expParts } from '../exact/exp-parts.ts';
import { log1pPair } from '../exact/log1p-pair.ts';
import { multiplyPairs } from '../exact/multiply-pairs.ts';
import type { Pair } from '../exact/pair.ts';
import { POWER_ZERO, powersOfTwo } from '../exact/powers-of-two.ts';
import { scaledDifference } from '../exact/scaled-difference.ts';
import { carefulSumExp } from './careful-sum-exp.ts';
import { makeExpScale, setExpScale } from './exp-scale.ts';
import type { FloatArray } from './float-array.ts';
import { makeExpSum, sumExp } from './sum-exp.ts';

/** (high + low) · 2^exponent. The exponent is 0 unless the number is below 2^-400. */
export interface LogRest extends Pair {
  exponent: number;
}

/**
 * `log(1 + Σ e^{(x − max) / T})` over the places `start, start + stride, …` before `end`, without the place `top` of the maximum,
 * written into `result`. The maximum is left out so that the result keeps its digits where one class is nearly certain: the
 * relative error is below 2^-56 for any size of it. max is finite and T positive and finite; NaN in, NaN out.
 */
export function logRest(
  result: LogRest,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  top: number,
  temperature: number,
): void {
  if (setExpScale(scale, input[top]!, temperature)) {
    sumExp(left, input, start, top, stride, scale);
    sumExp(right, input, top + stride, end, stride, scale);
    addPairs(rest, left.high, left.low, right.high, right.low);
    if (!(left.deep || right.deep || rest.high < TINY)) {
      sumExp(left, input, top, top + stride, stride, scale);
      dividePairs(result, rest.high, rest.low, left.high, left.low);
      log1pPair(result, result.high, result.low);
      result.exponent = 0;
      return;
    }
  }
  carefulLogRest(result, input, start, end, stride, top, temperature);
}

/** The same with the sum scaled to the second largest value, so that no term is lost to underflow. */
function carefulLogRest(
  result: LogRest,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  top: number,
  temperature: number,
): void {
  let second = -Infinity;
  for (let i = start; i < end; i += stride) if (i !== top) second = Math.max(second, input[i]!);
  scaledDifference(rest, second, input[top]!, temperature);
  result.exponent = 0;
  if (Number.isNaN(second) || rest.high < -800) {
    result.high = Number.isNaN(second) ? second : 0;
    result.low = 0;
    return;
  }
  expParts(parts, rest.high, rest.low);
  carefulSumExp(rest, input, start, end, stride, top, second, temperature);
  multiplyPairs(result, rest.high, rest.low, parts.high, 0);
  addPairs(result, result.high, result.low, parts.low * rest.high, 0);
  // log(1 + u) is u to the last digit carried.
  if (parts.exponent < -400) {
    result.exponent = parts.exponent;
    return;
  }
  const power = powersOfTwo[parts.exponent + POWER_ZERO]!;
  log1pPair(result, result.high * power, result.low * power);
}

/** Below this the fast sum is left for the careful one. */
const TINY = 2 ** -300;

const scale = makeExpScale();
const left = makeExpSum();
const right = makeExpSum();
const rest: Pair = { high: 0.5, low: 0.5 };
const parts: ExpParts = { high: 1, low: 0.5, exponent: 0 };
