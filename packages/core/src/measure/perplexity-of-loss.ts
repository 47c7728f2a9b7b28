import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import { map } from '../ndarray/elements/map.ts';
import type { NdArray } from '../ndarray/ndarray.ts';

/** e^loss of a mean cross-entropy in nats per token: the perplexity that language models report. Element-wise. */
export function perplexityOfLoss(loss: ArrayInput): NdArray {
  const a = asArray(loss);
  return map(a, Math.exp, floatOr(a.dtype));
}
