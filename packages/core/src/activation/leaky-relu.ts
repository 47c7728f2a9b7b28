/** `slope` below zero: 0.01 in PyTorch, 0.2 in TensorFlow, 0.3 in Keras 2. */
export interface LeakyReluOptions {
  readonly slope?: number;
}

/** x for x ≥ 0, else slope · x. With a learned slope this is PReLU. Source: `torch.nn.LeakyReLU`. */
export function leakyRelu(x: number, { slope = 0.01 }: LeakyReluOptions = {}): number {
  return x >= 0 ? x : slope * x;
}
