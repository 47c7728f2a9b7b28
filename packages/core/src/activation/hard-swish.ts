/** x · min(max(x + 3, 0), 6) / 6; 0 at −∞. Source: Howard et al. 2019, https://arxiv.org/abs/1905.02244. */
export function hardSwish(x: number): number {
  if (x <= -3) return 0;
  return x >= 3 ? x : (x * (x + 3)) / 6;
}
