/** The JSON of `eval`, version 1. Lines and columns count from 1, columns in UTF-16 units. */
import type { Value } from '@softlens/analysis';
import { type Explanation, type Numeric, numericOf } from '@softlens/analysis/format';
import type { ProgramValue } from '../values.ts';

/** Numbers that JSON lacks are the strings "NaN", "Infinity" and "-Infinity". */
export type JsonNumber = number | 'NaN' | 'Infinity' | '-Infinity';
export type Nested = JsonNumber | boolean | string | null | readonly Nested[] | { readonly [key: string]: Nested };

export interface EvalValue {
  readonly path: string | null;
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly name: string | null;
  readonly expression: string;
  readonly certainty: 'exact' | 'assumed' | 'unknown';
  readonly space: string;
  readonly axis: number | null;
  readonly dtype: string | null;
  readonly shape: readonly (number | string)[] | null;
  readonly values: Nested;
}

export function evalJson(values: readonly ProgramValue[]): string {
  return `${JSON.stringify({ version: 1, values: values.map(evalValue) }, null, 2)}\n`;
}

function evalValue({ place, name, expression, explanation }: ProgramValue): EvalValue {
  return {
    ...place,
    name: name ?? null,
    expression,
    certainty: explanation.certainty,
    space: explanation.space?.name ?? 'unknown',
    axis: explanation.axis ?? explanation.space?.axis ?? null,
    dtype: dtypeOf(explanation),
    shape: shapeOf(explanation),
    values: nestedOf(explanation.value),
  };
}

/** The language's own floats are float64; its integers have no dtype. */
function dtypeOf({ dtype, numeric }: Explanation): string | null {
  if (dtype !== undefined) return dtype;
  if (numeric?.kind === 'float') return 'float64';
  return numeric?.kind === 'bool' ? 'bool' : null;
}

function shapeOf({ shape, numeric }: Explanation): readonly (number | string)[] | null {
  return shape ?? numeric?.shape ?? null;
}

function nestedOf(value: Value): Nested {
  if (value.kind === 'int' && typeof value.value === 'bigint') return value.value.toString();
  // Lists of the language itself keep what each item is: `[1, True, 2.5]`.
  const numeric = value.kind === 'tuple' || value.kind === 'reference' ? undefined : numericOf(value);
  if (numeric) return nest(numeric, 0, numeric.data.length, numeric.shape);
  if (value.kind === 'text') return value.value;
  if (value.kind === 'tuple') return value.items.map(nestedOf);
  if (value.kind === 'range') return rangeItems(value);
  return value.kind === 'reference' ? stateOf(value.state) : null;
}

/** Keys of dicts are text, as JSON has them: 1 is "1". */
function stateOf(state: Extract<Value, { kind: 'reference' }>['state']): Nested {
  if (state?.kind === 'list' || state?.kind === 'set') return state.items?.map(nestedOf) ?? null;
  if (state?.kind !== 'dict') return null;
  return Object.fromEntries([...state.entries.values()].map((one) => [keyOf(one.key), nestedOf(one.value)]));
}

function keyOf(key: Value): string {
  const nested = nestedOf(key);
  return typeof nested === 'string' ? nested : JSON.stringify(nested);
}

const maxRange = 100_000;

function rangeItems({ start, stop, step }: Extract<Value, { kind: 'range' }>): Nested {
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return length > maxRange ? null : Array.from({ length }, (_, i) => start + i * step);
}

function nest(numeric: Numeric, from: number, to: number, shape: readonly number[]): Nested {
  const [size, ...rest] = shape;
  if (size === undefined) return jsonNumber(numeric.data[from] ?? Number.NaN, numeric.kind);
  const stride = size === 0 ? 0 : (to - from) / size;
  return Array.from({ length: size }, (_, i) => nest(numeric, from + i * stride, from + (i + 1) * stride, rest));
}

function jsonNumber(x: number, kind: Numeric['kind']): JsonNumber | boolean {
  if (kind === 'bool') return x !== 0;
  if (Number.isNaN(x)) return 'NaN';
  if (x === Number.POSITIVE_INFINITY) return 'Infinity';
  return x === Number.NEGATIVE_INFINITY ? '-Infinity' : x;
}
