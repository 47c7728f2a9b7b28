/** Which fact the reader points at. */
import type { Fact } from '@softlens/analysis';
import { type Explanation, explain, formatValue, numericOf } from '@softlens/analysis/format';
import type { Snapshot } from '../snapshot.ts';

export interface Target {
  readonly fact: Fact;
  readonly explanation: Explanation;
}

/**
 * The innermost fact around the offset that says something. Numbers inside a literal argument say nothing the reader
 * does not see, so pointing at them shows the activation or loss that takes them.
 */
export function targetAt(snapshot: Snapshot, offset: number): Target | undefined {
  const { analysis } = snapshot;
  const touching = analysis.factsIn?.({ start: offset, end: offset }) ?? analysis.facts;
  const around = factsAround(touching, offset).filter((fact) => saysSomething(fact, snapshot.document.text));
  const [innermost] = around;
  if (!innermost) return undefined;
  const fact = calledThrough(innermost, around) ?? outerOf(innermost, around, offset, snapshot);
  return { fact, explanation: explain(fact, snapshot.analysis, snapshot.document.text) };
}

/** On the name of a loss or layer that is being called, the call says more than the object. */
function calledThrough(innermost: Fact, around: readonly Fact[]): Fact | undefined {
  const { value } = innermost;
  if (value.kind !== 'reference' || value.state?.kind !== 'libraryObject') return undefined;
  return around.find(
    (outer) => outer.kind === 'expression' && outer.call && outer.start === innermost.start && outer.end > innermost.end,
  );
}

function outerOf(innermost: Fact, around: readonly Fact[], offset: number, snapshot: Snapshot): Fact {
  if (!isLiteralCreation(innermost, offset, snapshot.document.text)) return innermost;
  return around.find(teaches) ?? innermost;
}

/** Innermost first; of facts with one range the binding, then the call. */
function factsAround(facts: readonly Fact[], offset: number): Fact[] {
  const found: Fact[] = [];
  for (const fact of facts) {
    if (fact.start > offset) break;
    if (fact.end >= offset) found.push(fact);
  }
  return found.sort((a, b) => a.end - a.start - (b.end - b.start) || rank(a) - rank(b));
}

function rank(fact: Fact): number {
  if (fact.kind !== 'expression') return 0;
  return fact.call ? 1 : 2;
}

const silentKinds = new Set([
  'none',
  'text',
  'bool',
  'dtype',
  'range',
  'slice',
  'function',
  'class',
  'method',
  'partial',
  'module',
  'libraryName',
  'libraryFunction',
  'libraryClass',
  'builtin',
]);

function saysSomething(fact: Fact, text: string): boolean {
  const { value } = fact;
  if (silentKinds.has(value.kind)) return false;
  if (fact.kind === 'expression' && fact.call === undefined && isLiteral(text.slice(fact.start, fact.end))) return false;
  switch (value.kind) {
    case 'unknown':
      return value.space !== undefined || (fact.kind === 'expression' && teaches(fact));
    case 'alternatives':
      return (
        value.of.some(({ value: one }) => 'space' in one && one.space !== undefined) ||
        value.of.every(({ value: one }) => numericOf(one))
      );
    case 'reference':
      if (value.state?.kind === 'libraryObject') return value.state.row.call !== undefined;
      return value.state?.kind === 'dict'
        ? formatValue(value) !== undefined && value.state.entries.size > 0
        : numericOf(value) !== undefined;
    case 'array':
      return value.dtype !== undefined || value.shape !== undefined || value.space !== undefined;
    case 'tuple':
      return numericOf(value) !== undefined || value.items.some((item) => item.kind === 'array');
    default:
      return true;
  }
}

/** Only digits, signs, points and brackets. */
function isLiteral(source: string): boolean {
  return /^[-+\d.,eE_\s[\]()]*$/.test(source);
}

/** A call such as `torch.tensor([2.0, 1.0])` with the offset on the numbers. */
function isLiteralCreation(fact: Fact, offset: number, text: string): boolean {
  const open = text.indexOf('(', fact.start);
  if (!fact.call || teaches(fact) || open < 0 || open >= offset) return false;
  const numbers = /^\([-+\d.,eE_\s[\]()]*/.exec(text.slice(open, fact.end))?.[0] ?? '';
  return offset < open + numbers.length;
}

/** An activation, loss or sampler: something whose result or arguments have a meaning. */
function teaches(fact: Fact): boolean {
  const row = fact.call?.row;
  if (!row) return false;
  const rules =
    row.kind === 'class'
      ? [...(row.call?.accepts ?? []), ...(row.call?.gives ?? [])]
      : [...(row.accepts ?? []), ...(row.gives ?? [])];
  return rules.some((rule) => rule.space !== 'same');
}
