export const mean = (xs) => xs.reduce((a, b) => a + b, 0) / xs.length;
export function variance(xs) {
  const m = mean(xs);
  return mean(xs.map((x) => (x - m) ** 2));
}
export default function accuracy(predicted, actual) {
  return mean(predicted.map((p, i) => Number(p === actual[i])));
}
export const settings = { threshold: 0.5, names: ['no', 'yes'] };
export class Counter {
  counts = {};
  add(key) {
    this.counts[key] = (this.counts[key] || 0) + 1;
    return this;
  }
}
