/** Sums that round to float32 after every addition, in NumPy's order, so that the last digit of a float32 sum agrees. */

/** As the core's `pairwiseSum`: up to 7 neighbours one by one, up to 128 in eight interleaved sums, more by halves. Source: NumPy, loops_utils.h.src. */
export function singlePairwiseSum(values: Float64Array, run = values.length): number {
  let total = 0;
  const step = Math.max(run, 1);
  for (let start = 0; start < values.length; start += step) {
    const part = pairwise(values, start, Math.min(step, values.length - start));
    total = start === 0 ? part : Math.fround(total + part);
  }
  return total;
}

function pairwise(values: Float64Array, start: number, count: number): number {
  if (count < 8) {
    let sum = values[start] ?? 0;
    for (let i = 1; i < count; i++) sum = Math.fround(sum + (values[start + i] ?? 0));
    return sum;
  }
  if (count > 128) {
    let half = count >> 1;
    half -= half % 8;
    return Math.fround(pairwise(values, start, half) + pairwise(values, start + half, count - half));
  }
  const parts = Float32Array.from({ length: 8 }, (_, i) => values[start + i] ?? 0);
  const blocks = count - (count % 8);
  for (let i = 8; i < blocks; i += 8) for (let k = 0; k < 8; k++) parts[k] = (parts[k] ?? 0) + (values[start + i + k] ?? 0);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = parts;
  const left = Math.fround(Math.fround(a + b) + Math.fround(c + d));
  let sum = Math.fround(left + Math.fround(Math.fround(e + f) + Math.fround(g + h)));
  for (let i = blocks; i < count; i++) sum = Math.fround(sum + (values[start + i] ?? 0));
  return sum;
}
