import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { softmaxInto } from '../../vector/softmax-into.ts';
import { eachLine } from './each-line.ts';
import { line, type SoftmaxAlongOptions } from './softmax-line.ts';

/**
 * e^{x_i/T} / Σ_j e^{x_j/T} along `axis`: probabilities that sum to 1 there. Same shape; floats keep their dtype, others give
 * float64. Each within 1 ULP of the exact result in float64 and float32; float16 and bfloat16 are rounded once.
 *
 * @throws RangeError if the axis does not exist or has no elements, or the temperature is negative.
 */
export function softmaxAlong(z: ArrayInput, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  return eachLine(asArray(z), axis, line(softmaxInto, options), 'softmaxAlong', options.dtype);
}
