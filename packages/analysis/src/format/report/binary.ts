/** Bernoulli probabilities: a sigmoid judges each value on its own. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import { unicodeBar } from '../bar.ts';
import type { Explanation } from '../explanation.ts';
import { formatFloat } from '../number.ts';
import { elementTexts } from '../numbers.ts';
import type { Numeric } from '../numeric.ts';
import { type Align, type Block, type Cell, line } from './block.ts';
import { superscript } from './scripts.ts';

const maxRows = 12;

export function binary(explanation: Explanation, language: DisplayLanguage, bars: boolean): Block[] {
  const { numeric, scores, space } = explanation;
  if (!numeric || space?.family !== 'bernoulli' || space.name !== 'probabilities') return [];
  if (numeric.data.length > 1) return many(numeric, scores, language, bars);
  const p = numeric.data[0] ?? Number.NaN;
  const x = scores?.data[0];
  return [...line(x === undefined ? '' : twoClassForm(x, p, language)), ...line(bars ? unicodeBar(p, 20) : '')];
}

function many(numeric: Numeric, scores: Numeric | undefined, language: DisplayLanguage, bars: boolean): Block[] {
  const texts = elementTexts(numeric, { space: 'probabilities' });
  const flat = numeric.shape.length === 1;
  const columns: { head: string; align: Align; cell: (i: number) => Cell }[] = [
    {
      head: text('table.index', language),
      align: 'right',
      cell: (i) => (flat ? String(i) : `[${indexOf(i, numeric.shape).join(', ')}]`),
    },
    ...(scores
      ? [
          {
            head: text('table.logit', language),
            align: 'right' as const,
            cell: (i: number) => formatFloat(scores.data[i] ?? Number.NaN),
          },
        ]
      : []),
    { head: text('table.probability', language), align: 'right', cell: (i) => texts[i] ?? '' },
    ...(bars
      ? [
          {
            head: text('table.share', language),
            align: 'left' as const,
            cell: (i: number) => unicodeBar(numeric.data[i] ?? 0, 12),
          },
        ]
      : []),
    { head: '> 0.5', align: 'right', cell: (i) => ((numeric.data[i] ?? 0) > 0.5 ? { text: '1', style: 'strong' } : '0') },
  ];
  const rows = texts.slice(0, maxRows).map((_, i) => columns.map(({ cell }) => cell(i)));
  const more = texts.length - rows.length;
  const sum = Array.from(numeric.data).reduce((a, b) => a + b, 0);
  return [
    {
      kind: 'table',
      head: columns.map(({ head }) => head),
      align: columns.map(({ align }) => align),
      rows,
      ...(more > 0 && { more: text('table.more', language, { count: more }) }),
    },
    ...line(text('fact.not-normalised', language, { sum: formatFloat(sum, 4) })),
  ];
}

function indexOf(flat: number, shape: readonly number[]): number[] {
  return shape.map((size, i) => Math.floor(flat / shape.slice(i + 1).reduce((a, b) => a * b, 1)) % size);
}

/** `= softmax([2, 0])₀ = e² / (e² + 1) · odds p : (1 − p) = e² = 7.389`. */
function twoClassForm(x: number, p: number, language: DisplayLanguage): string {
  const shown = formatFloat(x, 4);
  const form = text('fact.as-softmax', language, { x: shown.replace(/\.0$/, ''), power: superscript(shown) });
  if (!(p > 0 && p < 1)) return form;
  return `${form} · ${text('fact.odds-binary', language, { power: superscript(shown), ratio: formatFloat(p / (1 - p), 4) })}`;
}
