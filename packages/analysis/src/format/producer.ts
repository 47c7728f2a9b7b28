/** Finding the call that made a value, so that a hover on `probs` can show the logits that went into the softmax. */
import type { Fact, FileAnalysis } from '../api.ts';
import { type Numeric, numericOf } from './numeric.ts';

/** The fact of the call behind a fact: itself, the bound expression, or the place of origin in the same document. */
export function producerOf(fact: Fact, analysis: Pick<FileAnalysis, 'facts' | 'factsIn' | 'path'>): Fact | undefined {
  if (fact.call) return fact;
  const bound = fact.valueRange && callAt(analysis, fact.valueRange);
  if (bound) return sameNumbers(bound, fact) ? bound : undefined;
  const space = 'space' in fact.value ? fact.value.space : undefined;
  const step = space?.origin.at(-1);
  if (!step || step.place.path !== analysis.path) return undefined;
  const origin = callAt(analysis, step.place);
  return origin && sameNumbers(origin, fact) ? origin : undefined;
}

/** Calls by their range, made once per analysis: hints and lenses ask for every fact. */
const indices = new WeakMap<readonly Fact[], ReadonlyMap<string, Fact>>();

function callAt(
  analysis: Pick<FileAnalysis, 'facts' | 'factsIn'>,
  range: { readonly start: number; readonly end: number },
): Fact | undefined {
  if (analysis.factsIn)
    return analysis.factsIn(range).findLast((fact) => fact.call && fact.start === range.start && fact.end === range.end);
  const { facts } = analysis;
  const index =
    indices.get(facts) ?? new Map(facts.filter((fact) => fact.call).map((fact) => [`${fact.start}:${fact.end}`, fact]));
  indices.set(facts, index);
  return index.get(`${range.start}:${range.end}`);
}

/** A value that was changed on its way (rows picked, converted) no longer belongs to the numbers that went in. */
function sameNumbers(a: Fact, b: Fact): boolean {
  const x = numericOf(a.value);
  const y = numericOf(b.value);
  if (!x || !y) return x === y;
  return sameShape(x, y) && Array.from(x.data).every((v, i) => Object.is(v, y.data[i]));
}

export function sameShape(a: Numeric, b: Numeric): boolean {
  return a.shape.length === b.shape.length && a.shape.every((size, i) => size === b.shape[i]);
}
