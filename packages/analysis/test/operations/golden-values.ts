/** Reads the golden files: plain data to values, and how a result compares with what the real library gave. */
import { type DType, fromData } from '@softlens/core';
import { dialectOf, type OperationContext } from '../../src/operations/index.ts';
import type { Value } from '../../src/values/value.ts';

export type GoldenNumber = number | string;
export type Golden =
  | readonly ['none' | 'ellipsis' | 'error']
  | readonly ['bool', boolean]
  | readonly ['int' | 'float', GoldenNumber]
  | readonly ['text' | 'other', string]
  | readonly ['dtype', string, DType]
  | readonly ['tuple', readonly Golden[]]
  | readonly ['slice', Golden, Golden, Golden]
  | readonly ['numpy' | 'torch', string, readonly number[] | null, readonly GoldenNumber[]];

const dtypes: ReadonlySet<string> = new Set([
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
]);

function isDType(name: string): name is DType {
  return dtypes.has(name);
}

export function contextOf(library: string): OperationContext {
  const arrays = library === 'torch' ? 'torch' : 'numpy';
  return { library, dialect: dialectOf(arrays), place: { path: 'golden.py', start: 0, end: 0 }, maxElements: 4096 };
}

export function fromGolden(golden: Golden): Value {
  switch (golden[0]) {
    case 'none':
      return { kind: 'none' };
    case 'ellipsis':
      return { kind: 'builtin', name: 'Ellipsis' };
    case 'bool':
      return { kind: 'bool', value: golden[1] };
    case 'int':
      return { kind: 'int', value: Number(golden[1]) };
    case 'float':
      return { kind: 'float', value: Number(golden[1]) };
    case 'text':
      return { kind: 'text', value: golden[1] };
    case 'dtype':
      return { kind: 'dtype', library: golden[1], dtype: golden[2] };
    case 'tuple':
      return { kind: 'tuple', items: golden[1].map(fromGolden) };
    case 'slice':
      return { kind: 'slice', lower: fromGolden(golden[1]), upper: fromGolden(golden[2]), step: fromGolden(golden[3]) };
    case 'numpy':
    case 'torch':
      return arrayOf(golden);
    default:
      throw new Error(`no value: ${JSON.stringify(golden)}`);
  }
}

function arrayOf([library, dtype, shape, numbers]: Extract<Golden, readonly ['numpy' | 'torch', ...unknown[]]>): Value {
  if (!isDType(dtype)) throw new Error(`no dtype of ours: ${dtype}`);
  const data = fromData(numbers.map(Number), shape ?? [], dtype);
  return { kind: 'array', library, dtype, shape: data.shape, data, ...(shape === null ? { scalar: true } : {}) };
}

/** `agrees`: everything that is claimed holds and all is told; `silent`: nothing is told; otherwise what is wrong. */
export type Verdict = 'agrees' | 'silent' | { readonly wrong: string };

/** Units in the last place by which results may differ; the libraries' own functions are no better. */
const ulps: Readonly<Record<string, number>> = { float64: 4, float32: 2, float16: 1, bfloat16: 1 };
const mantissa: Readonly<Record<string, number>> = { float64: 52, float32: 23, float16: 10, bfloat16: 7 };
const least: Readonly<Record<string, number>> = { float64: -1074, float32: -149, float16: -24, bfloat16: -133 };

export function compare(actual: Value, golden: Golden, slack = 1): Verdict {
  const [kind] = golden;
  if (actual.kind === 'unknown') return 'silent';
  if (kind === 'error') return actual.kind === 'array' && !actual.data ? 'silent' : { wrong: 'a value where the library raises' };
  if (kind === 'other') return { wrong: `a value instead of ${golden[1]}` };
  if (kind === 'tuple') return compareTuple(actual, golden[1], slack);
  if (kind === 'numpy' || kind === 'torch') return compareArray(actual, golden, slack);
  if (actual.kind !== kind) return { wrong: `${actual.kind} instead of ${kind}` };
  if (kind === 'bool' && actual.kind === 'bool') return actual.value === golden[1] ? 'agrees' : { wrong: String(actual.value) };
  if ((actual.kind === 'int' || actual.kind === 'float') && (kind === 'int' || kind === 'float')) {
    return near(Number(actual.value), Number(golden[1]), 'float64', slack) ? 'agrees' : { wrong: String(actual.value) };
  }
  return 'agrees';
}

function compareTuple(actual: Value, items: readonly Golden[], slack: number): Verdict {
  if (actual.kind !== 'tuple') return { wrong: `${actual.kind} instead of a tuple` };
  if (actual.items.length !== items.length) return { wrong: `${actual.items.length} items` };
  const verdicts = actual.items.map((item, i) => compare(item, items[i] ?? ['none'], slack));
  return verdicts.find((each) => typeof each === 'object') ?? verdicts.find((each) => each === 'silent') ?? 'agrees';
}

function compareArray(
  actual: Value,
  [library, dtype, shape, numbers]: Extract<Golden, readonly ['numpy' | 'torch', ...unknown[]]>,
  slack: number,
): Verdict {
  if (actual.kind !== 'array') return { wrong: `${actual.kind} instead of an array` };
  if (actual.library !== library) return { wrong: `of ${actual.library}` };
  if (actual.dtype && actual.dtype !== dtype) return { wrong: `${actual.dtype} instead of ${dtype}` };
  if (
    actual.shape?.some((dim) => typeof dim === 'number') &&
    actual.shape.join() !== (shape ?? []).join() &&
    !actual.shape.includes('?')
  )
    return { wrong: `shape [${actual.shape.join()}]` };
  if (!actual.data) return 'silent';
  if (library === 'numpy' && (actual.scalar === true) !== (shape === null))
    return { wrong: shape === null ? 'no scalar' : 'a scalar' };
  const wrong = numbers.findIndex((number, i) => !near(actual.data?.data[i] ?? Number.NaN, Number(number), dtype, slack));
  return wrong < 0 ? 'agrees' : { wrong: `[${wrong}] is ${actual.data.data[wrong]}, not ${numbers[wrong]}` };
}

function near(actual: number, expected: number, dtype: string, slack: number): boolean {
  if (actual === expected || (Number.isNaN(actual) && Number.isNaN(expected))) return true;
  const allowed = ulps[dtype];
  if (allowed === undefined || !Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  const size = Math.max(Math.abs(actual), Math.abs(expected));
  const exponent = Math.max(Math.floor(Math.log2(size)) - (mantissa[dtype] ?? 52), least[dtype] ?? -1074);
  return Math.abs(actual - expected) <= allowed * slack * 2 ** exponent;
}
