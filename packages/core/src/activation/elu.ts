/** `alpha`: minus the value at −∞. Default 1. */
export interface AlphaOptions {
  readonly alpha?: number;
}

/** x for x > 0, else α (e^x − 1). Source: Clevert et al. 2015, https://arxiv.org/abs/1511.07289. */
export function elu(x: number, { alpha = 1 }: AlphaOptions = {}): number {
  return x > 0 ? x : alpha * Math.expm1(x);
}
