import { type ArrayInput, asArray } from '../../ndarray/create/as-array.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { logSoftmaxInto } from '../../vector/log-softmax-into.ts';
import { eachLine } from './each-line.ts';
import { line, type SoftmaxAlongOptions } from './softmax-line.ts';

/**
 * x_i/T − log Σ_j e^{x_j/T} along `axis`: the logarithm of softmax without its underflow. Shapes, dtypes and errors as
 * `softmaxAlong`.
 */
export function logSoftmaxAlong(z: ArrayInput, axis: number, options: SoftmaxAlongOptions = {}): NdArray {
  return eachLine(asArray(z), axis, line(logSoftmaxInto, options), 'logSoftmaxAlong', options.dtype);
}
