/** Compares what Softlens evaluated with what the real library gave (golden/corpus/*.json). */
import type { NdArray } from '@softlens/core';
import type { Reference, Value } from '../../src/values/value.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface Golden {
  readonly python?: string;
  readonly library?: string;
  readonly dtype?: string;
  readonly shape?: readonly number[];
  /** Of plain numbers that come from an array of fewer bits. */
  readonly precision?: 'float32';
  readonly values: Json;
}

export type Verdict = 'right' | 'unknown' | 'wrong';

/** `unknown` when nothing, or not everything, was evaluated; `wrong` when what was evaluated differs. */
export function judge(value: Value | undefined, golden: Golden): Verdict {
  if (!value) return 'unknown';
  if (golden.library === undefined) return judgePlain(value, golden.values, golden.precision);
  const texts = value.kind === 'text' ? [value.value] : value.kind === 'array' ? value.texts : undefined;
  if (texts) return judgeTexts(value, texts, golden);
  const array = value.kind === 'array' ? value : undefined;
  if (!array) return value.kind === 'float' || value.kind === 'int' ? 'wrong' : isUnknown(value) ? 'unknown' : 'wrong';
  if (array.dtype !== undefined && array.dtype !== golden.dtype) return 'wrong';
  if (array.shape !== undefined && !sameShape(array.shape, golden.shape ?? [])) return 'wrong';
  if (array.library !== golden.library) return 'wrong';
  if (!array.data || array.dtype === undefined) return 'unknown';
  const expected = flat(golden.values).map(numberOf);
  return numbers(array.data).every((x, i) => near(x, expected[i] ?? Number.NaN, golden.dtype)) ? 'right' : 'wrong';
}

function judgeTexts(value: Value, texts: readonly string[], golden: Golden): Verdict {
  const shape = value.kind === 'array' ? value.shape : [];
  if (!shape || !golden.dtype?.startsWith('<U') || !sameShape(shape, golden.shape ?? [])) return 'wrong';
  return verdict(texts.join('\0') === flat(golden.values).join('\0'));
}

function judgePlain(value: Value, expected: Json, precision = 'float64'): Verdict {
  switch (value.kind) {
    case 'none':
      return expected === null ? 'right' : 'wrong';
    case 'bool':
    case 'text':
      return value.value === expected ? 'right' : 'wrong';
    case 'int':
      return typeof value.value === 'bigint' ? verdict(String(value.value) === expected) : verdict(value.value === expected);
    case 'float':
      return verdict(near(value.value, numberOf(expected), precision));
    case 'array':
      if (!value.data) return 'unknown';
      return verdict(
        value.scalar === true || Array.isArray(expected)
          ? flatNear(numbers(value.data), expected, value.dtype)
          : flatNear(numbers(value.data), [expected], value.dtype),
      );
    case 'tuple':
      return judgeItems(value.items, expected, precision);
    case 'reference':
      return judgeReference(value, expected, precision);
    default:
      return 'unknown';
  }
}

function judgeReference(value: Reference, expected: Json, precision: string): Verdict {
  const state = value.state;
  if (state?.kind === 'list' && state.items) return judgeItems(state.items, expected, precision);
  // A tuple with names is written down as a list.
  if (state?.kind === 'instance' && Array.isArray(expected)) return judgeItems([...state.fields.values()], expected, precision);
  if (state?.kind === 'dict' && !state.open && typeof expected === 'object' && expected !== null && !Array.isArray(expected)) {
    const entries = [...state.entries.values()];
    const wanted = Object.values(expected as { readonly [key: string]: Json });
    if (entries.length !== wanted.length) return 'wrong';
    // JSON's objects list whole numbers first, whatever their order was.
    const byKey = expected as { readonly [key: string]: Json };
    return worst(
      entries.map(({ key, value: own }, i) => {
        const name = key.kind === 'int' || key.kind === 'text' || key.kind === 'float' ? String(key.value) : undefined;
        const wantedHere = name !== undefined && name in byKey ? byKey[name] : wanted[i];
        return judgePlain(own, wantedHere ?? null, precision);
      }),
    );
  }
  return 'unknown';
}

function judgeItems(items: readonly Value[], expected: Json, precision: string): Verdict {
  if (!Array.isArray(expected) || expected.length !== items.length) return 'wrong';
  return worst(items.map((item, i) => judgePlain(item, (expected as readonly Json[])[i] ?? null, precision)));
}

const verdict = (right: boolean): Verdict => (right ? 'right' : 'wrong');
const worst = (all: readonly Verdict[]): Verdict =>
  all.includes('wrong') ? 'wrong' : all.includes('unknown') ? 'unknown' : 'right';
const isUnknown = (value: Value): boolean => value.kind === 'unknown' || value.kind === 'alternatives';

function sameShape(shape: readonly (number | string)[], expected: readonly number[]): boolean {
  return shape.length === expected.length && shape.every((size, i) => typeof size === 'string' || size === expected[i]);
}

const numbers = (array: NdArray): number[] => Array.from(array.data);
const flat = (values: Json): Json[] => (Array.isArray(values) ? values.flatMap(flat) : [values]);
const flatNear = (actual: readonly number[], expected: Json, dtype: string | undefined): boolean => {
  const wanted = flat(expected).map(numberOf);
  return actual.length === wanted.length && actual.every((x, i) => near(x, wanted[i] ?? Number.NaN, dtype));
};

function numberOf(value: Json): number {
  if (value === 'NaN') return Number.NaN;
  if (value === 'Infinity') return Number.POSITIVE_INFINITY;
  if (value === '-Infinity') return Number.NEGATIVE_INFINITY;
  return typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : Number.NaN;
}

/** Half of the last digits that the dtype holds may differ: the libraries' own results vary by a few units between builds. */
const tolerance: Readonly<Record<string, number>> = { float64: 2e-15, float32: 5e-7, float16: 1e-3, bfloat16: 8e-3 };

function near(actual: number, expected: number, dtype: string | undefined): boolean {
  if (Object.is(actual, expected) || actual === expected || (Number.isNaN(actual) && Number.isNaN(expected))) return true;
  const allowed = tolerance[dtype ?? ''] ?? 0;
  return Math.abs(actual - expected) <= allowed * Math.max(Math.abs(expected), cancellation(expected));
}

/** Sums of terms of size one cancel: below this size digits are lost by every library alike. */
const cancellation = (expected: number): number => (Math.abs(expected) < 0.05 ? 0.05 : 0);
