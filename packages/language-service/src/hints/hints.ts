/** Inlay hints: the value where it is computed, or what an assigned name means. At most 25 characters. */
import type { Fact } from '@softlens/analysis';
import { type Explanation, explain, formatShape, report, shortForm } from '@softlens/analysis/format';
import { text } from '@softlens/analysis/messages';
import { textIn } from '../hover/hover.ts';
import { toMarkdown } from '../hover/markdown.ts';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly kind: 'value' | 'type';
  /** Markdown. */
  readonly tooltip: string;
  readonly paddingLeft: boolean;
}

const maxLabel = 25;

export function inlayHints(snapshot: Snapshot, range: TextRange, options: DisplayOptions): InlayHint[] {
  const hints: InlayHint[] = [];
  let coveredTo = -1;
  for (const fact of snapshot.analysis.facts) {
    if (fact.start > range.end) break;
    if (fact.end < range.start) continue;
    if (fact.kind === 'expression' && fact.start < coveredTo) continue;
    const hint = hintOf(fact, snapshot, options);
    if (!hint) continue;
    // A hint for the whole call says it; the calls inside it, and the value behind a hinted name, stay quiet.
    coveredTo = Math.max(coveredTo, fact.valueRange?.end ?? fact.end);
    if (!hints.some((other) => other.offset === hint.offset)) hints.push(hint);
  }
  return hints.filter((hint) => hint.offset >= range.start && hint.offset <= range.end);
}

function hintOf(fact: Fact, snapshot: Snapshot, options: DisplayOptions): InlayHint | undefined {
  if (fact.kind === 'parameter' || (fact.kind === 'expression' && !fact.call)) return undefined;
  const explanation = explain(fact, snapshot.analysis);
  const source = snapshot.document.text;
  if (explanation.numeric) {
    if (!worthShowing(fact, explanation, source)) return undefined;
    const label = valueLabel(explanation);
    const offset = endOf(fact.valueRange?.end ?? fact.end, source);
    return label === undefined
      ? undefined
      : { offset, label, kind: 'value', paddingLeft: true, tooltip: tooltip(explanation, snapshot, options) };
  }
  if (fact.kind !== 'binding') return undefined;
  const label = typeLabel(explanation, options);
  return label === undefined
    ? undefined
    : { offset: fact.end, label, kind: 'type', paddingLeft: false, tooltip: tooltip(explanation, snapshot, options) };
}

/** Results of activations, losses and calculations; not what a literal says already, nor plain counters. */
function worthShowing(fact: Fact, explanation: Explanation, source: string): boolean {
  if (fact.kind === 'binding') {
    const range = fact.valueRange;
    const written = range && source.slice(range.start, range.end);
    return written !== undefined && explanation.numeric?.kind === 'float' && !isLiteralText(written);
  }
  return (
    fact.call !== undefined &&
    explanation.space !== undefined &&
    (explanation.activation !== undefined || explanation.space.name === 'loss')
  );
}

/** A literal, or a call or constructor around nothing but a literal: `torch.tensor([1., 2.])`. */
function isLiteralText(source: string): boolean {
  return (
    /^(?:new\s+)?(?:[\w.]+\s*\()?[-+\d.,eE_\s[\]()]*(?:,\s*\w+\s*=\s*[\w.]+\s*)*\)?$/.test(source) &&
    !/[a-z]\w*\s*\(.*[a-z]\w*\s*\(/i.test(source)
  );
}

function valueLabel(explanation: Explanation): string | undefined {
  const { numeric, space, axis } = explanation;
  if (!numeric) return undefined;
  const meaning = {
    ...(space && { space: space.name }),
    ...(space?.family && { family: space.family }),
    ...(axis !== undefined && { axis }),
  };
  const [first] = explanation.distributions ?? [];
  if (first && numeric.shape.length === 1 && numeric.data.length > 5)
    return `→ argmax ${first.argmax} (${shortProbability(first.texts[first.argmax])})`;
  const short = shortForm(numeric, meaning, maxLabel - 2);
  if (short !== undefined && !(numeric.shape.length > 1 && short.endsWith('…'))) return `→ ${short}`;
  return numeric.shape.length > 0 ? `→ ${formatShape(numeric.shape)}`.slice(0, maxLabel) : undefined;
}

function shortProbability(shown: string | undefined): string {
  return (shown ?? '').replace(/^0\./, '.');
}

/** `: logits [N, 10]`. */
function typeLabel(explanation: Explanation, options: DisplayOptions): string | undefined {
  const { space, shape, value } = explanation;
  if (value.kind !== 'array' && value.kind !== 'unknown') return undefined;
  if (!space && (shape === undefined || shape.length === 0 || shape.every((dim) => dim === '?'))) return undefined;
  const name = space ? shortSpace(space.name, options) : '';
  const label = [name, shape && formatShape(shape)].filter(Boolean).join(' ');
  if (label.length + 2 <= maxLabel) return `: ${label}`;
  return name === '' ? undefined : `: ${name}`;
}

function shortSpace(name: NonNullable<Explanation['space']>['name'], options: DisplayOptions): string {
  return text(`space.${name}`, options.language)
    .replace(/（.*$/, '')
    .replace('log-probabilities', 'log-probs')
    .replace('probabilities', 'probs');
}

function tooltip(explanation: Explanation, snapshot: Snapshot, options: DisplayOptions): string {
  const { headline, numbers, context } = report(explanation, {
    language: options.language,
    bars: true,
    textOf: textIn(snapshot),
  });
  return toMarkdown([headline, ...numbers, ...context.filter((block) => block.kind !== 'about')]);
}

/** Behind a closing parenthesis or semicolon that ends the statement, so that the hint stands at the end of the line. */
function endOf(offset: number, source: string): number {
  const rest = /^[ \t]*;/.exec(source.slice(offset, offset + 20));
  return rest ? offset + rest[0].length : offset;
}
