import { sigmoid } from '../scalar/sigmoid.ts';

/** The tanh form x/2 · (1 + tanh(√(2/π) (x + 0.044715 x³))): `approximate='tanh'` in PyTorch, the default of `jax.nn.gelu`. */
export function geluTanh(x: number): number {
  const u = 2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
  // 1 + tanh(u/2) = 2 sigmoid(u), which does not cancel.
  return x === -Infinity ? 0 : x * sigmoid(u);
}
