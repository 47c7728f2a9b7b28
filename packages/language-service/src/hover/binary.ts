/** Bernoulli probabilities: a sigmoid judges each value on its own. */
import { elementTexts, type Explanation, formatFloat, unicodeBar } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { superscript } from './distribution.ts';
import { type Align, table } from './markdown.ts';

const maxRows = 12;

export function binaryLines(explanation: Explanation, language: DisplayLanguage, bars: boolean): string[] {
  const { numeric, scores, space } = explanation;
  if (!numeric || space?.family !== 'bernoulli' || space.name !== 'probabilities') return [];
  const texts = elementTexts(numeric, { space: 'probabilities' });
  const p = numeric.data[0] ?? Number.NaN;
  const x = scores?.data[0];
  if (numeric.data.length === 1) return [x === undefined ? '' : scalarLine(x, p, language), bars ? unicodeBar(p, 20) : ''].filter((line) => line !== '');
  const rows = texts.slice(0, maxRows).map((t, i) => [
    String(i),
    ...(scores ? [formatFloat(scores.data[i] ?? Number.NaN)] : []),
    t,
    ...(bars ? [unicodeBar(numeric.data[i] ?? 0, 12)] : []),
    (numeric.data[i] ?? 0) > 0.5 ? '**1**' : '0',
  ]);
  const more = texts.length - rows.length;
  const sum = Array.from(numeric.data).reduce((a, b) => a + b, 0);
  return [
    `${table(heads(scores !== undefined, bars, language), aligns(scores !== undefined, bars), rows)}${more > 0 ? `\n\n${text('table.more', language, { count: more })}` : ''}`,
    text('fact.not-normalised', language, { sum: formatFloat(sum, 4) }),
  ];
}

function scalarLine(x: number, p: number, language: DisplayLanguage): string {
  const shown = formatFloat(x, 4);
  const form = text('fact.as-softmax', language, { x: shown.replace(/\.0$/, '') }).replace(/e(-?[\d.]+)/g, (_, power: string) => `e${superscript(power)}`);
  if (!(p > 0 && p < 1)) return form;
  return `${form} · ${text('fact.odds-binary', language, { x: superscript(shown), ratio: formatFloat(p / (1 - p), 4) })}`;
}

function heads(scores: boolean, bars: boolean, language: DisplayLanguage): string[] {
  const keys = ['table.index', ...(scores ? (['table.logit'] as const) : []), 'table.probability', ...(bars ? (['table.share'] as const) : [])] as const;
  return [...keys.map((key) => text(key, language)), '> 0.5'];
}

function aligns(scores: boolean, bars: boolean): Align[] {
  return ['right', ...(scores ? ['right' as const] : []), 'right', ...(bars ? ['left' as const] : []), 'right'];
}
