/**
 * NumPy's `RandomState` and `numpy.random.seed`: streams that NEP 19 has frozen.
 * https://numpy.org/neps/nep-0019-rng-policy.html, https://numpy.org/doc/stable/reference/random/legacy.html
 */
import { log } from '@softlens/core';
import { masked, maskOf, res53 } from './doubles.ts';
import type { Kit } from './kit.ts';
import { shuffledRange } from './shuffle.ts';
import { openWords, seeded, type Twister, type Words } from './twister.ts';

export interface LegacyState {
  readonly algorithm: 'numpy-legacy';
  readonly twister: Twister;
  /** The second of two normal numbers. */
  readonly spare?: number;
}

/** Seeds from 0 to 2^32 − 1. */
export const legacyState = (seed: number): LegacyState => ({ algorithm: 'numpy-legacy', twister: seeded(seed) });

export function openLegacy(state: LegacyState): Kit<LegacyState> {
  const words = openWords(state.twister);
  let { spare } = state;
  const normal = (): number => {
    if (spare !== undefined) {
      const known = spare;
      spare = undefined;
      return known;
    }
    const [first, second] = polar(words);
    spare = first;
    return second;
  };
  const interval = (most: number): number => masked(words, most);
  return {
    random: () => res53(words),
    normal,
    interval,
    integers: (low, most, count, dtype) => integers(words, low, most, count, dtype),
    withoutReplacement: (population, count) => shuffledRange(population, interval).slice(0, count),
    get taken() {
      return words.taken;
    },
    left: () => ({ algorithm: 'numpy-legacy', twister: words.left(), ...(spare === undefined ? {} : { spare }) }),
  };
}

/** Two normal numbers. G. Marsaglia, T. A. Bray: A convenient method for generating normal variables (SIAM Review 6, 1964). */
function polar(words: Words): readonly [number, number] {
  for (;;) {
    const x = 2 * res53(words) - 1;
    const y = 2 * res53(words) - 1;
    const squared = x * x + y * y;
    if (squared >= 1 || squared === 0) continue;
    const factor = Math.sqrt((-2 * log(squared)) / squared);
    return [factor * x, factor * y];
  }
}

/** Small types share the bits of a word among several numbers, the lowest bits first. */
function integers(words: Words, low: number, most: number, count: number, dtype: string): readonly number[] {
  const range = most - low;
  const bits = dtype === 'bool' ? 1 : dtype.endsWith('int8') ? 8 : dtype.endsWith('int16') ? 16 : 32;
  if (range === 0) return Array.from({ length: count }, () => low);
  if (bits === 32) return Array.from({ length: count }, () => low + masked(words, range));
  const mask = maskOf(range);
  let [left, word] = [0, 0];
  const part = (): number => {
    if (left === 0) {
      word = words.next();
      left = 32 / bits - 1;
    } else {
      word >>>= bits;
      left--;
    }
    return word & mask;
  };
  return Array.from({ length: count }, () => {
    for (;;) {
      const value = part();
      if (value <= range) return low + value;
    }
  });
}
