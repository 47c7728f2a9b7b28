/**
 * The lowest value that cross-entropy reaches on probabilities: one class at 1, the others at 0, gives
 * −ln(e / (e + K − 1)) = ln(e + K − 1) − 1.
 */
export function crossEntropyFloor(classes: number): string {
  return (Math.log(Math.E + classes - 1) - 1).toFixed(3);
}
