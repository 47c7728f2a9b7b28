/** `lambda`: how far from zero. Default 1/2. */
export interface ShrinkOptions {
  readonly lambda?: number;
}

/** x, but 0 within λ. Source: `torch.nn.Hardshrink`. */
export function hardshrink(x: number, { lambda = 0.5 }: ShrinkOptions = {}): number {
  return Math.abs(x) <= lambda ? 0 : x;
}
