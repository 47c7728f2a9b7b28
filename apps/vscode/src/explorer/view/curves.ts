/** The lines of the pictures, in units of the picture's own box. */
import { linspace, sigmoid, softmax } from '@softlens/core';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Temperatures of the chart, evenly spaced in log T. */
export const coldest = 0.05;
export const hottest = 20;
const temperatures = Array.from(linspace(Math.log(coldest), Math.log(hottest), 81).data, Math.exp);

/** For each class its probability at every temperature; x and y in 0…1, y downwards. */
export function temperatureLines(logits: readonly number[]): Point[][] {
  const columns = temperatures.map((temperature) => softmax(logits, { temperature }));
  return logits.map((_, i) => columns.map((p, k) => ({ x: k / (columns.length - 1), y: 1 - (p[i] ?? 0) })));
}

/** Where a temperature stands on the chart: at its ends when beyond them. */
export function temperatureX(temperature: number): number {
  const inside = Math.min(Math.max(temperature, coldest), hottest);
  return Math.log(inside / coldest) / Math.log(hottest / coldest);
}

/** Corners of the triangle of all distributions over three classes: 0 at the left, 1 at the right, 2 at the top. */
export const corners: readonly [Point, Point, Point] = [
  { x: 0, y: Math.sqrt(3) / 2 },
  { x: 1, y: Math.sqrt(3) / 2 },
  { x: 0.5, y: 0 },
];

/** The mean of the corners, weighted by the probabilities. */
export function simplexPoint(p: ArrayLike<number>): Point {
  return corners.reduce((at, corner, i) => ({ x: at.x + corner.x * (p[i] ?? 0), y: at.y + corner.y * (p[i] ?? 0) }), {
    x: 0,
    y: 0,
  });
}

/** The way of a distribution from the corner (T → 0) to the centre (T → ∞). */
export function simplexPath(logits: readonly number[]): Point[] {
  return [0, ...temperatures, Infinity].map((temperature) => simplexPoint(softmax(logits, { temperature })));
}

/** The logistic curve over −range … range; x and y in 0…1, y downwards. */
export function sigmoidCurve(range: number): Point[] {
  return Array.from(linspace(-range, range, 97).data, (z) => ({ x: (z + range) / (2 * range), y: 1 - sigmoid(z) }));
}

export function pathOf(points: readonly Point[], { width, height }: { width: number; height: number }): string {
  return points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${(x * width).toFixed(1)} ${(y * height).toFixed(1)}`).join('');
}
