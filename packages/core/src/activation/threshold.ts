/** Values at or below `threshold` become `value`. */
export interface ThresholdOptions {
  readonly threshold: number;
  readonly value: number;
}

/** x above the threshold, else the value; NaN stays NaN. Source: `torch.nn.Threshold`. */
export function threshold(x: number, { threshold: bound, value }: ThresholdOptions): number {
  return x <= bound ? value : x;
}
