import { carefulSoftmaxInto } from './careful-softmax-into.ts';
import type { FloatArray } from './float-array.ts';
import { hasLimit, limitInto } from './limit-into.ts';
import { maxOf } from './max-of.ts';
import { softmaxFloat32 } from './softmax-float32.ts';
import { softmaxFloat64 } from './softmax-float64.ts';

/**
 * Softmax of one strided slice, without allocation: `out[i] = e^{x_i / T} / Σ_j e^{x_j / T}`, where i runs over
 * `offset, offset + stride, …` (`length` places, the same in `input` and `out`). `out` may be `input`.
 *
 * A Float64Array `out` is within 1 ULP of the exact result. Two Float32Arrays: within 1 float32 ULP.
 * NaN, infinities and the temperatures 0 and Infinity as in `softmax`. The caller checks the bounds; length 0 writes nothing.
 *
 * @throws RangeError if the temperature is negative or NaN
 */
export function softmaxInto(
  out: FloatArray,
  input: FloatArray,
  offset: number,
  stride: number,
  length: number,
  temperature = 1,
): void {
  if (!(temperature >= 0)) throw new RangeError(`softmax: the temperature must not be negative, but is ${temperature}`);
  const end = offset + stride * length;
  const max = maxOf(input, offset, end, stride);
  if (hasLimit(max, temperature)) limitInto(out, input, offset, end, stride, max, temperature);
  else if (out instanceof Float32Array && input instanceof Float32Array) {
    softmaxFloat32(out, input, offset, end, stride, max, temperature);
  } else if (!softmaxFloat64(out, input, offset, end, stride, max, temperature)) {
    carefulSoftmaxInto(out, input, offset, end, stride, max, temperature);
  }
}
