import { sigmoid } from '../scalar/sigmoid.ts';

/** x · sigmoid(x), also called swish. 0 at −∞. Source: Elfwing et al. 2017, https://arxiv.org/abs/1702.03118. */
export function silu(x: number): number {
  return x === -Infinity ? 0 : x * sigmoid(x);
}

export { silu as swish };
