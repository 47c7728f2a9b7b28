import type { FloatArray } from './float-array.ts';

/** Whether a softmax with this maximum is a limit rather than a quotient of finite numbers. */
export function hasLimit(max: number, temperature: number): boolean {
  return max === Infinity || max === -Infinity || temperature === 0 || temperature === Infinity;
}

/**
 * The limits of softmax over a slice. Where the maximum is +∞ or the temperature 0, the places of the maximum share 1 equally; at
 * temperature ∞ all but −∞ do. NaN anywhere, or nothing but −∞, gives NaN everywhere.
 */
export function limitInto(
  out: FloatArray,
  input: FloatArray,
  start: number,
  end: number,
  stride: number,
  max: number,
  temperature: number,
): void {
  const lowest = temperature === Infinity && max !== Infinity ? -Number.MAX_VALUE : max;
  let count = max === -Infinity ? Number.NaN : 0;
  for (let i = start; i < end; i += stride) {
    const x = input[i]!;
    if (x >= lowest) count++;
    else if (Number.isNaN(x)) count = Number.NaN;
  }
  const share = 1 / count;
  for (let i = start; i < end; i += stride) out[i] = input[i]! >= lowest ? share : 0 * share;
}
