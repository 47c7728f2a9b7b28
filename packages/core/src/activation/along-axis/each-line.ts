import { fromData } from '../../ndarray/create/from-data.ts';
import type { DType } from '../../ndarray/dtype.ts';
import { cast } from '../../ndarray/dtypes/cast.ts';
import { floatOr } from '../../ndarray/dtypes/float-or.ts';
import type { NdArray } from '../../ndarray/ndarray.ts';
import { normalizeAxis } from '../../ndarray/shape/normalize-axis.ts';
import { sizeOf } from '../../ndarray/shape/size-of.ts';
import type { FloatArray } from '../../vector/index.ts';

/** A function of one strided vector: reads and writes the places `offset, offset + stride, …`, `length` of them. */
export type StridedFunction = (out: FloatArray, input: FloatArray, offset: number, stride: number, length: number) => void;

/**
 * A strided function applied to every vector along `axis`. float64 and float32 go straight through; float16 and bfloat16 are
 * computed in float64 and rounded once; integers and bool give float64. A 0-d array is one vector of one element.
 *
 * @throws RangeError if the axis does not exist or has no elements.
 */
export function eachLine(a: NdArray, axis: number, f: StridedFunction, name: string, dtype: DType = floatOr(a.dtype)): NdArray {
  const shape = a.shape.length === 0 ? [1] : a.shape;
  const at = normalizeAxis(axis, shape.length, name);
  const length = shape[at] ?? 0;
  if (length === 0) throw new RangeError(`${name}: axis ${axis} of shape [${a.shape.join(', ')}] is empty`);
  const source = cast(a, dtype);
  const wide = dtype === 'float64' || dtype === 'float32';
  const input: FloatArray = wide && source.data instanceof Float32Array ? source.data : Float64Array.from(source.data);
  const out: FloatArray = input instanceof Float32Array ? new Float32Array(input.length) : new Float64Array(input.length);
  const stride = sizeOf(shape.slice(at + 1));
  const outer = sizeOf(shape.slice(0, at));
  for (let block = 0; block < outer; block++) {
    for (let i = 0; i < stride; i++) f(out, input, block * length * stride + i, stride, length);
  }
  return wide ? { dtype, shape: a.shape, data: out } : fromData(out, a.shape, dtype);
}
