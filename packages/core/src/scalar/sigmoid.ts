/** The sigmoid (logistic function) `1 / (1 + e^{−x})`. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

export { sigmoid as expit, sigmoid as logistic };
