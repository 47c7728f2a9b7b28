/** The line slope · x + offset: 1/6 and 1/2 in PyTorch, Keras 3 and JAX, 0.2 and 0.5 in Keras 2 and ONNX. */
export interface HardSigmoidOptions {
  readonly slope?: number;
  readonly offset?: number;
}

/**
 * min(max(slope · x + offset, 0), 1). Source: `torch.nn.Hardsigmoid`; `tf.keras.activations.hard_sigmoid` (Keras 2) for 0.2
 * and 0.5.
 */
export function hardSigmoid(x: number, { slope, offset }: HardSigmoidOptions = {}): number {
  // PyTorch divides relu6(x + 3) by 6, which differs in the last digit from multiplying by a rounded 1/6.
  if (slope === undefined && offset === undefined) return Math.min(Math.max(x + 3, 0), 6) / 6;
  return Math.min(Math.max((slope ?? 1 / 6) * x + (offset ?? 0.5), 0), 1);
}
