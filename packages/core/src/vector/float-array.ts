/** The storage that the strided functions read and write. */
export type FloatArray = Float64Array | Float32Array;
