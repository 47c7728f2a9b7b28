/**
 * Nearest multiple of a power of two, ties to even, for 0 <= x < 2^52 · spacing: adding 1.5 · 2^52 units leaves no bit below
 * one unit.
 */
export function roundToMultiple(x: number, spacing: number): number {
  const shift = 6755399441055744 * spacing;
  return x + shift - shift;
}
