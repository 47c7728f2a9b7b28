/** The bounds: −1 and 1. */
export interface HardtanhOptions {
  readonly min?: number;
  readonly max?: number;
}

/** x cut off at both bounds. Source: `torch.nn.Hardtanh`. */
export function hardtanh(x: number, { min = -1, max = 1 }: HardtanhOptions = {}): number {
  return Math.min(Math.max(x, min), max);
}
