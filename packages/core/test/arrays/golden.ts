import { readFileSync } from 'node:fs';
import type { DType, NdArray } from '../../src/index.ts';
import { fromData } from '../../src/index.ts';

/** One call and what the judge library returned. */
export interface GoldenCase {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

/** An array as the generator writes it. */
interface Encoded {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: readonly (number | string)[];
}

/**
 * The cases of `golden/arrays.json`, with arrays in place of their numbers, and `["grid", …shape]` filled in as the generator
 * does.
 */
export function goldenCases(): readonly GoldenCase[] {
  const text = readFileSync(new URL('../../golden/arrays.json', import.meta.url), 'utf8');
  const { arrays, cases }: { arrays: readonly Encoded[]; cases: readonly GoldenCase[] } = JSON.parse(text);
  const decoded = arrays.map(({ data, shape, dtype }) => fromData(data.map(Number), shape, dtype));
  return cases.map(({ op, args, expected }) => ({
    op,
    args: args.map((arg) => decode(arg, decoded)),
    expected: decode(expected, decoded),
  }));
}

function decode(value: unknown, arrays: readonly NdArray[]): unknown {
  if (Array.isArray(value))
    return value[0] === 'grid' ? grid(value.slice(1).map(Number)) : value.map((item) => decode(item, arrays));
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if ('array' in value) return arrays[Number(value.array)];
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner, arrays)]));
}

function grid(shape: readonly number[]): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  return fromData(
    Float64Array.from({ length: size }, (_, i) => ((i * 7919) % 1009) / 1009 - 0.25),
    shape,
  );
}
