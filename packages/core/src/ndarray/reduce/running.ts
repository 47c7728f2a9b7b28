/** Every element combined with the result before it; the first stays. */
export function running(vector: Float64Array, f: (total: number, x: number) => number): Float64Array {
  const out = vector.slice();
  for (let i = 1; i < out.length; i++) out[i] = f(out[i - 1] ?? Number.NaN, out[i] ?? Number.NaN);
  return out;
}
