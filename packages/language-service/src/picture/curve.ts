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
  const parts = [
    ...[0, 0.5, 1].flatMap((p) => [
      line(frame.left, py(p), frame.right, py(p), palette.line, p === 0.5 ? '3 3' : ''),
      label(frame.left - 5, py(p) + 4, String(p), palette.muted, 'end'),
    ]),
    line(px(0), frame.top, px(0), frame.bottom, palette.line, '3 3'),
    ...[-reach, 0, reach].map((x) =>
      label(px(x), height - 5, formatFloat(x).replace(/\.0$/, ''), palette.muted, x < 0 ? 'start' : x > 0 ? 'end' : 'middle'),
    ),
    path(curve, palette.bar),
    ...xs.map((x, i) => dot(px(x), py(numeric.data[i] ?? 0), palette.strong)),
    ...pointLabels(
      xs.map((x, i) => ({ x: px(x), y: py(numeric.data[i] ?? 0), text: texts[i] ?? '' })),
      palette,
    ),
  ];
  return svg(height, explanation.title, parts, palette.plate);
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Below right of a point or above left of it, where the curve is not; what would cover another on either side is left out. */
function pointLabels(points: readonly Point[], palette: Palette): string[] {
  const middle = (frame.top + frame.bottom) / 2;
  const placed: Point[] = [];
  return points.flatMap(({ x, y, text }) => {
    const below = { x: Math.min(x + 8, width - textWidth - 6), y: y + 15, text };
    const above = { x: Math.max(x - 8 - textWidth, frame.left + 2), y: y - 7, text };
    const sides = y < middle ? [below, above] : [above, below];
    const at = sides.find((side) => isFree(side, points, placed));
    if (!at) return [];
    placed.push(at);
    return [at === below ? label(at.x, at.y, text, palette.text) : label(at.x + textWidth, at.y, text, palette.text, 'end')];
  });
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
