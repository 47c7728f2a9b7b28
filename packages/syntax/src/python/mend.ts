import type { Patch } from '../tree/patch.ts';
import { columnOf } from './indentation.ts';
import { isStatementStart, lineEndPatch, placeholder, startsStatement } from './mend-line.ts';
import { type StringEnd, stringEnd } from './string-end.ts';

/** Restarts and patches are bounded: a file that needs more is not half-typed but something else. */
const maximumMends = 200;

const closerOf: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const token =
  /[\p{L}_][\p{L}\p{N}\p{M}_]*|\d(?:[eE][+-]\d|[\w.])*|\.\d(?:[eE][+-]\d|\w)*|\.\.\.|(?:\*\*|\/\/|<<|>>|[-+*/%@&|^<>=!:])=|->|\*\*|\/\/|<<|>>|<>|[^\s]/uy;

/** What has been read of the logical line in hand. */
export interface LogicalLine {
  start: number;
  indent: number;
  first: string;
  last: string;
  lastEnd: number;
  colon: boolean;
  parenthesis: boolean;
  words: Set<string>;
}

interface Opener {
  readonly char: string;
  readonly at: number;
  readonly line: LogicalLine;
}

interface State {
  readonly text: string;
  readonly patches: Patch[];
  at: number;
  stack: Opener[];
  line: LogicalLine;
  /** Triple-quoted strings so far, with the column of their statement: one of them may lack its end. */
  readonly triples: { readonly at: number; readonly end: number; readonly indent: number }[];
}

/**
 * Completes what is being typed, so that the lines around it keep their meaning: closes brackets and strings, gives a
 * dangling operator its operand and a header its colon. Valid code is left alone; the grammar alone would
 * read `x =` and the line below as one assignment, and everything after an open bracket as its content.
 */
export function mendPatches(text: string): Patch[] {
  const state: State = { text, patches: [], at: 0, stack: [], line: newLine(text, 0), triples: [] };
  while (state.patches.length < maximumMends) {
    if (state.at >= text.length) {
      if (!endOfText(state)) return state.patches;
      continue;
    }
    step(state);
  }
  return state.patches;
}

function newLine(text: string, start: number): LogicalLine {
  const indent = columnOf(/[ \t\f]*/y.exec(text.slice(start, start + 200))?.[0] ?? '');
  return { start, indent, first: '', last: '', lastEnd: start, colon: false, parenthesis: false, words: new Set() };
}

function step(state: State): void {
  const { text } = state;
  const char = text[state.at] ?? '';
  if (char === '\n' || char === '\r') endOfLine(state);
  else if (char === ' ' || char === '\t' || char === '\f' || char === '\uFEFF') state.at += 1;
  else if (char === '#') state.at = lineBreakAfter(text, state.at);
  else if (char === '\\' && (text[state.at + 1] === '\n' || text[state.at + 1] === '\r'))
    state.at += text.startsWith('\r\n', state.at + 1) ? 3 : 2;
  else if (char === '"' || char === "'") readString(state, state.at, '');
  else if (char in closerOf) open(state, char);
  else if (char === ')' || char === ']' || char === '}') close(state, char);
  else readToken(state);
}

function readToken(state: State): void {
  token.lastIndex = state.at;
  const word = token.exec(state.text)?.[0] ?? state.text[state.at] ?? ' ';
  const after = state.text[state.at + word.length];
  if ((after === '"' || after === "'") && /^(?:[rbuft]|[bft]r|r[bft])$/i.test(word)) {
    readString(state, state.at + word.length, word);
    return;
  }
  if (word === ',' && state.stack.length > 0) fillOperand(state);
  note(state, word);
  if (word === ';' && state.stack.length === 0) {
    finishLine(state, state.at - 1);
    state.line = { ...newLine(state.text, state.at), indent: state.line.indent };
  }
}

function note(state: State, word: string, end = state.at + word.length): void {
  const { line } = state;
  if (line.first === '') line.first = word;
  line.last = word;
  line.lastEnd = end;
  if (state.stack.length === 0) {
    if (word === ':') line.colon = true;
    if (word === '(') line.parenthesis = true;
    if (word === 'in' || word === 'import' || word === 'lambda') line.words.add(word);
  }
  state.at = end;
}

function open(state: State, char: string): void {
  const at = state.at;
  note(state, char);
  state.stack.push({ char, at, line: state.line });
}

function close(state: State, char: string): void {
  fillOperand(state);
  const matching = state.stack.findLastIndex((opener) => closerOf[opener.char] === char);
  if (matching >= 0) {
    for (const opener of state.stack.splice(matching + 1).reverse())
      insert(state, state.line.lastEnd, closerOf[opener.char] ?? '');
    state.stack.pop();
  }
  note(state, char);
}

/** `f(x, dim=)`, `f(a.)`: an operator before a closing bracket or a comma lacks its operand. `*` and `/` may stand alone. */
function fillOperand(state: State): void {
  if (/^(?:[-+%@^&|~]|[<>=!]=?|\/\/|<<|>>|\.|:=)$/.test(state.line.last)) insert(state, state.line.lastEnd, placeholder);
}

function insert(state: State, at: number, text: string): void {
  state.patches.push({ at, length: 0, text });
}

function readString(state: State, at: number, prefix: string): void {
  const { text, line } = state;
  const found = stringEnd(text, at, /[ft]/i.test(prefix));
  if (found.closed) {
    if (found.triple) state.triples.push({ at, end: found.end, indent: line.indent });
    note(state, '"', found.end);
  } else if (found.triple) closeTriple(state, at);
  else closeString(state, at, found, /[ft]/i.test(prefix));
}

/** `print("hello)` most likely misses the quote before the bracket. */
function closeString(state: State, at: number, found: StringEnd, formatted: boolean): void {
  const content = state.text.slice(at + 1, found.end);
  const closers = state.stack.map((opener) => closerOf[opener.char]).reverse();
  let kept = 0;
  const trimmed = content.trimEnd();
  while (kept < closers.length && trimmed.endsWith(closers.slice(0, kept + 1).join(''))) kept += 1;
  const end = kept === 0 ? found.end : at + 1 + trimmed.length - kept;
  const body = state.text
    .slice(at + 1, end)
    .replaceAll('{{', '')
    .replaceAll('}}', '');
  const fields = formatted ? Math.max(0, body.split('{').length - body.split('}').length) : 0;
  insert(state, end, '}'.repeat(Math.min(fields, 9)) + found.quotes);
  note(state, '"', end);
}

const codeLine = /^[ \t]*(?:(?:async[ ]+)?def \w+\(|class \w+.*:\s*$|import \w|from [\w.]+ import |@\w+|[\w.]+ = )/m;

/** One of the triple-quoted strings lacks its end: the first that seems to hold code, else the last. */
function closeTriple(state: State, last: number): void {
  const { text, triples } = state;
  const holdsCode = (from: number, to: number): boolean => codeLine.test(text.slice(lineBreakAfter(text, from), to));
  const culprit = triples.find((string) => holdsCode(string.at, string.end))?.at ?? last;
  const end = lineBreakAfter(text, culprit);
  const quotes = text.slice(culprit, culprit + 3);
  state.triples.length = 0;
  state.patches.splice(0, state.patches.length, ...state.patches.filter((patch) => patch.at <= culprit));
  insert(state, end, text[end - 1] === quotes[0] && end > culprit + 3 ? ` ${quotes}` : quotes);
  state.stack = state.stack.filter((opener) => opener.at < culprit);
  note(state, '"', end);
}

function endOfLine(state: State): void {
  const { text } = state;
  const width = text.startsWith('\r\n', state.at) ? 2 : 1;
  const next = state.at + width;
  if (state.stack.length === 0) {
    finishLine(state, state.at);
    state.at = next;
    state.line = newLine(text, next);
    return;
  }
  // The grammar takes a line break after a dot for the end of the statement, even in brackets.
  if (state.line.last === '.') state.patches.push({ at: state.at, length: width, text: ' '.repeat(width) });
  state.at = next;
  if (startsStatement(text, next, state.stack[0]?.line.indent ?? 0)) closeBrackets(state, next);
}

/** At the end of a logical line with no bracket open. */
function finishLine(state: State, at: number): void {
  const { line } = state;
  if (line.first === '') return;
  const inserted = lineEndPatch(line);
  if (inserted !== '') insert(state, Math.min(line.lastEnd, at), inserted);
}

/** Closes what is open before `limit`, at the first line in between that reads like a new statement, and goes on from there. */
function closeBrackets(state: State, limit: number): void {
  const { text, stack } = state;
  const outermost = stack[0];
  if (outermost === undefined) return;
  let lineStart = lineBreakAfter(text, outermost.at) + 1;
  while (lineStart < limit && !isStatementStart(text, lineStart, outermost.line.indent))
    lineStart = lineBreakAfter(text, lineStart) + 1;
  const stop = Math.min(lineStart, limit);
  const end = significantEnd(text, stop, outermost.at + 1);
  state.patches.splice(0, state.patches.length, ...state.patches.filter((patch) => patch.at + patch.length <= end));
  const open = openAt(text, outermost.at, end);
  const dangling = /[=+\-.@%^&|<>]$/.test(text.slice(outermost.at + 1, end)) && !text.slice(0, end).endsWith('...');
  insert(
    state,
    end,
    (dangling ? placeholder : '') +
      open
        .map((char) => closerOf[char] ?? '')
        .reverse()
        .join(''),
  );
  state.stack = [];
  state.line = { ...outermost.line, last: ')', lastEnd: end };
  finishLine(state, end);
  state.at = stop;
  state.line = newLine(text, stop);
}

/** The brackets still open at `end` of those opened from `from` on. */
function openAt(text: string, from: number, end: number): string[] {
  const inner: State = { text: text.slice(from, end), patches: [], at: 0, stack: [], line: newLine('', 0), triples: [] };
  while (inner.at < inner.text.length && inner.patches.length < maximumMends) {
    const char = inner.text[inner.at];
    if (char === '\n' || char === '\r') inner.at += 1;
    else step(inner);
  }
  return inner.stack.map((opener) => opener.char);
}

/** The end of the last line before `stop` without its comment and white space. */
function significantEnd(text: string, stop: number, atLeast: number): number {
  let end = stop;
  for (;;) {
    while (end > atLeast && /\s/.test(text[end - 1] ?? '')) end -= 1;
    const lineStart = Math.max(text.lastIndexOf('\n', end - 1) + 1, atLeast);
    const comment = /(?:^|[^'"\w]\s*)#[^'"\n]*$/.exec(text.slice(lineStart, end));
    if (comment === null) return Math.max(end, atLeast);
    end = lineStart + comment.index + comment[0].indexOf('#');
  }
}

/** Returns whether something was mended, and reading has to go on. */
function endOfText(state: State): boolean {
  if (state.stack.length === 0) {
    finishLine(state, state.text.length);
    return false;
  }
  const before = state.at;
  closeBrackets(state, state.text.length);
  return state.at < before;
}

function lineBreakAfter(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  if (at < 0) return text.length;
  return text[at - 1] === '\r' && at > from ? at - 1 : at;
}
