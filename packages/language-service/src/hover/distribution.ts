/** Categorical probabilities: one vector as a table of its classes, a matrix as a table of its rows. */
import { type Distribution, type Explanation, formatFloat, formatProbability, unicodeBar } from '@softlens/analysis/format';
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import { axisText } from './axis.ts';
import { type Align, code, table } from './markdown.ts';

const maxClasses = 20;
const maxVectors = 8;

export function distributionLines(explanation: Explanation, language: DisplayLanguage, bars: boolean): string[] {
  const [first] = explanation.distributions ?? [];
  if (!first || explanation.axis === undefined) return [];
  if (explanation.numeric?.shape.length === 1) return [classTable(first, language, bars), summaryLine(first, language), ratioLine(first, language)].filter((line) => line !== '');
  return [vectorTable(explanation, language), sumLine(explanation, language)];
}

function classTable(d: Distribution, language: DisplayLanguage, bars: boolean): string {
  const shown = shownClasses(d);
  const head = ['table.index', ...(d.scores ? ['table.logit'] as const : []), 'table.probability', ...(bars ? ['table.share'] as const : []), 'table.hardmax'] as const;
  const align: Align[] = ['right', ...(d.scores ? ['right' as const] : []), 'right', ...(bars ? ['left' as const] : []), 'right'];
  const rows = shown.map((i) => [
    String(i),
    ...(d.scores ? [formatFloat(d.scores[i] ?? Number.NaN)] : []),
    d.texts[i] ?? '',
    ...(bars ? [unicodeBar(d.probabilities[i] ?? 0, 12)] : []),
    i === d.argmax ? '**1**' : '0',
  ]);
  const more = d.probabilities.length - shown.length;
  const rest = more > 0 ? `\n\n${text('table.more', language, { count: more })}` : '';
  return `${table(head.map((key) => text(key, language)), align, rows)}${rest}`;
}

/** The first classes, but never without the largest. */
function shownClasses(d: Distribution): number[] {
  const all = d.probabilities.map((_, i) => i);
  if (all.length <= maxClasses) return all;
  const head = all.slice(0, maxClasses);
  return head.includes(d.argmax) ? head : [...head.slice(0, -1), d.argmax];
}

function summaryLine(d: Distribution, language: DisplayLanguage): string {
  return [
    d.sumsToOne ? text('fact.sum-one', language) : text('fact.sum', language, { sum: d.sumText }),
    text('fact.argmax', language, { index: d.argmax, probability: d.texts[d.argmax] ?? '' }),
    text('fact.entropy', language, { nats: formatFloat(d.entropyNats, 3), bits: formatFloat(d.entropyBits, 3) }),
  ].join(' · ');
}

function ratioLine(d: Distribution, language: DisplayLanguage): string {
  const lines: string[] = [];
  if (d.odds) {
    const { first, second, delta, ratio } = d.odds;
    lines.push(text('fact.odds', language, {
      first: `p${subscript(first)}`, second: `p${subscript(second)}`, delta: superscript(formatFloat(delta, 3)), ratio: formatFloat(ratio, 4),
    }));
  }
  const [z0, z1] = d.scores ?? [];
  if (d.probabilities.length === 2 && z0 !== undefined && z1 !== undefined) {
    lines.push(text('fact.two-class', language, { delta: formatFloat(z1 - z0, 4), probability: d.texts[1] ?? '' }));
  }
  return lines.join(' · ');
}

function vectorTable(explanation: Explanation, language: DisplayLanguage): string {
  const all = explanation.distributions ?? [];
  const rows = all.slice(0, maxVectors).map((d) => [
    `[${indexText(d, explanation.axis ?? 0)}]`,
    code(shownTexts(d)),
    d.sumText,
    `${d.argmax} (${d.texts[d.argmax] ?? ''})`,
    formatFloat(d.entropyNats, 3),
  ]);
  const head = [
    text(headOf(explanation), language), text('table.probabilities', language), 'Σ', 'argmax', text('table.entropy', language),
  ];
  const more = (explanation.distributionCount ?? 0) - rows.length;
  const rest = more > 0 ? `\n\n${text('table.more', language, { count: more })}` : '';
  return `${table(head, ['right', 'left', 'right', 'right', 'right'], rows)}${rest}`;
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
  return d.texts.length <= limit ? `[${d.texts.join(', ')}]` : `[${d.texts.slice(0, limit - 1).join(', ')}, …, ${d.texts.at(-1)}]`;
}

function sumLine(explanation: Explanation, language: DisplayLanguage): string {
  const axis = axisText(explanation, explanation.axis ?? 0);
  const all = explanation.distributions ?? [];
  return all.every((d) => d.sumsToOne) ? text('fact.sum-all-one', language, { axis }) : '';
}

const superscripts: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '.': '·', '-': '⁻', e: 'ᵉ',
};

export function superscript(text: string): string {
  return [...text.replace(/\.0$/, '')].map((c) => superscripts[c] ?? c).join('');
}

export function subscript(index: number): string {
  return [...String(index)].map((digit) => String.fromCodePoint(0x2080 + Number(digit))).join('');
}

export function probabilityText(p: number): string {
  return formatProbability(p);
}
