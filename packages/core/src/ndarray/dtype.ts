/** Element types. Storage: bool/uint8 Uint8Array, int8/16/32 their arrays, int64 and float64 Float64Array, float32/float16/bfloat16 Float32Array. */
export type DType = 'bool' | 'uint8' | 'int8' | 'int16' | 'int32' | 'int64' | 'float16' | 'bfloat16' | 'float32' | 'float64';
