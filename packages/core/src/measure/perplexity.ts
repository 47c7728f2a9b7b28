import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/kind.ts';
import { map } from '../ndarray/elements/map.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { type EntropyOptions, entropy } from './entropy.ts';

/** e^H along an axis: how many equally likely classes would be as uncertain; between 1 and the number of classes. */
export function perplexity(probabilities: ArrayInput, options: Pick<EntropyOptions, 'axis' | 'keepdims'> = {}): NdArray {
  const a = asArray(probabilities);
  return map(entropy(cast(a, 'float64'), options), Math.exp, floatOr(a.dtype));
}

/** e^loss of a mean cross-entropy in nats per token: the perplexity that language models report. Element-wise. */
export function perplexityOfLoss(loss: ArrayInput): NdArray {
  const a = asArray(loss);
  return map(a, Math.exp, floatOr(a.dtype));
}
