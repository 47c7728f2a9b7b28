import { type ArrayInput, asArray } from '../ndarray/create/as-array.ts';
import { cast } from '../ndarray/dtypes/cast.ts';
import { floatOr } from '../ndarray/dtypes/float-or.ts';
import { map } from '../ndarray/elements/map.ts';
import type { NdArray } from '../ndarray/ndarray.ts';
import { type EntropyOptions, entropy } from './entropy.ts';

/** e^H along an axis: how many equally likely classes would be as uncertain; between 1 and the number of classes. */
export function perplexity(probabilities: ArrayInput, options: Pick<EntropyOptions, 'axis' | 'keepdims'> = {}): NdArray {
  const a = asArray(probabilities);
  return map(entropy(cast(a, 'float64'), options), Math.exp, floatOr(a.dtype));
}
