/** Logits on the left, probabilities on the right, class by class: one sees how the exponential widens the distances. */
import { type Explanation, formatFloat, shownClasses } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { label, line, rect, svg, width } from './svg.ts';
import type { Palette } from './theme.ts';

const maxBars = 20;
const top = 20;

export function barsPicture(explanation: Explanation, palette: Palette, language: DisplayLanguage): string | undefined {
  const [d] = explanation.distributions ?? [];
  if (!d || explanation.numeric?.shape.length !== 1 || d.probabilities.some((p) => !Number.isFinite(p))) return undefined;
  const shown = shownClasses(d, maxBars);
  const count = shown.length;
  const step = count > 10 ? 14 : 18;
  const more = d.probabilities.length - count;
  const height = top + count * step + (more > 0 ? 18 : 6);
  const scores = d.scores?.every(Number.isFinite) ? shown.map((i) => d.scores?.[i] ?? 0) : undefined;
  const left = scores ? 150 : 24;
  const parts: string[] = [label(left + 6, 13, text('table.probability', language), palette.muted)];
  if (scores)
    parts.push(
      label(24, 13, text('table.logit', language), palette.muted),
      ...scoreBars(scores, step, palette, shown.indexOf(d.argmax)),
    );
  const largest = Math.max(...d.probabilities);
  const room = width - left - 72;
  for (const [row, i] of shown.entries()) {
    const y = top + row * step;
    const p = d.probabilities[i] ?? 0;
    const length =
      largest > 0 ? Math.max(p > 0 ? 1.5 : 0, (p / Math.max(largest, 1e-300)) * room * Math.min(1, largest + 0.3)) : 0;
    parts.push(label(18, y + step - 6, String(i), palette.muted, 'end'));
    parts.push(rect(left + 6, y, length, step - 4, i === d.argmax ? palette.strong : palette.bar));
    parts.push(label(left + 10 + length, y + step - 6, d.texts[i] ?? '', palette.text));
  }
  if (more > 0) parts.push(label(left + 6, height - 5, text('picture.more', language, { count: more }), palette.muted));
  return svg(height, explanation.title, parts, palette.plate);
}

/** Bars from a zero line, to the right for positive logits and to the left for negative ones, each with its number. */
function scoreBars(scores: readonly number[], step: number, palette: Palette, strongest: number): string[] {
  const low = Math.min(0, ...scores);
  const high = Math.max(0, ...scores);
  const span = high - low || 1;
  const room = 68;
  const zero = 26 + (-low / span) * room;
  return [
    ...scores.flatMap((z, i) => {
      const y = top + i * step;
      const length = (Math.abs(z) / span) * room;
      return [
        rect(z < 0 ? zero - length : zero, y, Math.max(length, 1), step - 4, i === strongest ? palette.strong : palette.bar),
        label(26 + room + 48, y + step - 6, formatFloat(z, 4), palette.text, 'end'),
      ];
    }),
    line(zero, top - 2, zero, top + scores.length * step, palette.line),
  ];
}
