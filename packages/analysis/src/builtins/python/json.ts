/** The json module, of plain data: https://docs.python.org/3/library/json.html */
import { newDict, newList, stateOf } from '../../evaluate/objects/objects.ts';
import { overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { bool, float, int, none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { pythonFloat } from '../text/numbers.ts';

export const jsonModule: BuiltinTable = {
  effects: { 'json.loads': loads, 'json.dumps': dumps },
};

const maxDepth = 40;

function loads(run: Run, { args: [x], keywords }: BuiltinCall): Value {
  if (x?.kind !== 'text' || keywords.size > 0) return unknown(run, 'unmodelled', 'json.loads');
  if (x.value.length > run.budget.text) return overBudget(run, 'text');
  if (!isJson(x.value)) return unknown(run, 'error', 'JSONDecodeError');
  const tokens = x.value.match(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\]]/g) ?? [];
  if (tokens.length > run.budget.collection) return overBudget(run, 'collection');
  return readValue(run, { tokens, at: 0 }, maxDepth) ?? unknown(run, 'unmodelled', 'json.loads');
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

interface Reading {
  readonly tokens: readonly string[];
  at: number;
}

/** The grammar has been checked; the tokens are read because JavaScript's numbers do not tell 1 from 1.0. */
function readValue(run: Run, reading: Reading, depth: number): Value | undefined {
  const token = reading.tokens[reading.at++] ?? '';
  if (depth === 0) return undefined;
  if (token === '[') {
    const items: Value[] = [];
    while (reading.tokens[reading.at] !== ']') {
      const item = readValue(run, reading, depth - 1);
      if (!item) return undefined;
      items.push(item);
    }
    reading.at++;
    return newList(run, items);
  }
  if (token === '{') {
    const entries: (readonly [Value, Value])[] = [];
    while (reading.tokens[reading.at] !== '}') {
      const [key, value] = [readValue(run, reading, depth - 1), readValue(run, reading, depth - 1)];
      if (!key || !value) return undefined;
      entries.push([key, value]);
    }
    reading.at++;
    return newDict(run, entries);
  }
  return plainOf(token);
}

function plainOf(token: string): Value | undefined {
  if (token === 'null') return none;
  if (token === 'true' || token === 'false') return bool(token === 'true');
  if (token.startsWith('"')) return text(String(JSON.parse(token)));
  if (/[.eE]/.test(token)) return float(Number(token));
  return Number.isSafeInteger(Number(token)) ? int(Number(token)) : undefined;
}

interface Writing {
  readonly run: Run;
  readonly indent: string | undefined;
  readonly between: string;
  readonly colon: string;
  readonly sorts: boolean;
  readonly ascii: boolean;
}

function dumps(run: Run, { args: [x], keywords }: BuiltinCall): Value {
  const writing = writingOf(run, keywords);
  const shown = writing && x ? written(writing, x, '\n', maxDepth) : undefined;
  if (shown === undefined) return unknown(run, 'unmodelled', 'json.dumps');
  return shown.length > run.budget.text ? overBudget(run, 'text') : text(shown);
}

const options: ReadonlySet<string> = new Set(['indent', 'separators', 'sort_keys', 'ensure_ascii']);

function writingOf(run: Run, keywords: ReadonlyMap<string, Value>): Writing | undefined {
  if ([...keywords.keys()].some((name) => !options.has(name))) return undefined;
  const [indent, separators] = [keywords.get('indent'), keywords.get('separators')];
  const flags = [keywords.get('sort_keys') ?? bool(false), keywords.get('ensure_ascii') ?? bool(true)];
  const [sorts, ascii] = flags.map((flag) => (flag.kind === 'bool' ? flag.value : undefined));
  const width =
    indent?.kind === 'int' && Number(indent.value) >= 0 && Number(indent.value) <= 16 ? Number(indent.value) : undefined;
  const step = width !== undefined ? ' '.repeat(width) : indent?.kind === 'text' ? indent.value : undefined;
  const own = separators?.kind === 'tuple' ? separators.items.map((one) => (one.kind === 'text' ? one.value : undefined)) : [];
  const isUnread =
    sorts === undefined ||
    ascii === undefined ||
    (indent && indent.kind !== 'none' && step === undefined) ||
    (separators && (own.length !== 2 || own.includes(undefined)));
  if (isUnread) return undefined;
  const [between = step === undefined ? ', ' : ',', colon = ': '] = own;
  return { run, indent: step, between, colon, sorts, ascii };
}

function written(writing: Writing, value: Value, line: string, depth: number): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'null';
    case 'bool':
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isFinite(value.value) ? pythonFloat(value.value) : undefined;
    case 'text':
      return quoted(writing, value.value);
    case 'array': {
      // `np.float64` is a Python float; other numbers of NumPy raise.
      const number = value.scalar && value.dtype === 'float64' ? value.data?.data[0] : undefined;
      return number !== undefined && Number.isFinite(number) ? pythonFloat(Number(number)) : undefined;
    }
    case 'tuple':
      return value.type?.startsWith('re.') ? undefined : bracketed(writing, value.items, line, depth);
    case 'reference': {
      const state = stateOf(writing.run, value);
      if (state?.kind === 'list' && state.items && state.type === undefined) return bracketed(writing, state.items, line, depth);
      if (state?.kind !== 'dict' || state.open) return undefined;
      return braced(writing, [...state.entries.values()], line, depth);
    }
    default:
      return undefined;
  }
}

const innerLine = ({ indent }: Writing, line: string): string => (indent === undefined ? '' : line + indent);

function braced(
  writing: Writing,
  entries: readonly { readonly key: Value; readonly value: Value }[],
  line: string,
  depth: number,
): string | undefined {
  const inner = innerLine(writing, line);
  const named = entries.map(({ key, value }) => [keyText(key), value, key.kind] as const);
  // Keys of several types raise when they are sorted; numbers are sorted as such.
  if (writing.sorts && named.some(([, , kind]) => kind !== 'text')) return undefined;
  const ordered = writing.sorts ? named.toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)) : named;
  const parts = ordered.map(([name, item]) => {
    const shown = depth === 0 ? undefined : written(writing, item, inner, depth - 1);
    return shown === undefined || name === undefined ? undefined : `${quoted(writing, name)}${writing.colon}${shown}`;
  });
  return enclosed(writing, '{}', parts, inner, line);
}

function keyText(key: Value): string | undefined {
  switch (key.kind) {
    case 'text':
      return key.value;
    case 'int':
    case 'bool':
      return String(key.value);
    case 'float':
      return Number.isFinite(key.value) ? pythonFloat(key.value) : undefined;
    case 'none':
      return 'null';
    default:
      return undefined;
  }
}

function bracketed(writing: Writing, items: readonly Value[], line: string, depth: number): string | undefined {
  const inner = innerLine(writing, line);
  const parts = items.map((item) => (depth === 0 ? undefined : written(writing, item, inner, depth - 1)));
  return enclosed(writing, '[]', parts, inner, line);
}

function enclosed(
  { run, indent, between }: Writing,
  [open = '', close = '']: string,
  parts: readonly (string | undefined)[],
  inner: string,
  line: string,
): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  const length = known.reduce((sum, part) => sum + part.length, 0);
  if (known.length < parts.length || length > run.budget.text) return undefined;
  if (known.length === 0) return `${open}${close}`;
  return indent === undefined
    ? `${open}${known.join(between)}${close}`
    : `${open}${inner}${known.join(`${between}${inner}`)}${line}${close}`;
}

/** Outside ASCII each UTF-16 unit is escaped, as Python does by default. */
function quoted({ ascii }: Writing, value: string): string {
  const shown = JSON.stringify(value);
  return ascii ? shown.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`) : shown;
}
