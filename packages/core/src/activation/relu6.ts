/** min(max(0, x), 6). Source: `torch.nn.ReLU6`. */
export function relu6(x: number): number {
  return Math.min(Math.max(0, x), 6);
}
