/**
 * Reads the signatures of the tables: Python text whose annotations name roles (`schema.ts`, SignatureText).
 * `...` as a default means optional without a stated value.
 */
import type { Literal, SignatureText } from './schema.ts';

export interface Parameter {
  readonly name: string;
  readonly role: string;
  readonly kind: 'positionalOnly' | 'positional' | 'keywordOnly' | 'rest' | 'restDict';
  readonly default?: Literal;
  readonly required: boolean;
}

const cache = new Map<SignatureText, readonly Parameter[]>();

/** The parameters of a signature. What cannot be read is left out: `signatureProblem` says what that is. */
export function parseSignature(text: SignatureText): readonly Parameter[] {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const { parameters } = read(text);
  cache.set(text, parameters);
  return parameters;
}

/** What is wrong with a signature, in English, or undefined. */
export function signatureProblem(text: SignatureText): string | undefined {
  return read(text).problem;
}

function read(text: SignatureText): { parameters: readonly Parameter[]; problem?: string } {
  const trimmed = text.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return { parameters: [], problem: `${text} is not in parentheses` };
  const parameters: Parameter[] = [];
  let problem: string | undefined;
  let keywordOnly = false;
  for (const piece of splitAtCommas(trimmed.slice(1, -1))) {
    if (piece === '/') {
      for (const [index, parameter] of parameters.entries()) parameters[index] = { ...parameter, kind: 'positionalOnly' };
    } else if (piece === '*') {
      keywordOnly = true;
    } else {
      const parameter = readParameter(piece, keywordOnly);
      if (parameter === undefined) problem ??= `cannot read the parameter ${piece}`;
      else parameters.push(parameter);
      if (parameter?.kind === 'rest') keywordOnly = true;
    }
  }
  return problem === undefined ? { parameters } : { parameters, problem };
}

const parameterPattern = /^(\*{0,2})([A-Za-z_$][\w$]*)\s*(?::\s*([A-Za-z_]\w*))?\s*(?:=\s*(.+))?$/s;

function readParameter(piece: string, keywordOnly: boolean): Parameter | undefined {
  const match = parameterPattern.exec(piece);
  if (match === null) return undefined;
  const [, stars, name = '', role = name, fallback] = match;
  if (stars === '*') return { name, role, kind: 'rest', required: false };
  if (stars === '**') return { name, role, kind: 'restDict', required: false };
  const kind = keywordOnly ? 'keywordOnly' : 'positional';
  if (fallback === undefined) return { name, role, kind, required: true };
  if (fallback === '...') return { name, role, kind, required: false };
  const value = readLiteral(fallback);
  return value === undefined ? undefined : { name, role, kind, default: value, required: false };
}

const words: ReadonlyMap<string, Literal> = new Map<string, Literal>([
  ['None', null],
  ['null', null],
  ['True', true],
  ['true', true],
  ['False', false],
  ['false', false],
]);

/** A Python or JavaScript literal: None, a boolean, a number, a string, a tuple or list of these. */
export function readLiteral(text: string): Literal | undefined {
  const trimmed = text.trim();
  const word = words.get(trimmed);
  if (word !== undefined) return word;
  const quoted = /^(['"])(.*)\1$/s.exec(trimmed);
  if (quoted !== null) return quoted[2] ?? '';
  if (/^[([].*[)\]]$/s.test(trimmed)) {
    const items = splitAtCommas(trimmed.slice(1, -1)).map(readLiteral);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : undefined;
}

/** Splits at commas outside brackets and quotes; empty pieces (a trailing comma) are dropped. */
function splitAtCommas(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character === undefined || (character === ',' && depth === 0 && quote === '')) {
      const piece = text.slice(start, index).trim();
      if (piece !== '') pieces.push(piece);
      start = index + 1;
    } else if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
  }
  return pieces;
}
