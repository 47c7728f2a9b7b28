/**
 * The rounding error of a sum: `a + b = sum + sumError(a, b, sum)` exactly, where `sum` is the rounded `a + b`.
 * Six operations and no condition on the order of a and b. The caller sees to it that nothing overflows.
 *
 * Source: D. Knuth, The Art of Computer Programming 2, section 4.2.2, theorem B ("TwoSum").
 */
export function sumError(a: number, b: number, sum: number): number {
  const fromB = sum - a;
  return a - (sum - fromB) + (b - fromB);
}
