import { columnOf } from './indentation.ts';
import type { LogicalLine } from './mend.ts';
import { binaryOperators } from './operators.ts';

/** An operand for an operator that lacks one; it has no width in the document and becomes `opaque`. */
export const placeholder = ' _';

const headers = new Set(['if', 'elif', 'else', 'for', 'while', 'with', 'try', 'except', 'finally', 'def', 'class']);
const dangling = new Set<string>([
  ...binaryOperators,
  '=',
  '~',
  '<',
  '>',
  '<=',
  '>=',
  '==',
  '!=',
  '.',
  '->',
  ':=',
  '+=',
  '-=',
  '*=',
  '/=',
  '//=',
  '%=',
  '**=',
  '@=',
  '&=',
  '|=',
  '^=',
  '>>=',
  '<<=',
  'import',
  'from',
  'in',
  'not',
  'and',
  'or',
  'is',
  'as',
  'del',
  'assert',
  'await',
  'if',
  'elif',
  'while',
  'with',
  'for',
  'class',
  'global',
  'nonlocal',
]);

/** What a finished logical line lacks at its end; nothing for a complete one. */
export function lineEndPatch(line: LogicalLine): string {
  const { first, last } = line;
  if (first === 'from') return fromPatch(line);
  if (last === 'lambda') return `:${placeholder}`;
  if (last === ':' && line.words.has('lambda') && !headers.has(first)) return placeholder;
  const operand = dangling.has(last) ? placeholder : '';
  // `else` may also be the end of a conditional expression.
  const otherwise = last === 'else' && first !== 'else' ? placeholder : '';
  const header = headers.has(first) && !line.colon ? headerPatch(line) : '';
  return operand + otherwise + header;
}

function headerPatch(line: LogicalLine): string {
  if (line.first === 'def') return `${line.last === 'def' ? placeholder : ''}${line.parenthesis ? '' : '()'}:`;
  if (line.first === 'for' && !line.words.has('in')) return ` in${placeholder}:`;
  return ':';
}

function fromPatch(line: LogicalLine): string {
  if (line.words.has('import')) return line.last === 'import' || line.last === 'as' || line.last === '.' ? placeholder : '';
  return `${line.last === 'from' ? placeholder : ''} import${placeholder}`;
}

const never =
  /[ \t\f]*(?:(?:async[ \t]+)?def[ \t]+\w+|class[ \t]+\w+[ \t]*[(:]|from[ \t]+[\w.]+[ \t]+import\b|(?:import|while|try|except|finally|with|return|raise|assert|del|global|nonlocal|pass|break|continue|elif)\b|else[ \t]*:)/y;
const header = /[ \t\f]*(?:if|for)\b[^\n#]*:[ \t]*(?:#[^\n]*)?$/my;

/** Inside brackets: a line that no expression can hold, so that the brackets must have been left open. */
export function startsStatement(text: string, at: number, indent: number): boolean {
  never.lastIndex = at;
  if (never.test(text)) return true;
  header.lastIndex = at;
  return header.test(text) && indentAt(text, at) <= indent;
}

const continuation = /[ \t\f]*(?:[)\]},.:=+*/%&|^<>#]|(?:and|or|in|is|not|if|else|for)\b|$)/my;

/** A line that is likely to be a new statement where brackets are known to be left open. */
export function isStatementStart(text: string, at: number, indent: number): boolean {
  if (startsStatement(text, at, indent)) return true;
  continuation.lastIndex = at;
  return indentAt(text, at) <= indent && !continuation.test(text);
}

function indentAt(text: string, at: number): number {
  return columnOf(/^[ \t\f]*/.exec(text.slice(at, at + 400))?.[0] ?? '');
}
