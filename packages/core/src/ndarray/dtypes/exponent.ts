/**
 * floor(log2 x) for finite x > 0, at least −127. Read from the bits of the nearest float32, which may be one too high just
 * below a power of two; every format with fewer bits than float32 rounds such an x to that power anyway.
 */
export function binaryExponent(x: number): number {
  single[0] = x;
  return ((bits[0] ?? 0) >>> 23) - 127;
}

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);
