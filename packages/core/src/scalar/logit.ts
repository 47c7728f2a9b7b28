/** `log(p / (1 − p))`, the inverse of the sigmoid. NaN outside [0, 1]. */
export function logit(p: number): number {
  return Math.log(p) - Math.log1p(-p);
}
