import { sigmoid } from '../scalar/sigmoid.ts';

/** σ′(x) = σ(x) σ(−x): 1/4 at 0, and without cancellation in both tails. For arrays: `activate(a, sigmoidDerivative)`. */
export function sigmoidDerivative(x: number): number {
  return sigmoid(x) * sigmoid(-x);
}
