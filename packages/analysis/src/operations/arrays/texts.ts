/**
 * NumPy's arrays of texts. What moves, orders or compares elements runs over the places that the texts have in the alphabet; nothing
 * else is told of them. https://numpy.org/doc/stable/user/basics.strings.html
 */

import { fromData } from '@softlens/core';
import type { CompareOperator } from '@softlens/syntax';
import { scalarText } from '../../builtins/text/arrays.ts';
import type { ArrayValue, Text, Value } from '../../values/value.ts';
import { dtypeOf } from '../arguments.ts';
import type { OperationArguments, OperationContext } from '../operation.ts';
import { giveUp, unknownValue } from '../outcome.ts';
import { knownShape, product } from '../shapes/shapes.ts';

/** More texts than this are not kept. */
const maxTexts = 2_000;

function textArray(texts: readonly string[], shape: readonly number[]): ArrayValue {
  return { kind: 'array', library: 'numpy', shape, texts, reason: { key: 'unmodelled', name: 'text' } };
}

/** `np.array(['cat', 'dog'])`; undefined where anything else is among them. */
export function textsFromNested(value: Value): ArrayValue | undefined {
  const parts = gather(value, 0);
  return parts && parts.texts.length <= maxTexts ? textArray(parts.texts, parts.shape) : undefined;
}

/** `labels.astype(str)`, `astype('U3')`; undefined where another dtype is asked for. */
export function asTexts(x: ArrayValue, asked: Value | undefined): ArrayValue | undefined {
  const name = asked?.kind === 'text' ? asked.value : asked?.kind === 'builtin' && asked.name === 'str' ? 'U' : undefined;
  const [, digits] = /^<?U(\d*)$/.exec(name === 'str' ? 'U' : (name ?? '')) ?? [];
  if (digits === undefined || x.library !== 'numpy') return undefined;
  const { data } = x;
  const isShort = data !== undefined && data.data.length <= maxTexts && data.dtype !== 'float16';
  if (!data || !isShort) return giveUp('unmodelled', 'text');
  const length = digits === '' || digits === '0' ? Number.POSITIVE_INFINITY : Number(digits);
  return textArray(
    Array.from(data.data, (one) => scalarText(Number(one), data.dtype).slice(0, length)),
    data.shape,
  );
}

interface Texts {
  readonly texts: readonly string[];
  readonly shape: readonly number[];
}

function gather(value: Value, depth: number): Texts | undefined {
  // Texts beyond the basic plane are ordered otherwise here than in Python; NumPy cuts off zeros at the end.
  if (value.kind === 'text') return /[\ud800-\udfff\0]/.test(value.value) ? undefined : { texts: [value.value], shape: [] };
  if (value.kind === 'array') {
    const shape = value.texts && value.shape && knownShape(value.shape);
    return value.texts && shape ? { texts: value.texts, shape } : undefined;
  }
  if (value.kind !== 'tuple' || depth > 4 || value.items.length === 0 || value.items.length > maxTexts) return undefined;
  const texts: string[] = [];
  let shape: readonly number[] | undefined;
  for (const item of value.items) {
    const part = gather(item, depth + 1);
    if (!part || (shape && shape.join() !== part.shape.join()) || texts.length > maxTexts) return undefined;
    shape = part.shape;
    texts.push(...part.texts);
  }
  return shape && { texts, shape: [value.items.length, ...shape] };
}

/** An array of texts, or a sequence of such: tuples may hold each other many times over, so that no deeper one is looked for. */
const isTextArray = (value: Value): boolean => value.kind === 'array' && value.texts !== undefined;
const hasTexts = (value: Value): boolean => isTextArray(value) || (value.kind === 'tuple' && value.items.some(isTextArray));

/** What comes out holds texts again. */
const moves: ReadonlySet<string> = new Set(
  (
    'identity reshape flatten permute concatenate stack vstack hstack repeat tile flip roll sort where take squeeze expandDims append ' +
    'deleteItems insertItems setUnion setIntersection setDifference split arraySplit broadcastTo takeAlong compress swapAxes'
  ).split(' '),
);
/** What comes out are numbers or bools. */
const counts: ReadonlySet<string> = new Set(
  'argsort isin arrayEqual searchsorted sizeOf shapeOf rankOf equal notEqual accuracy confusionMatrix'.split(' '),
);
const labelled: ReadonlySet<string> = new Set(['accuracy', 'confusionMatrix']);

/** The operation over texts; undefined where there are none among the arguments. */
export function overTexts(
  op: string,
  args: OperationArguments,
  context: OperationContext,
  run: (args: OperationArguments) => Value,
): Value | undefined {
  let any = false;
  const lists = context.library === 'numpy' && (op === 'unique' || moves.has(op) || counts.has(op));
  for (const [role, value] of args) {
    any ||= hasTexts(value) || ((lists || labelled.has(op)) && elementRole.has(role) && isTextual(value));
    if (any) break;
  }
  if (!any) return undefined;
  if (op === 'cast') return numbersOf(args.get('x'), args.get('dtype'));
  if (op === 'tolist' || op === 'item') return nested(args.get('x'), args.has('index'));
  if (op === 'array') return (isPlain(args, 'data') && textsFromNested(args.get('data') ?? unread)) || unread;
  if (context.row?.name.startsWith('sklearn.') && !labelled.has(op)) return run(mapped(args, asList));
  if (op !== 'unique' && !moves.has(op) && !counts.has(op)) return unread;
  const words = vocabulary(args);
  if (!words) return unread;
  const places = new Map(words.map((word, i) => [word, i]));
  // Among texts a number would become one.
  const result = run(
    new Map(
      [...args].map(([role, value]) => {
        if (!elementRole.has(role) || value.kind === 'none') return [role, value];
        return [role, isTextual(value) ? coded(value, places) : unread];
      }),
    ),
  );
  if (counts.has(op)) return result;
  if (op === 'unique' && result.kind === 'tuple')
    return { ...result, items: result.items.map((item, i) => (i === 0 ? decoded(item, words) : item)) };
  return decoded(result, words);
}

/** The arguments that hold elements; all of them must be texts. */
const elementRole: ReadonlySet<string> = new Set(['x', 'y', 'arrays', 'value', 'v', 'target', 'labels']);

/** Without options such as `dtype=object`. */
const isPlain = (args: OperationArguments, own: string): boolean =>
  [...args].every(
    ([role, value]) => role === own || role.startsWith('_') || value.kind === 'none' || value.kind === 'bool' || isZero(value),
  );
const isZero = (value: Value): boolean => value.kind === 'int' && value.value === 0;

const unread: Value = unknownValue('unmodelled', 'text');
const isText = (value: Value): value is Text => value.kind === 'text';

/** Texts, arrays of them, and sequences of either. */
function isTextual(value: Value): boolean {
  looked = 0;
  return textual(value, 0);
}

let looked = 0;

function textual(value: Value, depth: number): boolean {
  if (++looked > maxTexts || depth > 4) return false;
  if (value.kind !== 'tuple') return isText(value) || isTextArray(value);
  return value.items.length > 0 && value.items.every((item) => textual(item, depth + 1));
}

const mapped = (args: OperationArguments, change: (value: Value) => Value): OperationArguments =>
  new Map([...args].map(([role, value]) => [role, change(value)]));

function asList(value: Value): Value {
  if (value.kind !== 'array' || !value.texts) return value;
  return nested(value, false);
}

/** `tolist()`, `item()`: Python's own texts. */
function nested(value: Value | undefined, indexed: boolean): Value {
  const shape = value?.kind === 'array' && value.shape ? knownShape(value.shape) : undefined;
  if (value?.kind !== 'array' || !value.texts || !shape || indexed) return unread;
  const { texts } = value;
  let position = 0;
  const build = (depth: number): Value =>
    depth === shape.length
      ? { kind: 'text', value: texts[position++] ?? '' }
      : { kind: 'tuple', items: Array.from({ length: shape[depth] ?? 0 }, () => build(depth + 1)) };
  return build(0);
}

/** `np.array(['1', '2']).astype(int)`. */
function numbersOf(x: Value | undefined, asked: Value | undefined): Value {
  const shape = x?.kind === 'array' && x.shape ? knownShape(x.shape) : undefined;
  const dtype = asked && dtypeOf(asked, 'numpy');
  if (x?.kind !== 'array' || !x.texts || !shape || (dtype !== 'int64' && dtype !== 'float64')) return unread;
  const form = dtype === 'int64' ? /^[+-]?\d{1,15}$/ : /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
  if (!x.texts.every((one) => form.test(one.trim()))) return unread;
  return { kind: 'array', library: 'numpy', dtype, shape, data: fromData(x.texts.map(Number), shape, dtype) };
}

function vocabulary(args: OperationArguments): readonly string[] | undefined {
  const words = new Set<string>();
  const add = (value: Value): void => {
    if (isText(value)) words.add(value.value);
    else if (value.kind === 'tuple') for (const item of value.items) add(item);
    else if (value.kind === 'array') for (const word of value.texts ?? []) words.add(word);
  };
  for (const [role, value] of args) if (elementRole.has(role) && isTextual(value)) add(value);
  return words.size > maxTexts ? undefined : [...words].sort();
}

/** Sequences of texts become arrays, texts 0-d ones. */
function coded(value: Value, places: ReadonlyMap<string, number>): Value {
  if (isText(value)) return numbered([value.value], [], places);
  if (value.kind === 'array') return value.texts && value.shape ? numbered(value.texts, value.shape.map(Number), places) : value;
  if (value.kind !== 'tuple') return value;
  const texts = value.items.flatMap((item) => (isText(item) ? [item.value] : []));
  if (texts.length > 0 && texts.length === value.items.length) return numbered(texts, [texts.length], places);
  return { ...value, items: value.items.map((item) => coded(item, places)) };
}

function numbered(texts: readonly string[], shape: readonly number[], places: ReadonlyMap<string, number>): ArrayValue {
  const data = fromData(
    texts.map((text) => places.get(text) ?? 0),
    shape,
    'int64',
  );
  return { kind: 'array', library: 'numpy', dtype: 'int64', shape, data };
}

function decoded(value: Value, words: readonly string[]): Value {
  if (value.kind === 'tuple') return { ...value, items: value.items.map((item) => decoded(item, words)) };
  if (value.kind !== 'array') return value.kind === 'unknown' ? value : unread;
  if (!value.data) return unread;
  const texts = Array.from(value.data.data, (place) => words[place]);
  if (!texts.every((text) => text !== undefined)) return unread;
  return value.scalar ? { kind: 'text', value: texts[0] ?? '', scalar: true } : textArray(texts, value.data.shape);
}

/** The part of an array of texts at the given indices. */
export function indexTexts(array: ArrayValue, take: (positions: ArrayValue) => Value): Value {
  const { texts = [] } = array;
  const shape = array.shape && knownShape(array.shape);
  if (!shape || product(shape) !== texts.length) return unread;
  const positions = fromData(
    texts.map((_, i) => i),
    shape,
    'int64',
  );
  return decoded(take({ kind: 'array', library: 'numpy', dtype: 'int64', shape, data: positions }), texts);
}

/** `labels == 'cat'`, `labels == others`; undefined where neither is an array of texts. */
export function compareTexts(
  operator: CompareOperator,
  left: Value,
  right: Value,
  compare: (left: Value, right: Value) => Value,
): Value | undefined {
  if (!(left.kind === 'array' && left.texts) && !(right.kind === 'array' && right.texts)) return undefined;
  const args = new Map([
    ['x', left],
    ['y', right],
  ]);
  const words = vocabulary(args);
  if (!words || !isTextual(left) || !isTextual(right) || !/^(?:[=!]=|[<>]=?)$/.test(operator)) return unread;
  const places = new Map(words.map((word, i) => [word, i]));
  return compare(coded(left, places), coded(right, places));
}
