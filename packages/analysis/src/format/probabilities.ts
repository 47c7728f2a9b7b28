/**
 * Numbers of one probability vector, rounded together: rounding each alone may show 0.33 0.33 0.33, which does not
 * add to 1. The largest-remainder method (Hamilton's apportionment) rounds down and gives the missing units to the
 * largest fractions, so that the shown digits add to what the vector adds to.
 */
import { formatScientific, formatSpecial } from './number.ts';

/** How far from 1 a sum may be and still be rounding noise of the narrowest dtypes' softmax over many classes. */
const sumTolerance = 5e-3;

export interface ProbabilityFormat {
  /** Decimals to begin with; more are taken while the largest of several classes would look like 1. */
  readonly decimals?: number;
  readonly maxDecimals?: number;
}

/**
 * One text per element, all with the same number of decimals, except that an exact 0 is `0` and what would look
 * like 0 without being it is written as `2.1e-9`.
 */
export function formatProbabilities(values: readonly number[], format: ProbabilityFormat = {}): string[] {
  const sum = values.reduce((a, b) => a + b, 0);
  const apportioned = values.every((x) => x >= 0) && Math.abs(sum - 1) <= sumTolerance;
  const { decimals, exact } = chooseDecimals(values, format);
  if (exact) return values.map((x) => x.toFixed(decimals));
  const units = apportioned
    ? apportion(
        values.map((x) => x / sum),
        decimals,
      )
    : values.map((x) => Math.round(x * 10 ** decimals));
  return values.map((x, i) => elementText(x, units[i] ?? 0, decimals));
}

/** A probability that stands alone: a sigmoid's value, one class of many. */
export function formatProbability(x: number, format: ProbabilityFormat = {}): string {
  const { decimals, exact } = chooseDecimals([x, 1 - x], format);
  return exact ? x.toFixed(decimals) : elementText(x, Math.round(x * 10 ** decimals), decimals);
}

function elementText(x: number, unit: number, decimals: number): string {
  const special = formatSpecial(x);
  if (special !== undefined) return special;
  if (x === 0) return '0';
  return unit === 0 ? formatScientific(x) : (unit / 10 ** decimals).toFixed(decimals);
}

function chooseDecimals(values: readonly number[], format: ProbabilityFormat): { decimals: number; exact: boolean } {
  const least = format.decimals ?? 3;
  const most = format.maxDecimals ?? Math.max(least, 6);
  for (let decimals = 1; decimals <= least; decimals++) {
    if (values.every((x) => needsNoMore(x, decimals))) return { decimals, exact: true };
  }
  const looksCertain = (decimals: number) => values.some((x) => x < 1 && x > 0.5 && Number(x.toFixed(decimals)) === 1);
  for (let decimals = least; decimals <= most; decimals++) {
    if (!looksCertain(decimals)) return { decimals, exact: false };
  }
  return { decimals: least, exact: false };
}

/** True when these decimals say all of the number but float32's noise: 0.25, and 0.1f, but not 1e-9 as 0.0. */
function needsNoMore(x: number, decimals: number): boolean {
  const shown = Number(x.toFixed(decimals));
  return shown === 0 || shown === 1 ? x === shown : Math.abs(x - shown) < 1e-7;
}

/** Integers that add to 10^decimals, each within one of its share. */
function apportion(shares: readonly number[], decimals: number): number[] {
  const scale = 10 ** decimals;
  const units = shares.map((x) => Math.floor(x * scale));
  let missing = scale - units.reduce((a, b) => a + b, 0);
  const byFraction = shares
    .map((x, i) => ({ i, fraction: x * scale - Math.floor(x * scale) }))
    .sort((a, b) => b.fraction - a.fraction || a.i - b.i);
  for (const { i } of byFraction) {
    if (missing <= 0) break;
    units[i] = (units[i] ?? 0) + 1;
    missing--;
  }
  return units;
}
