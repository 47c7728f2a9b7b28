import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { type CrossEntropyOptions, fromLogProbabilities } from './from-log-probabilities.ts';

/** `crossEntropy` from log-probabilities instead of logits (`torch.nn.NLLLoss`, and with probabilities as targets). */
export function negativeLogLikelihood(
  logProbabilities: ArrayInput,
  target: ArrayInput,
  options: CrossEntropyOptions = {},
): NdArray {
  const logs = asArray(logProbabilities);
  return fromLogProbabilities(logs, asArray(target), options, floatOr(logs.dtype), 'negativeLogLikelihood');
}
