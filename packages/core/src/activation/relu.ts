/** max(0, x). NaN stays NaN. Source: `torch.nn.ReLU`. */
export function relu(x: number): number {
  return Math.max(0, x);
}
