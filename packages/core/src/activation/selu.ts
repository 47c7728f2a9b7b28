/** λ · elu(x, α) with the fixed point of Klambauer et al. 2017, https://arxiv.org/abs/1706.02515. */
export function selu(x: number): number {
  return x > 0 ? seluScale * x : seluScale * seluAlpha * Math.expm1(x);
}

const seluAlpha = 1.6732632423543772;
const seluScale = 1.0507009873554805;
