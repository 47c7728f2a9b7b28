/** Inlay hints: the value where it is computed, or what an assigned name means. At most 25 characters. */
import type { Fact } from '@softlens/analysis';
import { type Explanation, explain, formatShape, producerOf, report, shortForm } from '@softlens/analysis/format';
import { text } from '@softlens/analysis/messages';
import { textIn } from '../hover/hover.ts';
import { toMarkdown } from '../hover/markdown.ts';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly kind: 'value' | 'type';
  /** Markdown; absent where tooltips were not asked for. */
  readonly tooltip?: string;
  readonly paddingLeft: boolean;
}

export interface HintOptions extends DisplayOptions {
  /** False for clients that ask for a hint's tooltip when it is wanted: most never are. */
  readonly tooltips: boolean;
  /** True where the client draws pictures, and so sets tables without space between their columns. */
  readonly pictures?: boolean;
}

const maxLabel = 25;

export function inlayHints(snapshot: Snapshot, range: TextRange, options: HintOptions): InlayHint[] {
  const hints = new Map<number, InlayHint>();
  let coveredTo = -1;
  const { analysis } = snapshot;
  for (const fact of analysis.factsIn?.(range) ?? analysis.facts) {
    if (fact.start > range.end) break;
    if (fact.end < range.start) continue;
    if (fact.kind === 'expression' && fact.start < coveredTo) continue;
    const hint = hintOf(fact, snapshot, options);
    if (!hint) continue;
    // A hint for the whole call says it; the calls inside it, and the value behind a hinted name, stay quiet.
    coveredTo = Math.max(coveredTo, fact.valueRange?.end ?? fact.end);
    if (!hints.has(hint.offset)) hints.set(hint.offset, hint);
  }
  return [...hints.values()].filter((hint) => hint.offset >= range.start && hint.offset <= range.end);
}

function hintOf(fact: Fact, snapshot: Snapshot, options: HintOptions): InlayHint | undefined {
  if (fact.kind === 'parameter' || (fact.kind === 'expression' && !fact.call && !fact.asked)) return undefined;
  const explanation = explain(fact, snapshot.analysis, snapshot.document.text);
  const source = snapshot.document.text;
  if (explanation.numeric || (fact.asked && explanation.text !== undefined)) {
    if (!fact.asked && !worthShowing(fact, explanation, snapshot)) return undefined;
    const label = valueLabel(explanation) ?? (fact.asked ? fittingText(explanation) : undefined);
    const offset = endOf(fact.valueRange?.end ?? fact.end, source);
    return label === undefined
      ? undefined
      : { offset, label, kind: 'value', paddingLeft: true, ...tooltip(explanation, snapshot, options) };
  }
  if (fact.kind !== 'binding' || !fact.valueRange) return undefined;
  const label = typeLabel(explanation, options);
  return label === undefined
    ? undefined
    : { offset: fact.end, label, kind: 'type', paddingLeft: false, ...tooltip(explanation, snapshot, options) };
}

/** Results of activations, losses and calculations; not what a literal says already, nor plain counters. */
function worthShowing(fact: Fact, explanation: Explanation, snapshot: Snapshot): boolean {
  if (fact.kind === 'expression') return explanation.activation !== undefined || explanation.space?.name === 'loss';
  const range = fact.valueRange;
  if (!range || explanation.numeric?.kind !== 'float') return false;
  const written = snapshot.document.text.slice(range.start, range.end);
  const made = producerOf(fact, snapshot.analysis)?.call;
  return (
    !isLiteral(written) &&
    !(creations.has(made?.op ?? '') && isLiteral(written.slice(written.indexOf('('), written.indexOf(')'))))
  );
}

/** Calls that give back the literal between their parentheses. */
const creations: ReadonlySet<string> = new Set(['array', 'convert', 'zeros', 'ones', 'full']);

/** Only digits, signs, points and brackets. */
function isLiteral(source: string): boolean {
  return /^[-+\d.,eE_\s[\]()]*$/.test(source);
}

function valueLabel(explanation: Explanation): string | undefined {
  const { numeric, space, axis } = explanation;
  if (!numeric) return undefined;
  const meaning = {
    ...(space && { space: space.name }),
    ...(space?.family && { family: space.family }),
    ...(axis !== undefined && { axis }),
  };
  const short = numeric.shape.length < 2 ? shortForm(numeric, meaning, maxLabel - 2) : undefined;
  const candidates = [...largestClass(explanation), short, numeric.shape.length > 0 ? formatShape(numeric.shape) : undefined];
  const label = candidates.find((one) => one !== undefined && one.length <= maxLabel - 2);
  return label === undefined ? undefined : `→ ${label}`;
}

/** Text and mixed lists, for a comment that asks for them. */
function fittingText({ text: shown = '' }: Explanation): string | undefined {
  return shown !== '' && shown.length <= maxLabel - 2 ? `→ ${shown}` : undefined;
}

/** Of many classes the largest, of several rows the largest of each. */
function largestClass({ numeric, distributions, distributionCount }: Explanation): string[] {
  const [first, ...others] = distributions ?? [];
  if (!first || !numeric) return [];
  if (numeric.shape.length === 1)
    return numeric.data.length > 5 ? [`argmax ${first.argmax} (${shortProbability(first.texts[first.argmax])})`] : [];
  return distributionCount === others.length + 1 ? [`argmax ${[first, ...others].map((d) => d.argmax).join(' ')}`] : [];
}

function shortProbability(shown: string | undefined): string {
  return (shown ?? '').replace(/^0\./, '.');
}

/** `: logits [N, 10]`. */
function typeLabel(explanation: Explanation, options: DisplayOptions): string | undefined {
  const { space, shape, value } = explanation;
  if (value.kind !== 'array' && value.kind !== 'unknown') return undefined;
  if (!space && (shape === undefined || shape.length === 0 || shape.every((dim) => dim === '?'))) return undefined;
  // Every loss is one number, and its own name says that it is a loss.
  if (space?.name === 'loss' && !shape?.length) return undefined;
  const name = space ? shortSpace(space.name, options) : '';
  const label = [name, shape && shape.length > 0 ? formatShape(shape) : ''].filter(Boolean).join(' ');
  if (label.length + 2 <= maxLabel) return `: ${label}`;
  return name === '' ? undefined : `: ${name}`;
}

function shortSpace(name: NonNullable<Explanation['space']>['name'], options: DisplayOptions): string {
  return text(`space.${name}`, options.language)
    .replace(/（.*$/, '')
    .replace('log-probabilities', 'log-probs')
    .replace('probabilities', 'probs');
}

function tooltip(explanation: Explanation, snapshot: Snapshot, options: HintOptions): { tooltip?: string } {
  if (!options.tooltips) return {};
  const { headline, numbers, context } = report(explanation, {
    language: options.language,
    bars: true,
    textOf: textIn(snapshot),
  });
  const blocks = [headline, ...numbers, ...context.filter((block) => block.kind !== 'about')];
  return { tooltip: toMarkdown(blocks, options.pictures) };
}

/** Behind the semicolon that ends the statement, so that the hint stands at the end of the line; behind the marks of a code span or formula. */
function endOf(offset: number, source: string): number {
  const rest = /^(?:[ \t]*;|`+|\$\$?)/.exec(source.slice(offset, offset + 20));
  return rest ? offset + rest[0].length : offset;
}
