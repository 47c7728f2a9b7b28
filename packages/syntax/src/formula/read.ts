/**
 * Formulas of numbers in TeX as expressions: `\sigma(2)`, `\mathrm{softmax}([2, 1, 0.1])`, `\frac{1}{1 + e^{-2}}`. With a letter that
 * stands for something, or anything else that is not arithmetic, a formula is left alone.
 */
import type { Expression, Range } from '../ir.ts';
import { binary, call, negative, numberOf, vector } from './nodes.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Both sides of `=`, each on its own, where they are more than numbers. */
export function readFormula({ text, start }: { readonly text: string; readonly start: number }): readonly Expression[] {
  if (!/\d/.test(text) || text.length > maxLength) return [];
  return sidesOf(tokensOf(text, start) ?? []).flatMap((tokens) => {
    const reader: Reader = { tokens, at: 0, depth: 0, applied: false };
    const expression = sum(reader);
    return expression && reader.at === tokens.length && reader.applied ? [expression] : [];
  });
}

const [maxLength, maxDepth] = [2000, 40];

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  /** A function was read: without one a formula is only arithmetic. */
  applied: boolean;
}

type Read = Expression | undefined;

const relations = new Set(
  'approx simeq cong equiv doteq to rightarrow Rightarrow implies iff approxeq le ge leq geq neq'.split(' '),
);

function sidesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const sides: Token[][] = [[]];
  for (const token of tokens) {
    const splits =
      (token.kind === 'character' && /[=<>≈→]/.test(token.text)) || (token.kind === 'macro' && relations.has(token.name));
    if (splits) sides.push([]);
    else sides.at(-1)?.push(token);
  }
  return sides.filter((side) => side.length > 0);
}

/** What is written here: a character, or a macro with its backslash. */
function peek({ tokens, at }: Reader): string | undefined {
  const token = tokens[at];
  return token?.kind === 'character' ? token.text : token?.kind === 'macro' ? `\\${token.name}` : undefined;
}

function accept(reader: Reader, ...texts: readonly string[]): boolean {
  const next = peek(reader);
  if (next === undefined || !texts.includes(next)) return false;
  reader.at++;
  return true;
}

function sum(reader: Reader): Read {
  let left = product(reader);
  while (left) {
    const operator = accept(reader, '+') ? '+' : accept(reader, '-', '−') ? '-' : undefined;
    if (!operator) return left;
    const right = product(reader);
    left = right && binary(operator, left, right);
  }
  return undefined;
}

/** Factors side by side are multiplied. */
function product(reader: Reader): Read {
  const start = reader.tokens[reader.at]?.start ?? 0;
  if (accept(reader, '-', '−')) {
    const operand = reader.at < maxDepth || peek(reader) !== '-' ? product(reader) : undefined;
    return operand && negative(operand, start);
  }
  accept(reader, '+');
  let left = power(reader);
  while (left) {
    const operator = accept(reader, '/', '\\div') ? '/' : accept(reader, '*', '\\cdot', '\\times') ? '*' : undefined;
    if (!operator && !startsFactor(reader)) return left;
    const right: Read = power(reader);
    left = right && binary(operator ?? '*', left, right);
  }
  return undefined;
}

function startsFactor(reader: Reader): boolean {
  const token = reader.tokens[reader.at];
  if (!token || token.kind === 'group' || token.kind === 'matrix') return token !== undefined;
  return token.kind === 'macro' ? !closing.has(token.name) : /[\w([]/.test(token.text);
}

const closing = new Set(['\\', '}', ')', ']', '&', '^', '_', 'cdot', 'times', 'div']);

/** The transpose of a vector is the same vector. */
function power(reader: Reader): Read {
  const base = factor(reader);
  if (!base || !accept(reader, '^', '\\^')) return base;
  const { at } = reader;
  if (accept(reader, 'T', '\\top', '\\intercal')) return base.kind === 'call' ? base : undefined;
  reader.at = at;
  const exponent = script(reader);
  return exponent && binary('**', base, exponent);
}

/** What stands behind `^`: a group, or one factor with its sign. */
function script(reader: Reader): Read {
  const start = reader.tokens[reader.at]?.start ?? 0;
  if (accept(reader, '-', '−')) {
    const operand = factor(reader);
    return operand && negative(operand, start);
  }
  return factor(reader);
}

function factor(reader: Reader): Read {
  if (reader.depth >= maxDepth) return undefined;
  reader.depth++;
  const result = factorAt(reader);
  reader.depth--;
  return result;
}

function factorAt(reader: Reader): Read {
  const token = reader.tokens[reader.at];
  if (!token) return undefined;
  if (token.kind === 'group') return within(reader, token.tokens, sum);
  if (token.kind === 'matrix') return matrix(reader, token);
  if (token.kind === 'macro') return macro(reader, token.name);
  if (/[\d.]/.test(token.text)) return number(reader);
  if (token.text === '(' || token.text === '[') return bracketed(reader);
  return word(reader);
}

/** Reads other tokens to their end, and goes on behind the present one. */
function within<T>(reader: Reader, tokens: readonly Token[], read: (inner: Reader) => T | undefined): T | undefined {
  const inner: Reader = { tokens, at: 0, depth: reader.depth, applied: reader.applied };
  const result = read(inner);
  reader.at++;
  reader.applied ||= inner.applied;
  return inner.at === tokens.length ? result : undefined;
}

function number(reader: Reader): Read {
  const start = reader.tokens[reader.at]?.start ?? 0;
  let [text, end] = ['', start];
  for (let token = reader.tokens[reader.at]; token?.kind === 'character' && /[\d.]/.test(token.text); ) {
    text += token.text;
    end = token.end;
    token = reader.tokens[++reader.at];
  }
  return /^(?:\d+\.?\d*|\.\d+)$/.test(text) ? numberOf(text, { start, end }) : undefined;
}

/** `(x)` is x; `[x, y]` and `(x, y)` are vectors. */
function bracketed(reader: Reader): Read {
  const list = listed(reader);
  if (!list) return undefined;
  const [only, ...others] = list.items;
  return others.length === 0 && only && list.open === '(' ? only : vector(list.items, list);
}

interface Listed extends Range {
  readonly open: string;
  readonly items: readonly Expression[];
}

function listed(reader: Reader): Listed | undefined {
  const first = reader.tokens[reader.at];
  const open = peek(reader) ?? '';
  reader.at++;
  const items: Expression[] = [];
  do {
    const item = sum(reader);
    if (!item) return undefined;
    items.push(item);
  } while (accept(reader, ',', '\\\\', ';'));
  const last = reader.tokens[reader.at];
  if (!first || !last || !accept(reader, open === '(' ? ')' : ']')) return undefined;
  return { open, items, start: first.start, end: last.end };
}

/** A row or a column is a vector. */
function matrix(reader: Reader, { tokens, start, end }: Token & { kind: 'matrix' }): Read {
  return within(reader, tokens, (inner) => {
    const rows: Expression[][] = [[]];
    while (inner.at < tokens.length) {
      const item = sum(inner);
      if (!item) return undefined;
      rows.at(-1)?.push(item);
      if (accept(inner, '\\\\') && inner.at < tokens.length) rows.push([]);
      else if (inner.at < tokens.length && !accept(inner, '&')) return undefined;
    }
    const isVector = rows.length === 1 || rows.every((row) => row.length === 1);
    return isVector ? vector(rows.flat(), { start, end }) : undefined;
  });
}

const functions: ReadonlyMap<string, string> = new Map([
  ['softmax', 'softmax'],
  ['sigmoid', 'sigmoid'],
  ['σ', 'sigmoid'],
  ['expit', 'sigmoid'],
  ['logit', 'scipy.special.logit'],
  ['logsoftmax', 'log_softmax'],
  ['logsumexp', 'scipy.special.logsumexp'],
  ['lse', 'scipy.special.logsumexp'],
  ['exp', 'np.exp'],
  ['ln', 'np.log'],
  ['log', 'np.log'],
  ['tanh', 'np.tanh'],
]);
const macros: ReadonlyMap<string, string> = new Map([
  ['sigma', 'sigmoid'],
  ['exp', 'np.exp'],
  ['ln', 'np.log'],
  ['log', 'np.log'],
  ['tanh', 'np.tanh'],
]);
const named = new Set(['mathrm', 'operatorname', 'text', 'textrm', 'mathsf', 'mathit', 'mathbf', 'textbf', 'textit', 'texttt']);

function macro(reader: Reader, name: string): Read {
  const start = reader.tokens[reader.at]?.start ?? 0;
  reader.at++;
  const called = macros.get(name);
  if (called !== undefined) return applied(reader, called, start);
  if (name === 'frac' || name === 'dfrac' || name === 'tfrac') return fraction(reader, start);
  if (!named.has(name)) return undefined;
  accept(reader, '*');
  const group = reader.tokens[reader.at];
  if (group?.kind !== 'group') return undefined;
  reader.at++;
  const path = functions.get(wordIn(group.tokens));
  return path === undefined ? undefined : applied(reader, path, start);
}

const wordIn = (tokens: readonly Token[]): string =>
  tokens
    .map((token) => (token.kind === 'character' ? token.text : ''))
    .join('')
    .replace(/[-_ ]/g, '')
    .toLowerCase();

function fraction(reader: Reader, start: number): Read {
  const [above, below] = [part(reader), part(reader)];
  const end = reader.tokens[reader.at - 1]?.end ?? start;
  return above && below ? { ...binary('/', above, below, end), start } : undefined;
}

/** Of `\frac12` one digit each. */
function part(reader: Reader): Read {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'character') return factor(reader);
  reader.at++;
  return /\d/.test(token.text) ? numberOf(token.text, token) : undefined;
}

/** Letters: the name of a function, or `e` with an exponent. */
function word(reader: Reader): Read {
  const start = reader.tokens[reader.at]?.start ?? 0;
  const { at } = reader;
  let text = '';
  for (let token = reader.tokens[at]; token?.kind === 'character' && /[a-zσ]/i.test(token.text); ) {
    text += token.text;
    token = reader.tokens[++reader.at];
  }
  if (text === 'e') return accept(reader, '^', '\\^') ? exponential(reader, start) : undefined;
  const path = functions.get(text.toLowerCase());
  return path === undefined ? undefined : applied(reader, path, start);
}

function exponential(reader: Reader, start: number): Read {
  const exponent = script(reader);
  reader.applied = true;
  return exponent && call('np.exp', [exponent], { start, end: reader.tokens[reader.at - 1]?.end ?? exponent.end });
}

const bases: Readonly<Record<string, string>> = { '2': 'np.log2', '10': 'np.log10', e: 'np.log' };

/** A function and its argument; several arguments are the elements of one vector. */
function applied(reader: Reader, path: string, start: number): Read {
  let named = path;
  if (accept(reader, '_', '\\_')) {
    const base = path === 'np.log' ? bases[subscript(reader)] : undefined;
    if (base === undefined) return undefined;
    named = base;
  }
  reader.applied = true;
  const open = peek(reader);
  if (open === '(') {
    const list = listed(reader);
    const [only, ...others] = list?.items ?? [];
    if (!list || !only) return undefined;
    const argument = others.length > 0 ? vector(list.items, list) : only;
    return call(named, [argument], { start, end: list.end });
  }
  const argument = power(reader);
  return argument && call(named, [argument], { start, end: reader.tokens[reader.at - 1]?.end ?? argument.end });
}

function subscript(reader: Reader): string {
  const token = reader.tokens[reader.at++];
  if (token?.kind === 'group') return wordIn(token.tokens);
  return token?.kind === 'character' ? token.text : '';
}
