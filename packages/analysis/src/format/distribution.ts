/** What can be said of one vector of probabilities: its sum, its largest class, its entropy, its odds. */
import { entropy } from '@softlens/core';
import { formatFloat } from './number.ts';
import { formatProbabilities } from './probabilities.ts';

export interface Distribution {
  /** Where the vector stands in its array: the indices of the other axes. */
  readonly index: readonly number[];
  /** What was normalised, where it is known: logits. */
  readonly scores?: readonly number[];
  readonly probabilities: readonly number[];
  /** The probabilities as shown: rounded together, so that the shown digits add to what the vector adds to. */
  readonly texts: readonly string[];
  readonly sum: number;
  readonly sumsToOne: boolean;
  /** `1` when the sum is 1 up to the dtype's rounding, else its digits. */
  readonly sumText: string;
  /** The first of the largest. */
  readonly argmax: number;
  /** −Σ p ln p, with 0 ln 0 = 0. */
  readonly entropyNats: number;
  readonly entropyBits: number;
  /** The two largest classes; their odds are e^delta. */
  readonly odds?: { readonly first: number; readonly second: number; readonly delta: number; readonly ratio: number };
}

/** How far a sum may be from 1 per dtype and still be rounding: a few units of its last place. */
const tolerances: Readonly<Record<string, number>> = { float64: 1e-12, float32: 2e-6, float16: 4e-3, bfloat16: 3e-2 };

export function describeDistribution(
  probabilities: readonly number[],
  options: { readonly dtype?: string; readonly scores?: readonly number[]; readonly index?: readonly number[] } = {},
): Distribution {
  const sum = probabilities.reduce((a, b) => a + b, 0);
  const tolerance = (tolerances[options.dtype ?? 'float64'] ?? 1e-12) * Math.max(1, Math.sqrt(probabilities.length));
  const sumsToOne = Math.abs(sum - 1) <= tolerance;
  const entropyNats = Math.abs(entropy(probabilities).data[0] ?? Number.NaN);
  const odds = oddsOf(probabilities, options.scores);
  return {
    index: options.index ?? [],
    ...(options.scores && { scores: options.scores }),
    probabilities,
    texts: formatProbabilities(probabilities),
    sum,
    sumsToOne,
    sumText: sumsToOne ? '1' : formatFloat(sum, 4),
    argmax: argmax(probabilities),
    entropyNats,
    entropyBits: entropyNats / Math.LN2,
    ...(odds && { odds }),
  };
}

/** The first classes, but never without the largest. */
export function shownClasses(d: Distribution, limit: number): number[] {
  const all = d.probabilities.map((_, i) => i);
  if (all.length <= limit) return all;
  const head = all.slice(0, limit);
  return head.includes(d.argmax) ? head : [...head.slice(0, -1), d.argmax];
}

function argmax(values: readonly number[]): number {
  return values.reduce((best, x, i) => (x > (values[best] ?? Number.NEGATIVE_INFINITY) ? i : best), 0);
}

function oddsOf(probabilities: readonly number[], scores?: readonly number[]): Distribution['odds'] {
  const [first, second] = probabilities.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p || a.i - b.i);
  if (!first || !second || !(second.p > 0)) return undefined;
  const delta = scores ? (scores[first.i] ?? Number.NaN) - (scores[second.i] ?? Number.NaN) : Math.log(first.p / second.p);
  if (!Number.isFinite(delta)) return undefined;
  return { first: first.i, second: second.i, delta, ratio: Math.exp(delta) };
}
