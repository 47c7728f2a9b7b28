/** The corpus of expressions through the command line: what the interpreter knows is written in full, with dtype and shape. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAnalyzer, type Value } from '@softlens/analysis';
import { createTestParser } from '@softlens/mdtest';
import { afterAll, expect, test } from 'vitest';
import { softlens } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'softlens-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const corpus = new URL('../../analysis/golden/corpus/expressions.json', import.meta.url);
const rows: readonly { readonly expression: string }[] = JSON.parse(readFileSync(corpus, 'utf8'));
const parser = await createTestParser();
const analyzer = createAnalyzer({ rethrow: true });

interface Shown {
  readonly line: number;
  readonly expression: string;
  readonly dtype: string | null;
  readonly shape: readonly number[] | null;
  readonly values: unknown;
}

/** So many lines are one program: each has its share of the steps. */
const perFile = 100;
const head = 'import numpy as np, scipy, math, torch, torch.nn as nn, torch.nn.functional as F\n';

test('every value of the corpus is in the JSON as it is in the interpreter', async () => {
  const differing: string[] = [];
  let compared = 0;
  for (let from = 0; from < rows.length; from += perFile) {
    const lines = rows.slice(from, from + perFile).map(({ expression }) => expression);
    writeFileSync(join(folder, 'corpus.py'), `${head}${lines.join('\n')}\n`);
    const { out } = await softlens(['eval', '--file', 'corpus.py', '--format', 'json'], { cwd: folder });
    const shown: readonly Shown[] = JSON.parse(out).values;
    for (const [i, expression] of lines.entries()) {
      const known = valueOfLine(lines, i);
      const flat = known && plain(known);
      if (!known || flat === undefined || flat === null) continue;
      compared++;
      const found = shown.find((one) => one.line === i + 2 && one.expression === expression);
      const same = found !== undefined && JSON.stringify(found.values) === JSON.stringify(flat) && hasType(found, known);
      if (!same) differing.push(`${expression}: ${JSON.stringify(flat)} is shown as ${JSON.stringify(found?.values)}`);
    }
  }
  console.log(`values compared: ${compared} of ${rows.length}`);
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(0.95 * rows.length);
});

const analyses = new Map<readonly string[], ReturnType<typeof analyse>>();

function analyse(lines: readonly string[]) {
  const text = `${head}${lines.join('\n')}\n`;
  return analyzer.evaluateExpression(parser.parse(text, 'python'), text).facts;
}

function valueOfLine(lines: readonly string[], index: number): Value | undefined {
  const facts = analyses.get(lines) ?? analyse(lines);
  analyses.set(lines, facts);
  const start = [head.trimEnd(), ...lines.slice(0, index)].reduce((sum, line) => sum + line.length + 1, 0);
  const end = start + (lines[index]?.length ?? 0);
  const here = facts.filter((fact) => fact.kind === 'expression' && fact.start === start && fact.end === end);
  return (here.find(({ call }) => call) ?? here[0])?.value;
}

/** The value without its type; undefined where it is not known throughout, or nothing that is a value to a reader. */
function plain(value: Value): unknown {
  switch (value.kind) {
    case 'bool':
    case 'text':
      return value.value;
    case 'int':
      return typeof value.value === 'bigint' ? String(value.value) : value.value;
    case 'float':
      return number(value.value);
    case 'array':
      return value.data && nest(Array.from(value.data.data), value.data.shape, value.data.dtype === 'bool');
    case 'tuple':
      return all(value.items);
    case 'reference': {
      const { state } = value;
      if (state?.kind === 'list' || state?.kind === 'set') return state.items && all(state.items);
      if (state?.kind !== 'dict' || state.open) return undefined;
      const values = all([...state.entries.values()].map((one) => one.value));
      const keys = [...state.entries.values()].map(({ key }) => (key.kind === 'text' ? key.value : JSON.stringify(plain(key))));
      return values && Object.fromEntries(keys.map((key, i) => [key, values[i]]));
    }
    default:
      return undefined;
  }
}

function all(values: readonly Value[]): unknown[] | undefined {
  const items = values.map((one) => (one.kind === 'none' ? null : plain(one)));
  return items.includes(undefined) ? undefined : items;
}

const number = (x: number): unknown => (Number.isFinite(x) ? x : Number.isNaN(x) ? 'NaN' : x > 0 ? 'Infinity' : '-Infinity');

function nest(data: readonly number[], shape: readonly number[], isBool: boolean): unknown {
  const [size, ...rest] = shape;
  if (size === undefined) return isBool ? data[0] !== 0 : number(data[0] ?? Number.NaN);
  const step = size === 0 ? 0 : data.length / size;
  return Array.from({ length: size }, (_, i) => nest(data.slice(i * step, (i + 1) * step), rest, isBool));
}

const hasType = ({ dtype, shape }: Shown, value: Value): boolean =>
  value.kind !== 'array' || (dtype === value.dtype && JSON.stringify(shape) === JSON.stringify(value.shape));
