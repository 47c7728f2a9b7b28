import { softplus } from './softplus.ts';

/** `log(sigmoid(x)) = −log(1 + e^{−x})`. */
export function logSigmoid(x: number): number {
  return -softplus(-x);
}
