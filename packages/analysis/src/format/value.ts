/** Any value in one line, as its language would write it: numbers without `tensor(…)`, which is said by dtype and shape. */
import type { Shape } from '../values/dim.ts';
import type { HeapObject, Value } from '../values/value.ts';
import { formatArray, type Limits } from './numbers.ts';
import { numericOf } from './numeric.ts';

const maxTextLength = 60;

/** Parts of lists within lists that are written out: they may hold each other many times over. */
const maxParts = 400;
let parts = 0;
let within = 0;

/** Undefined where nothing is known that could be written. */
export function formatValue(value: Value, limits: Limits = {}): string | undefined {
  if (within === 0) parts = 0;
  if (++parts > maxParts) return undefined;
  within++;
  try {
    return formatPart(value, limits);
  } finally {
    within--;
  }
}

function formatPart(value: Value, limits: Limits): string | undefined {
  const numeric = value.kind === 'int' ? undefined : numericOf(value);
  if (numeric) return formatArray(numeric, meaningOf(value), limits);
  switch (value.kind) {
    case 'int':
      return String(value.value);
    case 'none':
      return 'None';
    case 'array':
      return value.texts && textsShown(value.texts, value.shape ?? [], limits);
    case 'text':
      return JSON.stringify(value.value.length > maxTextLength ? `${value.value.slice(0, maxTextLength)}…` : value.value);
    case 'dtype':
      return `${value.library}.${value.dtype}`;
    case 'range':
      return `range(${value.start}, ${value.stop}${value.step === 1 ? '' : `, ${value.step}`})`;
    case 'tuple':
      return list(value.items, '(', value.items.length === 1 && !value.names ? ',)' : ')', limits, value.names);
    case 'reference':
      return stateText(value.state, limits);
    default:
      return undefined;
  }
}

function textsShown(texts: readonly string[], shape: Shape, limits: Limits): string | undefined {
  const [size, ...inner] = shape.map(Number);
  const step = inner.reduce((a, b) => a * b, 1);
  const rows: Value[] = Array.from({ length: size ?? 0 }, (_, i) => {
    const row = texts.slice(i * step, (i + 1) * step);
    return inner.length === 0
      ? { kind: 'text', value: row[0] ?? '' }
      : { kind: 'array', library: 'numpy', shape: inner, texts: row };
  });
  return list(rows, '[', ']', limits);
}

function stateText(state: HeapObject | undefined, limits: Limits): string | undefined {
  switch (state?.kind) {
    case 'list':
      return state.items && list(state.items, '[', ']', limits);
    case 'set':
      return state.items && (state.items.length === 0 ? 'set()' : list(state.items, '{', '}', limits));
    case 'dict':
      return state.open ? undefined : dict([...state.entries.values()], limits);
    default:
      return undefined;
  }
}

/** Undefined where no value of it is known. */
function dict(entries: readonly { readonly key: Value; readonly value: Value }[], limits: Limits): string | undefined {
  const limit = limits.items ?? 12;
  const texts = entries
    .slice(0, limit)
    .map((one) => [formatValue(one.key, limits) ?? '?', formatValue(one.value, limits) ?? '?']);
  if (entries.length > 0 && texts.every(([, value]) => value === '?')) return undefined;
  return `{${texts.map((pair) => pair.join(': ')).join(', ')}${entries.length > limit ? ', …' : ''}}`;
}

function meaningOf(value: Value) {
  const space = 'space' in value ? value.space : undefined;
  if (!space) return {};
  return {
    space: space.name,
    ...(space.family && { family: space.family }),
    ...(space.axis !== undefined && { axis: space.axis }),
  };
}

function list(
  items: readonly Value[],
  open: string,
  close: string,
  limits: Limits,
  names: readonly string[] = [],
): string | undefined {
  const limit = limits.items ?? 12;
  const texts = items.slice(0, limit).map((item) => formatValue(item, limits) ?? '?');
  if (texts.every((text) => text === '?')) return undefined;
  const named = texts.map((text, i) => (names[i] === undefined ? text : `${names[i]}=${text}`));
  return `${open}${named.join(', ')}${items.length > limit ? ', …' : ''}${close}`;
}
