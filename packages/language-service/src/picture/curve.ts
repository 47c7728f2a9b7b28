/** The logistic curve with the values on it: one sees where it is steep and where it saturates. */
import { type Explanation, elementTexts, formatFloat } from '@softlens/analysis/format';
import type { DisplayLanguage } from '@softlens/analysis/messages';
import { dot, label, line, path, svg, width } from './svg.ts';
import type { Palette } from './theme.ts';

/** Under a verdict and a table of three rows it still fits the hover's box whole. */
const height = 106;
const frame = { left: 34, right: width - 14, top: 8, bottom: height - 20 };
const maxPoints = 20;

export function curvePicture(explanation: Explanation, palette: Palette, _language: DisplayLanguage): string | undefined {
  const { numeric, scores, activation } = explanation;
  if (activation !== 'sigmoid' || !numeric || !scores || numeric.data.length > maxPoints) return undefined;
  const xs = Array.from(scores.data);
  if (!xs.every(Number.isFinite)) return undefined;
  const reach = Math.max(6, Math.ceil(Math.max(...xs.map(Math.abs)) * 1.15));
  const px = (x: number) => frame.left + ((x + reach) / (2 * reach)) * (frame.right - frame.left);
  const py = (p: number) => frame.bottom - p * (frame.bottom - frame.top);
  const curve = Array.from({ length: 61 }, (_, i) => {
    const x = -reach + (2 * reach * i) / 60;
    return [px(x), py(1 / (1 + Math.exp(-x)))] as const;
  });
  const texts = elementTexts(numeric, { space: 'probabilities' });
  const points = xs.map((x, i) => ({ x: px(x), y: py(numeric.data[i] ?? 0), text: texts[i] ?? '' }));
  const labels = placeLabels(points);
  const parts = [
    ...[0, 1].map((p) => line(frame.left, py(p), frame.right, py(p), palette.line)),
    ...[0, 0.5, 1].map((p) => label(frame.left - 5, py(p) + 4, String(p), palette.muted, 'end')),
    ...guides(px(0), py(0.5), labels).map(([from, to]) => line(...from, ...to, palette.line, '3 3')),
    ...[-reach, 0, reach].map((x) =>
      label(px(x), height - 5, formatFloat(x).replace(/\.0$/, ''), palette.muted, x < 0 ? 'start' : x > 0 ? 'end' : 'middle'),
    ),
    path(curve, palette.bar),
    ...points.map(({ x, y }) => dot(x, y, palette.strong)),
    ...labels.map(({ x, y, text, isLeft }) =>
      isLeft ? label(x + textWidth, y, text, palette.text, 'end') : label(x, y, text, palette.text),
    ),
  ];
  return svg(height, explanation.title, parts, palette.plate);
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The left end of its line of writing. */
interface Label extends Point {
  /** Left of its point, and flush with it. */
  readonly isLeft: boolean;
}

/** Below right of a point or above left of it, where the curve is not; what would cover another on either side is left out. */
function placeLabels(points: readonly Point[]): readonly Label[] {
  const middle = (frame.top + frame.bottom) / 2;
  const placed: Label[] = [];
  for (const { x, y, text } of points) {
    const below = { x: Math.min(x + 8, width - textWidth - 6), y: y + 15, text, isLeft: false };
    const above = { x: Math.max(x - 8 - textWidth, frame.left + 2), y: y - 7, text, isLeft: true };
    const at = (y < middle ? [below, above] : [above, below]).find((side) => isFree(side, points, placed));
    if (at) placed.push(at);
  }
  return placed;
}

type Place = readonly [x: number, y: number];

/** The lines through x = 0 and through one half, from end to end of each piece: they leave room for what is written across them. */
function guides(x0: number, yHalf: number, labels: readonly Label[]): readonly (readonly [Place, Place])[] {
  const across = labels
    .filter(({ y }) => y - textHeight < yHalf && yHalf < y + 3)
    .map(({ x }) => [x - 3, x + textWidth + 3] as const);
  const down = labels.filter(({ x }) => x - 3 < x0 && x0 < x + textWidth + 3).map(({ y }) => [y - textHeight, y + 3] as const);
  return [
    ...pieces(frame.left, frame.right, across).map(
      ([from, to]) =>
        [
          [from, yHalf],
          [to, yHalf],
        ] as const,
    ),
    ...pieces(frame.top, frame.bottom, down).map(
      ([from, to]) =>
        [
          [x0, from],
          [x0, to],
        ] as const,
    ),
  ];
}

/** What the gaps leave of a line. */
function pieces(from: number, to: number, gaps: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const sorted = gaps.toSorted(([a], [b]) => a - b);
  const starts = [from, ...sorted.map(([, end]) => end)];
  const ends = [...sorted.map(([start]) => start), to];
  return starts.map((start, i) => [start, ends[i] ?? to] as const).filter(([start, end]) => start < end);
}

/** Of five digits, which is what a probability has at most here. In pixels. */
const textWidth = 38;
const textHeight = 12;

function isFree({ x, y }: Point, points: readonly Point[], placed: readonly Point[]): boolean {
  const isInside = x > frame.left - 4 && x + textWidth < width && y - textHeight > 0 && y < frame.bottom;
  const isOnPoint = points.some((one) => one.x > x - 4 && one.x < x + textWidth + 4 && one.y > y - textHeight && one.y < y + 4);
  const isOnText = placed.some((one) => Math.abs(one.x - x) < textWidth + 4 && Math.abs(one.y - y) < textHeight);
  return isInside && !isOnPoint && !isOnText;
}
