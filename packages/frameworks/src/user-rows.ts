/**
 * Rows that users add for their own wrappers, in `functions` of softlens.json: the schema of the tables, where `kind` may be left
 * out (a function), `source` too, and `library` says whose arrays they take (torch). Checked here, because JSON can say anything.
 */

import { libraries } from './libraries.ts';
import { type Found, library as libraryNamed } from './lookup.ts';
import { operations } from './operations.ts';
import { protocols } from './protocols.ts';
import type { Row } from './schema.ts';
import { parseSignature, signatureProblem } from './signature.ts';

/** What is wrong, where (`functions[0].accepts[1].space`), and what would be right. The form of a configuration's problems. */
export interface RowProblem {
  readonly at: string;
  readonly problem: 'unknown-key' | 'wrong-type' | 'wrong-value' | 'missing-key';
  readonly name: string;
  readonly suggestion?: string;
  readonly expected?: string;
}

export interface UserRows {
  /** The sound ones. */
  readonly rows: readonly Found[];
  readonly problems: readonly RowProblem[];
}

/** Checks the entries of `functions`; an entry with a problem is left out. */
export function readUserRows(entries: readonly unknown[]): UserRows {
  const rows: Found[] = [];
  const problems: RowProblem[] = [];
  for (const [index, entry] of entries.entries()) {
    const found: RowProblem[] = [];
    const row = isObject(entry) ? { kind: 'function', source: 'softlens.json', ...entry } : entry;
    check(row, rowShape(row), `functions[${index}]`, found);
    if (found.length === 0 && isRow(row)) {
      found.push(...roleProblems(row, `functions[${index}]`));
      const library = libraryNamed(textOf(row, 'library') ?? 'torch');
      if (found.length === 0 && library !== undefined) rows.push({ row, library });
    }
    problems.push(...found);
  }
  return { rows, problems };
}

/** The sound entries by every name they go by. */
export function userRowsByName(entries: readonly unknown[]): ReadonlyMap<string, Found> {
  return new Map(
    readUserRows(entries).rows.flatMap((found) =>
      [found.row.name, ...(found.row.also ?? [])].map((name) => [name, found] as const),
    ),
  );
}

/** In English: `functions[0]: unknown key "signatur", did you mean "signature"?` */
export function describeRowProblem({ at, problem, name, suggestion, expected }: RowProblem): string {
  const hint = suggestion === undefined ? '' : `, did you mean "${suggestion}"?`;
  const allowed = expected === undefined ? '' : `; expected ${expected}`;
  switch (problem) {
    case 'unknown-key':
      return `${at}: unknown key "${name}"${hint}`;
    case 'missing-key':
      return `${at}: "${name}" is missing`;
    case 'wrong-type':
      return `${at} is of the wrong type${allowed}`;
    case 'wrong-value':
      return `${at}: "${name}" is not known${hint}${hint === '' ? allowed : ''}`;
  }
}

/** The form of a row, as data. */
export type Shape =
  | { readonly type: 'text' | 'flag' | 'literal' | 'axis' | 'value' }
  | { readonly type: 'word'; readonly words: () => readonly string[] }
  | { readonly type: 'signature' }
  | { readonly type: 'list'; readonly of: Shape }
  | { readonly type: 'either'; readonly one: Shape; readonly many: Shape }
  | { readonly type: 'record'; readonly of: Shape }
  | { readonly type: 'object'; readonly required: readonly string[]; readonly keys: Readonly<Record<string, Shape>> };

const text: Shape = { type: 'text' };
const list = (of: Shape): Shape => ({ type: 'list', of });
const record = (of: Shape): Shape => ({ type: 'record', of });
const word = (...words: string[]): Shape => ({ type: 'word', words: () => words });
const literal: Shape = { type: 'literal' };
const spaces = ['logits', 'probabilities', 'log-probabilities', 'class-index', 'one-hot', 'loss'];
const family = word('categorical', 'bernoulli');
const axis: Shape = { type: 'axis' };
const anySpace = word(...spaces);

const accepts: Shape = {
  type: 'object',
  required: ['role', 'space'],
  keys: { role: text, space: { type: 'either', one: anySpace, many: list(anySpace) }, family, axis, when: record(literal) },
};
const gives: Shape = {
  type: 'object',
  required: ['space'],
  keys: { space: word(...spaces, 'same'), from: text, family, axis, when: record(literal), part: { type: 'value' } },
};
const op: Shape = { type: 'word', words: () => Object.keys(operations) };
/** A head is built of rows, which users do not write. */
const protocol: Shape = { type: 'word', words: () => Object.keys(protocols).filter((name) => name !== 'headed') };
const library: Shape = { type: 'word', words: () => libraries.map((each) => each.name) };
const behaviour = {
  signature: { type: 'signature' },
  op,
  fixed: record(literal),
  accepts: list(accepts),
  gives: list(gives),
  since: text,
  until: text,
} as const satisfies Record<string, Shape>;
const common = { name: text, also: list(text), source: text, since: text, until: text, library } as const satisfies Record<
  string,
  Shape
>;
const part: Shape = {
  type: 'object',
  required: ['signature'],
  keys: { ...behaviour, property: { type: 'flag' }, inPlace: { type: 'flag' } },
};

export const functionShape: Shape = {
  type: 'object',
  required: ['name', 'signature'],
  keys: {
    kind: word('function', 'class', 'constant'),
    ...common,
    ...behaviour,
    property: { type: 'flag' },
    inPlace: { type: 'flag' },
  },
};
export const classShape: Shape = {
  type: 'object',
  required: ['kind', 'name', 'signature'],
  keys: {
    kind: word('function', 'class', 'constant'),
    ...common,
    signature: { type: 'signature' },
    protocol,
    bases: list(text),
    call: part,
    methods: record(part),
    attributes: record({ type: 'value' }),
    accepts: list(accepts),
  },
};
export const constantShape: Shape = {
  type: 'object',
  required: ['kind', 'name', 'value'],
  keys: { kind: word('function', 'class', 'constant'), ...common, value: { type: 'value' } },
};

function rowShape(entry: unknown): Shape {
  const kind = isObject(entry) ? entry.kind : undefined;
  return kind === 'class' ? classShape : kind === 'constant' ? constantShape : functionShape;
}

function check(value: unknown, shape: Shape, at: string, problems: RowProblem[]): void {
  const wrong = (expected: string): void => void problems.push({ at, problem: 'wrong-type', name: at, expected });
  switch (shape.type) {
    case 'value':
      return;
    case 'text':
      if (typeof value !== 'string') wrong('string');
      return;
    case 'flag':
      if (value !== true) wrong('true');
      return;
    case 'literal':
      if (!isLiteral(value)) wrong('a number, string, boolean, null or an array of these');
      return;
    case 'axis':
      if (!isAxis(value)) wrong('a number, {"role": …}, "all", "torch-implicit" or "torch-class"');
      return;
    case 'word':
      if (typeof value !== 'string') wrong('string');
      else checkWord(value, shape.words(), at, problems);
      return;
    case 'signature':
      if (typeof value !== 'string') wrong('a signature such as "(input: x, dim: axis=-1)"');
      else if (signatureProblem(value) !== undefined)
        problems.push({ at, problem: 'wrong-value', name: value, expected: 'a signature such as "(input: x, dim: axis=-1)"' });
      return;
    case 'either':
      check(value, Array.isArray(value) ? shape.many : shape.one, at, problems);
      return;
    case 'list':
      if (!Array.isArray(value)) wrong('array');
      else for (const [index, item] of value.entries()) check(item, shape.of, `${at}[${index}]`, problems);
      return;
    case 'record':
      if (!isObject(value)) wrong('object');
      else for (const [key, item] of Object.entries(value)) check(item, shape.of, `${at}.${key}`, problems);
      return;
    case 'object':
      if (!isObject(value)) wrong('object');
      else checkObject(value, shape, at, problems);
  }
}

function checkObject(
  value: Readonly<Record<string, unknown>>,
  shape: Extract<Shape, { type: 'object' }>,
  at: string,
  problems: RowProblem[],
): void {
  for (const [key, item] of Object.entries(value)) {
    const expected = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (expected !== undefined) check(item, expected, `${at}.${key}`, problems);
    else problems.push({ at, problem: 'unknown-key', name: key, ...suggested(key, Object.keys(shape.keys)) });
  }
  for (const key of shape.required) {
    if (!Object.hasOwn(value, key)) problems.push({ at, problem: 'missing-key', name: key });
  }
}

function checkWord(value: string, words: readonly string[], at: string, problems: RowProblem[]): void {
  if (words.includes(value)) return;
  const expected = words.length <= 12 ? { expected: words.join(' | ') } : {};
  problems.push({ at, problem: 'wrong-value', name: value, ...suggested(value, words), ...expected });
}

/** Roles in `accepts` and `gives` must be among the signature's. */
function roleProblems(row: Row, at: string): readonly RowProblem[] {
  if (row.kind === 'constant') return [];
  const outer = row.kind === 'class' ? parseSignature(row.signature) : [];
  const parts =
    row.kind === 'class'
      ? [
          ['', row] as const,
          ...(row.call ? [['.call', row.call] as const] : []),
          ...Object.entries(row.methods ?? {}).map(([name, each]) => [`.methods.${name}`, each] as const),
        ]
      : [['', row] as const];
  return parts.flatMap(([path, each]) => {
    const roles = [...outer, ...parseSignature(each.signature)].map((parameter) => parameter.role);
    const named = (each.accepts ?? []).map((accept, index) => [`${path}.accepts[${index}].role`, accept.role] as const);
    return named.flatMap(([where, role]): RowProblem[] =>
      roles.includes(role)
        ? []
        : [{ at: `${at}${where}`, problem: 'wrong-value', name: role, ...suggested(role, roles), expected: roles.join(' | ') }],
    );
  });
}

/** True once `check` found nothing: the shapes above are the schema's. */
function isRow(entry: unknown): entry is Row {
  return isObject(entry);
}

function textOf(entry: object, key: string): string | undefined {
  const found = Object.entries(entry).find(([name]) => name === key)?.[1];
  return typeof found === 'string' ? found : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLiteral(value: unknown): boolean {
  return (
    value === null || ['boolean', 'number', 'string'].includes(typeof value) || (Array.isArray(value) && value.every(isLiteral))
  );
}

function isAxis(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value);
  return (
    (isObject(value) && typeof value.role === 'string') ||
    value === 'all' ||
    value === 'torch-implicit' ||
    value === 'torch-class'
  );
}

function suggested(name: string, candidates: readonly string[]): { readonly suggestion?: string } {
  const limit = Math.max(2, Math.floor(name.length / 3));
  const ranked = candidates
    .map((each) => [distance(name.toLowerCase(), each.toLowerCase()), each] as const)
    .sort(([a], [b]) => a - b);
  const [best] = ranked;
  return best !== undefined && best[0] <= limit ? { suggestion: best[1] } : {};
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
