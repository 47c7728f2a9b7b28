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

function dumps(run: Run, { args: [x], keywords }: BuiltinCall): Value {
  const indent = keywords.get('indent');
  const others = [...keywords.keys()].some((name) => name !== 'indent');
  const width = indent?.kind === 'int' ? Number(indent.value) : undefined;
  const unread = others || (indent && indent.kind !== 'none' && (width === undefined || width < 1 || width > 16));
  const shown = unread || !x ? undefined : written(run, x, width, '\n', maxDepth);
  if (shown === undefined) return unknown(run, 'unmodelled', 'json.dumps');
  return shown.length > run.budget.text ? overBudget(run, 'text') : text(shown);
}

function written(run: Run, value: Value, indent: number | undefined, line: string, depth: number): string | undefined {
  switch (value.kind) {
    case 'none':
      return 'null';
    case 'bool':
    case 'int':
      return String(value.value);
    case 'float':
      return Number.isFinite(value.value) ? pythonFloat(value.value) : undefined;
    case 'text':
      return quoted(value.value);
    case 'tuple':
      return bracketed(run, value.items, indent, line, depth);
    case 'reference': {
      const state = stateOf(run, value);
      if (state?.kind === 'list' && state.items && state.type === undefined)
        return bracketed(run, state.items, indent, line, depth);
      if (state?.kind !== 'dict' || state.open) return undefined;
      const inner = indent === undefined ? '' : line + ' '.repeat(indent);
      const parts = [...state.entries.values()].map(({ key, value: item }) => {
        const shown = depth === 0 ? undefined : written(run, item, indent, inner, depth - 1);
        const name = key.kind === 'text' ? key.value : key.kind === 'int' ? String(key.value) : undefined;
        return shown === undefined || name === undefined ? undefined : `${quoted(name)}: ${shown}`;
      });
      return enclosed(run, '{}', parts, inner, line, indent);
    }
    default:
      return undefined;
  }
}

function bracketed(
  run: Run,
  items: readonly Value[],
  indent: number | undefined,
  line: string,
  depth: number,
): string | undefined {
  const inner = indent === undefined ? '' : line + ' '.repeat(indent);
  const parts = items.map((item) => (depth === 0 ? undefined : written(run, item, indent, inner, depth - 1)));
  return enclosed(run, '[]', parts, inner, line, indent);
}

function enclosed(
  run: Run,
  [open = '', close = '']: string,
  parts: readonly (string | undefined)[],
  inner: string,
  line: string,
  indent: number | undefined,
): string | undefined {
  const known = parts.filter((part) => part !== undefined);
  const length = known.reduce((sum, part) => sum + part.length, 0);
  if (known.length < parts.length || length > run.budget.text) return undefined;
  if (known.length === 0) return `${open}${close}`;
  return indent === undefined ? `${open}${known.join(', ')}${close}` : `${open}${inner}${known.join(`,${inner}`)}${line}${close}`;
}

/** Outside ASCII each UTF-16 unit is escaped, as Python does by default. */
const quoted = (value: string): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
