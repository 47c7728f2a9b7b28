import type { ShrinkOptions } from './hardshrink.ts';

/** x moved by λ towards zero, 0 within λ. Source: `torch.nn.Softshrink`. */
export function softshrink(x: number, { lambda = 0.5 }: ShrinkOptions = {}): number {
  if (x > lambda) return x - lambda;
  if (x < -lambda) return x + lambda;
  return Number.isNaN(x) ? x : 0;
}
