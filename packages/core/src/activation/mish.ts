/**
 * x · tanh(softplus(x)). With n = e^x (e^x + 2) this is x · n / (n + 2), which neither cancels nor overflows below x = 20;
 * from there it is x to the last digit. 0 at −∞. Source: Misra 2019, https://arxiv.org/abs/1908.08681.
 */
export function mish(x: number): number {
  if (x > 20) return x;
  if (x === -Infinity) return 0;
  const e = Math.exp(x);
  const n = e * (e + 2);
  return (x * n) / (n + 2);
}
