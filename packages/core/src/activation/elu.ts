/** `alpha`: minus the value at −∞. Default 1. */
export interface AlphaOptions {
  readonly alpha?: number;
}

/** x for x > 0, else α (e^x − 1). Source: Clevert et al. 2015, https://arxiv.org/abs/1511.07289. */
export function elu(x: number, { alpha = 1 }: AlphaOptions = {}): number {
  return x > 0 ? x : alpha * Math.expm1(x);
}

/** x for x > 0, else α (e^{x/α} − 1), smooth at 0 for every α. Source: Barron 2017, https://arxiv.org/abs/1704.07483. */
export function celu(x: number, { alpha = 1 }: AlphaOptions = {}): number {
  return x > 0 ? x : alpha * Math.expm1(x / alpha);
}

/** λ · elu(x, α) with the fixed point of Klambauer et al. 2017, https://arxiv.org/abs/1706.02515. */
export function selu(x: number): number {
  return x > 0 ? seluScale * x : seluScale * seluAlpha * Math.expm1(x);
}

const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;
