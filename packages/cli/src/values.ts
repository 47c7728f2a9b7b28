/** The values of a program: its top-level assignments and expressions, and what stands beside them, in order. */
import type { Fact, FileAnalysis } from '@softlens/analysis';
import { type Explanation, explain } from '@softlens/analysis/format';
import type { Expression, NotebookProgram, Range, Statement } from '@softlens/syntax';
import type { Analyzed } from './program.ts';

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
  /** The last line that it is written on. */
  readonly line: string;
}

/** `path` is what the reader calls the file; a place in a notebook is one in its cell. */
export function programValues({ document, analysis, notebook }: Analyzed, path: string | null): ProgramValue[] {
  return [...document.module.body.flatMap((statement) => shownFacts(statement, analysis)), ...besides(document, analysis)]
    .sort((a, b) => a.start - b.start)
    .map(({ fact, start, end, source }) => ({
      line: lineAround(notebook?.source ?? document.text, end),
      place: spotOf(document.text, { start, end }, path, notebook),
      ...(fact.kind === 'binding' && fact.name !== undefined && { name: fact.name }),
      expression: document.text.slice(source.start, source.end),
      explanation: explain(fact, analysis, document.text),
    }));
}

function lineAround(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end).trimEnd();
}

export function isKnown({ explanation }: ProgramValue): boolean {
  return explanation.text !== undefined && explanation.value.kind !== 'none';
}

/** True where there is no value, but something else to say: a shape, a space, what an object takes. */
export function hasMeaning({ explanation: { space, shape, value } }: ProgramValue): boolean {
  return space !== undefined || shape !== undefined || (value.kind === 'reference' && value.state?.kind === 'libraryObject');
}

/** What comments ask for, and the code spans of a page. */
function besides({ asides = [] }: Analyzed['document'], analysis: FileAnalysis): Shown[] {
  const asked = analysis.facts
    .filter((fact) => fact.asked)
    .map((fact) => ({ fact, start: fact.start, end: fact.end, source: fact }));
  return [...asked, ...asides.flatMap((one) => factsAt(one, analysis))];
}

interface Shown {
  readonly fact: Fact;
  readonly start: number;
  readonly end: number;
  readonly source: Range;
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

function factsAt(range: Range, analysis: FileAnalysis): Shown[] {
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

function spotOf(text: string, { start, end }: Range, path: string | null, notebook: NotebookProgram | undefined): Spot {
  const cell = notebook?.cells.find((one) => one.start <= start && end <= one.end);
  const own = cell ? text.slice(cell.start, cell.end) : text;
  const base = cell?.start ?? 0;
  const from = lineAndColumn(own, start - base);
  const to = lineAndColumn(own, end - base);
  return { path, cell: cell?.index ?? null, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
