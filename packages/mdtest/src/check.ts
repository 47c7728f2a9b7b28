/** Compares what a program's comments expect with what was observed. What is not expected is a problem too. */
import type { MarkdownTest, TestFile } from './document.ts';
import {
  type Expectation,
  type FindingExpectation,
  type Level,
  readExpectations,
  type ValueExpectation,
} from './expectations.ts';

export interface ObservedFinding {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly level: Level;
  readonly rule: string;
}

export interface ObservedValue {
  /** How the value is described: `probabilities[axis=1, shape=(4, 10)]`. */
  readonly reveal: string;
  /** The value itself, when it is known. */
  readonly value?: string;
  /** Whether the value is the one written, to the digits written. */
  agrees?(written: string): boolean;
}

/** What an analysis made of a test's files. The suite provides it, so that this package knows no analysis. */
export interface Observation {
  readonly findings: readonly ObservedFinding[];
  /** The value of the last assignment or expression that ends in the range. Absent where the program's own comments are tested. */
  valueIn?(path: string, start: number, end: number): ObservedValue | undefined;
}

export type Analyse = (files: readonly TestFile[]) => Observation;

export interface Problem {
  readonly file: TestFile;
  /** The line in the program, 0-based. */
  readonly line: number;
  readonly message: string;
  /** For an update: the text that a reveal or value expectation should have. */
  readonly replacement?: { readonly expectation: ValueExpectation; readonly text: string };
}

export function checkTest(test: MarkdownTest, analyse: Analyse): readonly Problem[] {
  const observation = analyse(test.files);
  return test.files.flatMap((file) => {
    const lines = lineStarts(file.text);
    const expectations = readExpectations(file.text);
    return [...checkFindings(file, lines, expectations, observation), ...checkValues(file, lines, expectations, observation)];
  });
}

function checkFindings(
  file: TestFile,
  lines: readonly number[],
  expectations: readonly Expectation[],
  observation: Observation,
): readonly Problem[] {
  const open = expectations.filter((one): one is FindingExpectation => one.kind === 'finding');
  const problems: Problem[] = [];
  for (const found of observation.findings.filter(({ path }) => path === file.path)) {
    const line = lineOf(lines, found.start);
    const match = open.findIndex(
      (one) => one.line === line && one.rule === found.rule && one.level === found.level && hasColumns(one, found, lines),
    );
    const [expected] = match < 0 ? [] : open.splice(match, 1);
    if (!expected)
      problems.push({
        file,
        line,
        message: `unexpected ${found.level}[${found.rule}] at columns ${found.start - (lines[line] ?? 0)}–${found.end - (lines[line] ?? 0)}`,
      });
    else if (expected.todo) problems.push({ file, line, message: `${found.level}[${found.rule}] is found now: drop "todo-"` });
  }
  for (const missing of open)
    if (!missing.todo) problems.push({ file, line: missing.line, message: `missing ${missing.level}[${missing.rule}]` });
  return problems;
}

function hasColumns(expected: FindingExpectation, found: ObservedFinding, lines: readonly number[]): boolean {
  const start = lines[expected.line] ?? 0;
  return !expected.columns || (found.start === start + expected.columns.start && found.end === start + expected.columns.end);
}

function checkValues(
  file: TestFile,
  lines: readonly number[],
  expectations: readonly Expectation[],
  observation: Observation,
): readonly Problem[] {
  const { valueIn } = observation;
  if (!valueIn) return [];
  return expectations.flatMap((expectation): readonly Problem[] => {
    if (expectation.kind === 'finding') return [];
    const { line } = expectation;
    const observed = valueIn(file.path, lines[line] ?? 0, lines[line + 1] ?? file.text.length);
    const actual = expectation.kind === 'reveal' ? observed?.reveal : observed?.value;
    const agrees = expectation.kind === 'reveal' ? actual === expectation.text : observed?.agrees?.(expectation.text) === true;
    if (agrees) return [];
    const message = `expected ${expectation.kind === 'reveal' ? 'reveal: ' : '=> '}${expectation.text}, got ${actual ?? observed?.reveal ?? 'nothing'}`;
    return [{ file, line, message, ...(actual === undefined ? {} : { replacement: { expectation, text: actual } }) }];
  });
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

function lineOf(starts: readonly number[], offset: number): number {
  let line = 0;
  while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
  return line;
}
