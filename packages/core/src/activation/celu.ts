import type { AlphaOptions } from './elu.ts';

/** x for x > 0, else α (e^{x/α} − 1), smooth at 0 for every α. Source: Barron 2017, https://arxiv.org/abs/1704.07483. */
export function celu(x: number, { alpha = 1 }: AlphaOptions = {}): number {
  return x > 0 ? x : alpha * Math.expm1(x / alpha);
}
