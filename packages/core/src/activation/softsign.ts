/** x / (1 + |x|); ±1 at the infinities. Source: `torch.nn.Softsign`. */
export function softsign(x: number): number {
  return Math.abs(x) === Infinity ? Math.sign(x) : x / (1 + Math.abs(x));
}
