import { softplus } from '../scalar/softplus.ts';

/** Defaults of `torch.nn.Softplus`: β = 1, threshold 20. */
export interface ScaledSoftplusOptions {
  readonly beta?: number;
  readonly threshold?: number;
}

/** (1/β) log(1 + e^{βx}), but x itself where βx > threshold. Source: `torch.nn.Softplus`. */
export function scaledSoftplus(x: number, { beta = 1, threshold = 20 }: ScaledSoftplusOptions = {}): number {
  return x * beta > threshold ? x : softplus(x * beta) / beta;
}
