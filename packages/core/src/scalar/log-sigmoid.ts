import { softplus } from './softplus.ts';

/**
 * The logarithm of the sigmoid, `log(1 / (1 + e^{−x})) = −softplus(−x)`.
 *
 * @param x a logit (log-odds), any float64
 * @returns a log-probability, within 1 ULP of the exact result, subnormal results included. −∞ gives −∞, +∞ gives −0, NaN gives NaN.
 *
 * Source: the definition, as in `torch.nn.functional.logsigmoid` and `jax.nn.log_sigmoid`.
 */
export function logSigmoid(x: number): number {
  return -softplus(-x);
}
