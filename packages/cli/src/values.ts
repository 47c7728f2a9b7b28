/** The values of a program: its top-level assignments and expressions, in order. */
import type { Fact, FileAnalysis, ParsedDocument } from '@softlens/analysis';
import { type Explanation, explain } from '@softlens/analysis/format';
import type { Expression, Statement } from '@softlens/syntax';

export interface Spot {
  readonly path: string | null;
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ProgramValue {
  readonly place: Spot;
  readonly name?: string;
  readonly expression: string;
  readonly explanation: Explanation;
}

export function programValues(document: ParsedDocument, analysis: FileAnalysis, path: string | null): ProgramValue[] {
  return document.module.body
    .flatMap((statement) => shownFacts(statement, analysis))
    .map(({ fact, start, end, source }) => ({
      place: spotOf(document.text, start, end, path),
      ...(fact.kind === 'binding' && fact.name !== undefined && { name: fact.name }),
      expression: document.text.slice(source.start, source.end),
      explanation: explain(fact, analysis),
    }));
}

export function isKnown({ explanation }: ProgramValue): boolean {
  return explanation.text !== undefined && explanation.value.kind !== 'none';
}

/** True where there is no value, but something else to say: a shape, a space, what an object takes. */
export function hasMeaning({ explanation: { space, shape, value } }: ProgramValue): boolean {
  return space !== undefined || shape !== undefined || (value.kind === 'reference' && value.state?.kind === 'libraryObject');
}

interface Shown {
  readonly fact: Fact;
  readonly start: number;
  readonly end: number;
  readonly source: { readonly start: number; readonly end: number };
}

function shownFacts(statement: Statement, analysis: FileAnalysis): Shown[] {
  switch (statement.kind) {
    case 'expression':
      return expressionFacts(statement.value, analysis);
    case 'assign':
    case 'augmentedAssign':
      return analysis.facts
        .filter((fact) => fact.kind === 'binding' && fact.topLevel && fact.start >= statement.start && fact.end <= statement.end)
        .map((fact) => ({
          fact,
          start: statement.start,
          end: statement.end,
          source: fact.valueRange ?? statement.value ?? statement,
        }));
    case 'export':
      return statement.declaration ? shownFacts(statement.declaration, analysis) : [];
    default:
      return [];
  }
}

/** Of `print(…)` and `console.log(…)` what they show. */
function expressionFacts(expression: Expression, analysis: FileAnalysis): Shown[] {
  if (expression.kind === 'call' && isPrinting(expression.callee)) {
    return expression.args.flatMap((argument) =>
      argument.kind === 'positional' && argument.value.kind !== 'string' ? factsAt(argument.value, analysis) : [],
    );
  }
  return factsAt(expression, analysis);
}

function factsAt(range: { readonly start: number; readonly end: number }, analysis: FileAnalysis): Shown[] {
  const facts = analysis.facts.filter(
    (fact) => fact.kind === 'expression' && fact.start === range.start && fact.end === range.end,
  );
  const fact = facts.find((one) => one.call !== undefined) ?? facts[0];
  return fact ? [{ fact, start: fact.start, end: fact.end, source: fact }] : [];
}

function isPrinting(callee: Expression): boolean {
  if (callee.kind === 'name') return callee.name === 'print';
  return callee.kind === 'attribute' && callee.object.kind === 'name' && callee.object.name === 'console';
}

function spotOf(text: string, start: number, end: number, path: string | null): Spot {
  const from = lineAndColumn(text, start);
  const to = lineAndColumn(text, end);
  return { path, cell: null, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}
