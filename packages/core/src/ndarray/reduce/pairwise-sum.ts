/**
 * The float64 sum of `run` neighbours at a time in the order in which NumPy adds them, so that the last digit agrees too: up
 * to 7 values one by one, up to 128 in eight interleaved sums, more by halves; sums of runs one by one.
 *
 * Source: NumPy, numpy/core/src/umath/loops_utils.h.src, `pairwise_sum`.
 */
export function pairwiseSum(values: Float64Array, run = values.length): number {
  if (run <= 1) return sequential(values, 0, values.length);
  let sum = 0;
  for (let start = 0; start < values.length; start += run) sum += halves(values, start, Math.min(run, values.length - start));
  return sum;
}

function sequential(values: Float64Array, start: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[start + i] ?? 0;
  return sum;
}

function halves(values: Float64Array, start: number, length: number): number {
  if (length < 8) return sequential(values, start, length);
  if (length > 128) {
    const half = Math.floor(length / 2);
    const first = half - (half % 8);
    return halves(values, start, first) + halves(values, start + first, length - first);
  }
  const sums = Array.from({ length: 8 }, (_, lane) => values[start + lane] ?? 0);
  const whole = length - (length % 8);
  for (let i = 8; i < whole; i++) sums[i % 8] = (sums[i % 8] ?? 0) + (values[start + i] ?? 0);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = sums;
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < length; i++) sum += values[start + i] ?? 0;
  return sum;
}
