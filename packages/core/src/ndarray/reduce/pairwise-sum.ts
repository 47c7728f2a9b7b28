/**
 * The float64 sum of `run` neighbours at a time in the order in which NumPy adds them, so that the last digit agrees too: up
 * to 7 values one by one, up to 128 in eight interleaved sums, more by halves; sums of runs one by one.
 *
 * Source: NumPy, numpy/core/src/umath/loops_utils.h.src, `pairwise_sum`.
 */
export function pairwiseSum(values: Float64Array, run = values.length): number {
  if (run <= 1) return oneByOne(values);
  let sum = 0;
  for (let start = 0; start < values.length; start += run) sum += halves(values, start, Math.min(run, values.length - start));
  return sum;
}

function oneByOne(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function halves(values: Float64Array, start: number, length: number): number {
  if (length > 128) {
    const half = Math.floor(length / 2);
    const first = half - (half % 8);
    return halves(values, start, first) + halves(values, start + first, length - first);
  }
  return lanes(values, start, length);
}

function lanes(values: Float64Array, start: number, length: number): number {
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  const end = start + length;
  const whole = end - (length % 8);
  for (let i = start; i < whole; i += 8) {
    a += values[i] ?? 0;
    b += values[i + 1] ?? 0;
    c += values[i + 2] ?? 0;
    d += values[i + 3] ?? 0;
    e += values[i + 4] ?? 0;
    f += values[i + 5] ?? 0;
    g += values[i + 6] ?? 0;
    h += values[i + 7] ?? 0;
  }
  let sum = a + b + (c + d) + (e + f + (g + h));
  for (let i = whole; i < end; i++) sum += values[i] ?? 0;
  return sum;
}
