import { readFileSync } from 'node:fs';
import type { DType, NdArray } from '../../src/index.ts';
import { fromData } from '../../src/index.ts';

/** One call and what the judge library returned. */
export interface GoldenCase {
  readonly op: string;
  readonly args: readonly unknown[];
  readonly expected: unknown;
}

/** The cases of `golden/arrays.json`, with arrays decoded and `["grid", …shape]` filled in as the generator does. */
export function goldenCases(): readonly GoldenCase[] {
  const text = readFileSync(new URL('../../golden/arrays.json', import.meta.url), 'utf8');
  const parsed: { cases: readonly GoldenCase[] } = JSON.parse(text);
  return parsed.cases.map(({ op, args, expected }) => ({ op, args: args.map(decode), expected: decode(expected) }));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value[0] === 'grid' ? grid(value.slice(1).map(Number)) : value.map(decode);
  if (value === 'NaN' || value === 'Infinity' || value === '-Infinity') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (isEncodedArray(value)) return fromData(value.data.map(Number), value.shape, value.dtype);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decode(inner)]));
}

function isEncodedArray(value: object): value is { dtype: DType; shape: number[]; data: (number | string)[] } {
  return 'dtype' in value && 'shape' in value && 'data' in value;
}

function grid(shape: readonly number[]): NdArray {
  const size = shape.reduce((product, length) => product * length, 1);
  return fromData(
    Float64Array.from({ length: size }, (_, i) => ((i * 7919) % 1009) / 1009 - 0.25),
    shape,
  );
}
