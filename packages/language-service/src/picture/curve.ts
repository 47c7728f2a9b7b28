/** The logistic curve with the values on it: one sees where it is steep and where it saturates. */
import { type Explanation, elementTexts, formatFloat } from '@softlens/analysis/format';
import type { DisplayLanguage } from '@softlens/analysis/messages';
import { dot, label, line, path, svg, width } from './svg.ts';
import type { Palette } from './theme.ts';

const height = 130;
const frame = { left: 34, right: width - 14, top: 12, bottom: height - 22 };
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
      label(px(x), height - 6, formatFloat(x).replace(/\.0$/, ''), palette.muted, x < 0 ? 'start' : x > 0 ? 'end' : 'middle'),
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

/** Above left of the lower half and below right of the upper half, where the curve is not; one that would cover another is left out. */
function pointLabels(points: readonly Point[], palette: Palette): string[] {
  const middle = (frame.top + frame.bottom) / 2;
  const placed: Point[] = [];
  return points.flatMap(({ x, y, text }) => {
    const upper = y < middle;
    const at = { x: upper ? x + 8 : x - 8, y: upper ? y + 15 : y - 7, text };
    if (placed.some((other) => Math.abs(other.x - at.x) < 48 && Math.abs(other.y - at.y) < 12)) return [];
    placed.push(at);
    if (at.x > width - 60) return [label(width - 6, at.y, text, palette.text, 'end')];
    return [label(at.x, at.y, text, palette.text, upper || at.x < 48 ? 'start' : 'end')];
  });
}
