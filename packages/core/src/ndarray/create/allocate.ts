import type { DType } from '../dtype.ts';
import type { NdData } from '../ndarray.ts';

/** Zeroed storage for `length` elements of a dtype. */
export function allocate(dtype: DType, length: number): NdData {
  switch (dtype) {
    case 'bool':
    case 'uint8':
      return new Uint8Array(length);
    case 'int8':
      return new Int8Array(length);
    case 'int16':
      return new Int16Array(length);
    case 'int32':
      return new Int32Array(length);
    case 'float16':
    case 'bfloat16':
    case 'float32':
      return new Float32Array(length);
    case 'int64':
    case 'float64':
      return new Float64Array(length);
  }
}
