/**
 * Reads what stands behind `# =>`: a number, text, constant, list, tuple, dict, `tensor([…])`, `...`, as the languages and their
 * libraries print them. Anything else is prose, and no expectation.
 */
import type { Range } from '@softlens/syntax';

/** Ranges count within the text read. */
export type Expected = Range &
  (
    | ExpectedNumber
    | { readonly kind: 'text'; readonly value: string }
    | { readonly kind: 'constant'; readonly value: true | false | null }
    /** `...`: any number of further elements. */
    | { readonly kind: 'rest' }
    | { readonly kind: 'sequence'; readonly open: string; readonly items: readonly Expected[] }
    | { readonly kind: 'dict'; readonly entries: readonly (readonly [Expected, Expected])[] }
  );

export interface ExpectedNumber {
  readonly kind: 'number';
  readonly value: number;
  /** Digits behind the point; undefined without a point. */
  readonly decimals: number | undefined;
  readonly exponent: number;
}

interface Reader {
  readonly text: string;
  at: number;
  depth: number;
}

const maxDepth = 12;

/** Undefined for prose. What follows the value may only be a further comment. */
export function readExpected(text: string): Expected | undefined {
  const reader: Reader = { text, at: 0, depth: 0 };
  take(reader, /\s*(?:[≈~]\s*)?/y);
  const value = readValue(reader);
  if (!value || value.kind === 'rest') return undefined;
  return take(reader, /;?\s*(?:$|(?<=\s)(?:#|\/\/|--|—))/y) === undefined ? undefined : value;
}

function readValue(reader: Reader): Expected | undefined {
  take(reader, /\s*/y);
  const { at: start } = reader;
  const first = reader.text[start];
  if (first === '[' || first === '(') return readSequence(reader, start, first);
  if (first === '{') return readBraces(reader, start);
  if (first === "'" || first === '"' || first === '`') return readText(reader, start);
  if (take(reader, /\.\.\.|…/y) !== undefined) return { kind: 'rest', start, end: reader.at };
  return readNumber(reader, start) ?? readWord(reader, start);
}

const number = /([-+−]?)(?:(\d[\d_]*)(\.\d*)?|(\.\d+))(?:[eE]([-+]?\d+))?n?(?![\w%])/y;
const special = /([-+−]?)(?:(?:np|numpy|math|torch|jnp|tf|Number)\.)?(inf|Infinity|nan|NaN)\b/y;

function readNumber(reader: Reader, start: number): Expected | undefined {
  const read = match(reader, number);
  if (read) {
    const [written = '', , , point, bare, exponent = '0'] = read;
    const decimals = point === undefined ? (bare === undefined ? undefined : bare.length - 1) : point.length - 1;
    const value = Number(written.replace('−', '-').replace(/_|n$/g, ''));
    return { kind: 'number', value, decimals, exponent: Number(exponent), start, end: reader.at };
  }
  const named = match(reader, special);
  if (!named) return undefined;
  const size = /^i/i.test(named[2] ?? '') ? Number.POSITIVE_INFINITY : Number.NaN;
  const value = named[1] === '-' || named[1] === '−' ? -size : size;
  return { kind: 'number', value, decimals: undefined, exponent: 0, start, end: reader.at };
}

const constants: ReadonlyMap<string, true | false | null> = new Map([
  ['True', true],
  ['true', true],
  ['False', false],
  ['false', false],
  ['None', null],
  ['null', null],
  ['undefined', null],
]);

/** What libraries print around their values, by the last part of its name. */
const wrappers = new Set(
  'tensor Tensor tensor1d tensor2d scalar array Array asarray Float32Array Float64Array Int32Array float int float16 float32 float64 bfloat16 int8 uint8 int16 int32 int64 bool_ list tuple set Size TensorShape'.split(
    ' ',
  ),
);

function readWord(reader: Reader, start: number): Expected | undefined {
  const word = take(reader, /[A-Za-z_][\w.]*/y);
  if (word === undefined) return undefined;
  const constant = constants.get(word);
  if (constant !== undefined) return { kind: 'constant', value: constant, start, end: reader.at };
  if (!wrappers.has(word.slice(word.lastIndexOf('.') + 1))) return undefined;
  // Node's way: `Float32Array(3) [ 1, 2, 3 ]`.
  if (word.endsWith('Array') && take(reader, /(?:\(\d+\))?\s*(?=\[)/y) !== undefined) return readValue(reader);
  if (take(reader, /\(\s*/y) === undefined) return undefined;
  const inner = readValue(reader);
  if (!inner || take(reader, /\s*(?:,\s*[a-z_]\w*\s*=\s*(?:\([^()]*\)|<[^<>]*>|[\w.'":<>]+)\s*)*\)/y) === undefined)
    return undefined;
  if (inner.kind !== 'text') return inner;
  const value = /^[-+]?inf/.test(inner.value) ? Number.POSITIVE_INFINITY : inner.value === 'nan' ? Number.NaN : undefined;
  if (value === undefined) return undefined;
  const signed = inner.value.startsWith('-') ? -value : value;
  return { kind: 'number', value: signed, decimals: undefined, exponent: 0, start, end: reader.at };
}

const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

/** With commas, or as NumPy prints without. `(x)` is x, as in the languages. */
function readSequence(reader: Reader, start: number, open: string): Expected | undefined {
  const items = readItems(reader, open, readValue);
  if (!items) return undefined;
  const [only] = items;
  const isParenthesised = open === '(' && items.length === 1 && !/,\s*\)$/.test(reader.text.slice(start, reader.at));
  if (isParenthesised && only) return only;
  return { kind: 'sequence', open, items, start, end: reader.at };
}

function readItems<T>(reader: Reader, open: string, read: (reader: Reader) => T | undefined): readonly T[] | undefined {
  if (++reader.depth > maxDepth) return undefined;
  reader.at++;
  const items: T[] = [];
  const end = closing[open] === ')' ? /\s*\)/y : closing[open] === ']' ? /\s*\]/y : /\s*\}/y;
  while (take(reader, end) === undefined) {
    const item = read(reader);
    if (item === undefined) return undefined;
    items.push(item);
    if (take(reader, /\s*,|\s+/y) === undefined && !/[)\]}]/.test(reader.text[reader.at] ?? '')) return undefined;
  }
  reader.depth--;
  return items;
}

/** `{'a': 1}` and `{ a: 1 }` are dicts, `{1, 2}` is a set. */
function readBraces(reader: Reader, start: number): Expected | undefined {
  const { depth } = reader;
  const entries = readItems(reader, '{', readEntry);
  if (entries) return { kind: 'dict', entries, start, end: reader.at };
  Object.assign(reader, { at: start, depth });
  const items = readItems(reader, '{', readValue);
  return items && { kind: 'sequence', open: '{', items, start, end: reader.at };
}

function readEntry(reader: Reader): readonly [Expected, Expected] | undefined {
  take(reader, /\s*/y);
  const start = reader.at;
  const word = take(reader, /(?!(?:True|true|False|false|None|null|undefined|inf|Infinity|nan|NaN)\b)[A-Za-z_$][\w$]*(?=\s*:)/y);
  const key: Expected | undefined = word === undefined ? readValue(reader) : { kind: 'text', value: word, start, end: reader.at };
  if (!key || take(reader, /\s*:/y) === undefined) return undefined;
  const value = readValue(reader);
  return value && [key, value];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function readText(reader: Reader, start: number): Expected | undefined {
  const quoted = take(reader, /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/y);
  if (quoted === undefined) return undefined;
  const value = quoted.slice(1, -1).replace(/\\(.)/g, (_, escaped: string) => escapes[escaped] ?? escaped);
  return { kind: 'text', value, start, end: reader.at };
}

function take(reader: Reader, pattern: RegExp): string | undefined {
  return match(reader, pattern)?.[0];
}

function match(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text);
  if (!found) return undefined;
  reader.at = pattern.lastIndex;
  return found;
}
