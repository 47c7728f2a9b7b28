/** x − tanh x, by its series where the two nearly cancel. Source: `torch.nn.Tanhshrink`. */
export function tanhshrink(x: number): number {
  if (Math.abs(x) > 0.25) return x - Math.tanh(x);
  const s = x * x;
  let tail = 0;
  for (let i = tanhSeries.length - 1; i >= 0; i--) tail = tail * s + (tanhSeries[i] ?? 0);
  return x * s * tail;
}

/** Coefficients of (x − tanh x)/x³ in x² (DLMF 4.33.3, https://dlmf.nist.gov/4.33). */
const tanhSeries: readonly number[] = [
  1 / 3,
  -2 / 15,
  17 / 315,
  -62 / 2835,
  1382 / 155925,
  -21844 / 6081075,
  929569 / 638512875,
  -6404582 / 10854718875,
  443861162 / 1856156927625,
  -18888466084 / 194896477400625,
];
