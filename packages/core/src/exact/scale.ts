import { POWER_ZERO, powersOfTwo } from './powers-of-two.ts';

/** `x · 2^exponent` with a single rounding, for |x| in [1/4, 4] or so: overflow gives Infinity, underflow a subnormal or 0. */
export function scale(x: number, exponent: number): number {
  if (exponent >= -1000 && exponent <= 1000) return x * powersOfTwo[exponent + POWER_ZERO]!;
  const rest = Math.max(-1074, Math.min(1023, exponent < 0 ? exponent + 1000 : exponent - 1000));
  const near = exponent < 0 ? -1000 : 1000;
  // The step that stays in the normal range comes first; only the second one rounds.
  return x * powersOfTwo[rest + POWER_ZERO]! * powersOfTwo[near + POWER_ZERO]!;
}
