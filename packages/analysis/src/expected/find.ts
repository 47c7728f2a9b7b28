/** `# => VALUE` behind a statement, or alone on the line below: what the statement's value is expected to be. */
import type { Comment, Expression, Module, Range, Statement } from '@softlens/syntax';
import type { Expectation, Fact, ParsedDocument } from '../api.ts';
import type { Value } from '../values/value.ts';
import { type Actual, actualOf } from './actual.ts';
import { agrees, saysShape } from './compare.ts';
import { type Expected, readExpected } from './read.ts';
import { writeActual, writeLike } from './write.ts';

const mark = /^=>/;

/** Cheap: asked of every document. */
export const hasExpectations = ({ text, module }: ParsedDocument): boolean =>
  text.includes('=>') && module.comments.some((comment) => mark.test(comment.text));

/** What the document's comments expect, compared with the facts. Prose expects nothing. */
export function expectationsOf(document: ParsedDocument, facts: readonly Fact[]): readonly Expectation[] {
  if (!hasExpectations(document)) return [];
  const { text, module } = document;
  const statements = statementsOf(module);
  const comments = module.comments.toSorted((a, b) => a.start - b.start);
  return comments.flatMap((comment, i) => {
    if (!mark.test(comment.text)) return [];
    const subject = subjectOf(text, comments, i, statements);
    const fact = subject && (subject.comment ? askedIn(subject.range, facts) : factOf(subject.values, facts));
    return fact ? expectation(document, comment, subject.range, fact) : [];
  });
}

function expectation(document: ParsedDocument, comment: Comment, subject: Range, fact: Fact): readonly Expectation[] {
  const place = valuePlace(document.text, comment);
  const written = document.text.slice(place.start, place.end).trim();
  const base = { start: comment.start, end: comment.end, value: place, subject, written, fact };
  const actuals = valuesIn(fact.value).map(actualOf);
  const [only] = actuals;
  if (written === '') {
    if (actuals.length !== 1 || !only) return [];
    return [{ ...base, verdict: 'empty', actual: writeActual(only, document.language) }];
  }
  const expected = readExpected(written);
  const known = actuals.filter((one) => one !== undefined);
  if (known.some((actual) => isRight(expected, actual, written)))
    return [
      { ...base, verdict: 'right', actual: known.length === 1 && known[0] ? writeActual(known[0], document.language) : written },
    ];
  if (!expected) return [];
  // Random numbers depend on the release, and some on the machine.
  if (!only || actuals.length !== 1 || fact.drawn) return [{ ...base, verdict: 'unknown' }];
  if (saysShape(expected, only)) return [];
  return [
    {
      ...base,
      value: { start: place.start + expected.start, end: place.start + expected.end },
      written: written.slice(expected.start, expected.end),
      verdict: 'wrong',
      actual: writeLike(expected, only, written, document.language),
    },
  ];
}

/** What a program prints may stand there without quotes. */
const isRight = (expected: Expected | undefined, actual: Actual, written: string): boolean =>
  (actual.kind === 'text' && actual.value === written) || (expected !== undefined && agrees(expected, actual));

const valuesIn = (value: Value): readonly Value[] => (value.kind === 'alternatives' ? value.of.map((one) => one.value) : [value]);

/** The text behind `=>`, or where it would begin. */
function valuePlace(text: string, comment: Comment): Range {
  const arrow = text.indexOf('=>', comment.start) + 2;
  const words = comment.text.slice(2);
  const start = arrow + (words.length - words.trimStart().length);
  const length = words.trim().length;
  if (length > 0) return { start, end: start + length };
  const space = /^[ \t]*/.exec(text.slice(arrow, comment.end))?.[0].length ?? 0;
  return { start: arrow, end: arrow + space };
}

interface Subject {
  /** The statement, or the comment that holds an expression. */
  readonly range: Range;
  /** Where its value may be known, the best place first. */
  readonly values: readonly Range[];
  /** A comment: its expression lies somewhere in it. */
  readonly comment?: true;
}

/** What stands directly before the comment: on its line, or on the one above. Of several comments in a row only the first speaks. */
function subjectOf(
  text: string,
  comments: readonly Comment[],
  index: number,
  statements: readonly Statement[],
): Subject | undefined {
  const comment = comments[index];
  const before = comments[index - 1];
  if (!comment) return undefined;
  if (comment.ownLine && before && isNextLine(text, before.end, comment.start)) {
    if (/^softlens:\s*(?!ignore\b)/.test(before.text)) return { range: before, values: [], comment: true };
    if (before.text.startsWith('=>') || before.ownLine) return undefined;
  }
  if (
    comment.ownLine &&
    comments[index + 1]?.ownLine &&
    mark.test(comments[index + 1]?.text ?? '') &&
    isNextLine(text, comment.end, comments[index + 1]?.start ?? 0)
  )
    return undefined;
  const statement = lastBefore(statements, comment.start);
  if (!statement) return undefined;
  const gap = text.slice(statement.end, comment.start);
  if (comment.ownLine && indentation(text, statement.start) !== indentation(text, comment.start)) return undefined;
  if (!(comment.ownLine ? /^[ \t;]*\r?\n[ \t]*$/ : /^[ \t;]*$/).test(gap)) return undefined;
  return { range: statement, values: valuesOf(statement) };
}

const isNextLine = (text: string, end: number, start: number): boolean => /^[ \t]*\r?\n[ \t]*$/.test(text.slice(end, start));

/** Of the line: a comment further left speaks of the block, not of its last statement. */
const indentation = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';

function lastBefore(statements: readonly Statement[], offset: number): Statement | undefined {
  let found: Statement | undefined;
  for (const one of statements)
    if (one.end <= offset && (!found || one.end > found.end || (one.end === found.end && one.start < found.start))) found = one;
  return found;
}

/** Of `print(x)` and `console.log(x)` what they show. */
function valuesOf(statement: Statement): readonly Range[] {
  switch (statement.kind) {
    case 'expression':
      return shown(statement.value);
    case 'return':
      return statement.value ? [statement.value] : [];
    case 'assign':
      return [...(statement.value ? [statement.value] : []), ...statement.targets];
    case 'augmentedAssign':
      return [statement.target];
    default:
      return [];
  }
}

function shown(expression: Expression): readonly Range[] {
  if (expression.kind !== 'call') return [expression];
  const { callee, args } = expression;
  const prints =
    (callee.kind === 'name' && callee.name === 'print') ||
    (callee.kind === 'attribute' && callee.object.kind === 'name' && callee.object.name === 'console');
  if (!prints) return [expression];
  const [only, ...others] = args;
  return only?.kind === 'positional' && others.length === 0 ? [only.value] : [];
}

const askedIn = ({ start, end }: Range, facts: readonly Fact[]): Fact | undefined =>
  facts.find((fact) => fact.asked === true && fact.start >= start && fact.end <= end);

/** A name that is written to has a binding; everything else is an expression. */
function factOf(ranges: readonly Range[], facts: readonly Fact[]): Fact | undefined {
  for (const { start, end } of ranges) {
    const here = facts.filter((fact) => fact.start === start && fact.end === end);
    const fact = here.find(({ kind }) => kind === 'binding') ?? here.find(({ call }) => call !== undefined) ?? here[0];
    if (fact) return fact;
  }
  return undefined;
}

const kinds: ReadonlySet<string> = new Set(['expression', 'assign', 'augmentedAssign', 'return']);

/** Every simple statement, also those in functions, classes and lambdas. */
function statementsOf(module: Module): readonly Statement[] {
  const found: Statement[] = [];
  const pending: unknown[] = [module.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (isStatement(node)) found.push(node);
    for (const inner of Object.values(node as object)) if (typeof inner === 'object' && inner !== null) pending.push(inner);
  }
  return found;
}

const isStatement = (node: unknown): node is Statement =>
  typeof node === 'object' && node !== null && 'kind' in node && 'start' in node && kinds.has(String(node.kind));
