/** How many numbers a softmax head learns: classes · (features + 1). For two classes, twice what the sigmoid head needs. */
export function softmaxHeadParameters(features: number, classes = 2): number {
  return classes * (features + 1);
}
