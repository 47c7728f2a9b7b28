/** Categorical probabilities: one vector as a table of its classes, a matrix as a table of its rows. */
import { type DisplayLanguage, text } from '../../messages/index.ts';
import { unicodeBar } from '../bar.ts';
import { type Distribution, shownClasses } from '../distribution.ts';
import type { Explanation } from '../explanation.ts';
import { formatFloat } from '../number.ts';
import { axisText } from './axis.ts';
import { type Align, type Block, type Cell, line } from './block.ts';
import { subscript, superscript } from './scripts.ts';

const maxClasses = 20;
const maxClassesBesidePicture = 10;
const maxVectors = 8;

export function distribution(explanation: Explanation, language: DisplayLanguage, bars: boolean): Block[] {
  const [first] = explanation.distributions ?? [];
  if (!first || explanation.axis === undefined) return [];
  if (explanation.numeric?.shape.length !== 1)
    return [vectorTable(explanation, language), ...line(sumText(explanation, language))];
  return [...line(summary(first, language)), classTable(first, explanation, language, bars), ...line(ratios(first, language))];
}

function classTable(d: Distribution, explanation: Explanation, language: DisplayLanguage, bars: boolean): Block {
  const shown = shownClasses(d, bars ? maxClasses : maxClassesBesidePicture);
  const isLog = explanation.space?.name === 'log-probabilities';
  const columns: { head: string; align: Align; cell: (i: number) => Cell }[] = [
    { head: text('table.index', language), align: 'right', cell: String },
    ...(d.scores
      ? [
          {
            head: text('table.logit', language),
            align: 'right' as const,
            cell: (i: number) => formatFloat(d.scores?.[i] ?? Number.NaN),
          },
        ]
      : []),
    ...(isLog
      ? [
          {
            head: text('table.log-probability', language),
            align: 'right' as const,
            cell: (i: number) => formatFloat(explanation.numeric?.data[i] ?? Number.NaN, 4),
          },
        ]
      : []),
    { head: text('table.probability', language), align: 'right', cell: (i) => d.texts[i] ?? '' },
    ...(bars
      ? [
          {
            head: text('table.share', language),
            align: 'left' as const,
            cell: (i: number) => unicodeBar(d.probabilities[i] ?? 0, 12),
          },
        ]
      : []),
    {
      head: text('table.hardmax', language),
      align: 'right',
      cell: (i) => (i === d.argmax ? { text: '1', style: 'strong' } : '0'),
    },
  ];
  const more = d.probabilities.length - shown.length;
  return {
    kind: 'table',
    head: columns.map(({ head }) => head),
    align: columns.map(({ align }) => align),
    rows: shown.map((i) => columns.map(({ cell }) => cell(i))),
    ...(more > 0 && { more: text('table.more', language, { count: more }) }),
  };
}

function summary(d: Distribution, language: DisplayLanguage): string {
  return [
    d.sumsToOne ? text('fact.sum-one', language) : text('fact.sum', language, { sum: d.sumText }),
    text('fact.argmax', language, { index: d.argmax, probability: d.texts[d.argmax] ?? '' }),
    text('fact.entropy', language, { nats: formatFloat(d.entropyNats, 3), bits: formatFloat(d.entropyBits, 3) }),
  ].join(' · ');
}

function ratios(d: Distribution, language: DisplayLanguage): string {
  const lines: string[] = [];
  if (d.odds) {
    const { first, second, delta, ratio } = d.odds;
    lines.push(
      text('fact.odds', language, {
        first: `p${subscript(first)}`,
        second: `p${subscript(second)}`,
        delta: superscript(formatFloat(delta, 3)),
        ratio: formatFloat(ratio, 4),
      }),
    );
  }
  const [z0, z1] = d.scores ?? [];
  if (d.probabilities.length === 2 && z0 !== undefined && z1 !== undefined) {
    lines.push(text('fact.two-class', language, { delta: formatFloat(z1 - z0, 4), probability: d.texts[1] ?? '' }));
  }
  return lines.join(' · ');
}

function vectorTable(explanation: Explanation, language: DisplayLanguage): Block {
  const shown = (explanation.distributions ?? []).slice(0, maxVectors);
  const more = (explanation.distributionCount ?? 0) - shown.length;
  return {
    kind: 'table',
    head: [
      text(headOf(explanation), language),
      text('table.probabilities', language),
      'Σ',
      'argmax',
      text('table.entropy', language),
    ],
    align: ['right', 'left', 'right', 'right', 'right'],
    rows: shown.map((d) => [
      `[${indexText(d, explanation.axis ?? 0)}]`,
      { text: shownTexts(d), style: 'code' },
      d.sumText,
      `${d.argmax} (${d.texts[d.argmax] ?? ''})`,
      formatFloat(d.entropyNats, 3),
    ]),
    ...(more > 0 && { more: text('table.more', language, { count: more }) }),
  };
}

function headOf(explanation: Explanation): 'table.row' | 'table.column' | 'table.slice' {
  const rank = explanation.numeric?.shape.length ?? 0;
  if (rank !== 2) return 'table.slice';
  return explanation.axis === 1 ? 'table.row' : 'table.column';
}

/** `1, :` for row 1 of a matrix: where the vector stands, as one would index it. */
function indexText(d: Distribution, axis: number): string {
  const parts = d.index.map(String);
  parts.splice(axis, 0, ':');
  return parts.join(', ');
}

function shownTexts(d: Distribution): string {
  const limit = 8;
  return d.texts.length <= limit
    ? `[${d.texts.join(', ')}]`
    : `[${d.texts.slice(0, limit - 1).join(', ')}, …, ${d.texts.at(-1)}]`;
}

function sumText(explanation: Explanation, language: DisplayLanguage): string {
  const axis = axisText(explanation, explanation.axis ?? 0);
  const all = explanation.distributions ?? [];
  return all.every((d) => d.sumsToOne) ? text('fact.sum-all-one', language, { axis }) : '';
}
