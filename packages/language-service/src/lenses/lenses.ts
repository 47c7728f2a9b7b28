/** CodeLens: one line above a statement that computes probabilities from literals, or in which something is wrong. */
import type { Fact, Finding, Place } from '@softlens/analysis';
import { explain, spaceOf } from '@softlens/analysis/format';
import { shortText, text } from '@softlens/analysis/messages';
import { expectationLenses } from '../expectations/expectations.ts';
import type { DisplayOptions, Snapshot } from '../snapshot.ts';
import { lossLenses } from './loss-lenses.ts';
import { modelLenses } from './model-lenses.ts';

export interface LensOptions extends DisplayOptions {
  /** `problems` shows only what is wrong. */
  readonly show: 'problems' | 'all';
}

export interface Lens {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  /** The places from the producer of a value to its consumer, to be looked through. */
  readonly path?: readonly Place[];
  /** A value that can be played with. */
  readonly explorable?: true;
}

export function codeLenses(snapshot: Snapshot, options: LensOptions): Lens[] {
  const { text: source } = snapshot.document;
  const losses = lossLenses(snapshot, options);
  const problems: Lens[] = [...losses.wrong, ...losses.rest.map((finding) => problemLens(finding, options))];
  const values: Lens[] =
    options.show === 'all'
      ? [
          ...losses.right,
          ...expectationLenses(snapshot, options),
          ...modelLenses(snapshot, options),
          ...valueLenses(snapshot, options),
        ]
      : [];
  // One lens a line: what is wrong comes before what it evaluates to.
  const kept = new Map<number, Lens>();
  for (const lens of [...problems, ...values]) {
    const line = source.lastIndexOf('\n', lens.start - 1);
    if (!kept.has(line)) kept.set(line, lens);
  }
  return [...kept.values()].sort((x, y) => x.start - y.start);
}

function problemLens({ path, start, end, rule, message, related }: Finding, { language }: DisplayOptions): Lens {
  const places = [...related.map((one) => ({ path: one.path, start: one.start, end: one.end })), { path, start, end }];
  return { start, end, title: shortText(rule, message, language) ?? `✗ ${rule}`, ...(places.length > 1 && { path: places }) };
}

function valueLenses(snapshot: Snapshot, options: LensOptions): Lens[] {
  return snapshot.analysis.facts.filter(standsAlone).flatMap((fact) => {
    const title = titleOf(fact, snapshot, options);
    return title === undefined ? [] : [{ start: fact.start, end: fact.end, title, explorable: true as const }];
  });
}

/** Top-level and certain: a lens in a function would hold for one call of many. */
function standsAlone(fact: Fact): boolean {
  return (
    fact.topLevel &&
    fact.certainty !== 'unknown' &&
    fact.kind !== 'parameter' &&
    (fact.kind === 'binding' || fact.call !== undefined) &&
    // Looking closer at thousands of long lists would take seconds.
    (fact.value.kind === 'alternatives' || spaceOf(fact.value) !== undefined)
  );
}

function titleOf(fact: Fact, snapshot: Snapshot, options: LensOptions): string | undefined {
  const explanation = explain(fact, snapshot.analysis, snapshot.document.text);
  const all = explanation.distributions ?? [];
  const [first] = all;
  if (!first?.texts.length || !explanation.activation) return undefined;
  const bad = all.find((d) => !d.sumsToOne);
  const sum = bad ? text('fact.sum', options.language, { sum: bad.sumText }) : text('fact.sum-one', options.language);
  const largest =
    all.length === 1
      ? text('fact.argmax', options.language, { index: first.argmax, probability: first.texts[first.argmax] ?? '' })
      : `argmax [${all
          .slice(0, 8)
          .map((d) => d.argmax)
          .join(', ')}${all.length > 8 ? ', …' : ''}]`;
  return `${sum} · ${largest}`;
}
