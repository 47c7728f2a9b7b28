/** How many numbers a sigmoid head learns: features + 1. */
export function sigmoidHeadParameters(features: number): number {
  return features + 1;
}
