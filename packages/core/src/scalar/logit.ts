import { dividePairs } from '../exact/divide-pairs.ts';
import { log1pPair } from '../exact/log1p-pair.ts';
import type { Pair } from '../exact/pair.ts';
import { sumError } from '../exact/sum-error.ts';

/**
 * The logit (log-odds) of a probability, `log(p / (1 − p))`: the inverse of the sigmoid.
 *
 * @param p a probability, 0 ≤ p ≤ 1
 * @returns the logit, within 1 ULP of the exact result, also near p = ½ where it passes 0. 0 gives −∞, 1 gives +∞, NaN and
 *   numbers outside [0, 1] give NaN.
 *
 * Source: J. Berkson, Application of the logistic function to bio-assay, JASA 39 (1944).
 */
export function logit(p: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  if (p < TINY) return logOfTiny(p);

  // log((1 − p) / p) = log(1 + (1 − 2p) / p) and its mirror image: the numerators vanish exactly at ½.
  if (p > 0.5) dividePairs(pair, 2 * p - 1, 0, 1 - p, 0);
  else dividePairs(pair, 1 - 2 * p, sumError(1, -2 * p, 1 - 2 * p), p, 0);
  log1pPair(pair, pair.high, pair.low);
  return p > 0.5 ? pair.high : 0 - pair.high;
}

/** log p for 0 < p < 2^-500, where 1 − p is 1: log(2^500 p) − 500 log 2. */
function logOfTiny(p: number): number {
  const scaled = p / TINY;
  dividePairs(pair, 1 - scaled, sumError(1, -scaled, 1 - scaled), scaled, 0);
  log1pPair(pair, pair.high, pair.low);
  const sum = LN2_500_HIGH + pair.high;
  return -(sum + (sumError(LN2_500_HIGH, pair.high, sum) + (LN2_500_LOW + pair.low)));
}

/** 2^-500. */
const TINY = 3.054936363499605e-151;

/** 500 ln 2 in two parts. */
const LN2_500_HIGH = 346.5735902799727;
const LN2_500_LOW = -2.2599635089223323e-14;

const pair: Pair = { high: 0.5, low: 0.5 };
