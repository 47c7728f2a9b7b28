import { readFileSync } from 'node:fs';
import type { BinaryOperator, CompareOperator } from '@softlens/syntax';
import { describe, expect, test } from 'vitest';
import { assignIndex, binaryOperation, compareOperation, indexArray, runOperation } from '../../src/operations/index.ts';
import type { Value } from '../../src/values/value.ts';
import { compare, contextOf, fromGolden, type Golden, type Verdict } from './golden-values.ts';

interface OperatorTable {
  readonly operands: readonly Golden[];
  readonly results: Readonly<Record<string, readonly (readonly Golden[])[]>>;
}
interface OperationsFile {
  readonly values: readonly Golden[];
  readonly cases: readonly (readonly [library: string, op: string, roles: Readonly<Record<string, number>>, result: number])[];
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../golden/${name}`, import.meta.url), 'utf8'));
}
const operators = read<Readonly<Record<string, OperatorTable>>>('operators.json');
const { values, cases } = read<OperationsFile>('operations.json');

const comparisons: ReadonlySet<string> = new Set(['<', '==', '>=']);

function isComparison(symbol: string): symbol is CompareOperator & ('<' | '==' | '>=') {
  return comparisons.has(symbol);
}
function isBinary(symbol: string): symbol is BinaryOperator {
  return !comparisons.has(symbol);
}

class Tally {
  readonly wrong: string[] = [];
  readonly silent: string[] = [];
  told = 0;

  add(verdict: Verdict, golden: Golden, name: string): void {
    if (typeof verdict === 'object') this.wrong.push(`${name}: ${verdict.wrong}; it is ${JSON.stringify(golden)}`);
    else if (golden[0] === 'error' || golden[0] === 'other' || verdict === 'agrees') this.told++;
    else this.silent.push(name);
  }

  get share(): number {
    return this.told / (this.told + this.silent.length + this.wrong.length);
  }
}

describe.each(Object.entries(operators))('%s operators, every pair of operand types', (library, { operands, results }) => {
  const context = contextOf(library);
  const inputs = operands.map(fromGolden);

  test.each(Object.entries(results))('%s', (symbol, rows) => {
    const tally = new Tally();
    for (const [i, row] of rows.entries()) {
      for (const [j, golden] of row.entries()) {
        const [left, right] = [inputs[i], inputs[j]];
        if (!left || !right) throw new Error('no operand');
        const actual = isComparison(symbol)
          ? compareOperation(symbol, left, right, context)
          : isBinary(symbol)
            ? binaryOperation(symbol, left, right, context)
            : undefined;
        if (actual)
          tally.add(compare(actual, golden), golden, `${JSON.stringify(operands[i])} ${symbol} ${JSON.stringify(operands[j])}`);
      }
    }
    expect(tally.wrong).toEqual([]);
    expect(tally.share, tally.silent.slice(0, 5).join('\n')).toBeGreaterThan(0.9);
  });
});

/** Units in the last place may be more here: sums of many rounded terms, whose order is the library's own, and functions that cancel. */
const loose: ReadonlySet<string> = new Set([
  'lgamma',
  'digamma',
  'logSoftmax',
  'gaussianNll',
  'cosineSimilarity',
  'klDiv',
  'sum',
  'mean',
  'std',
  'var',
  'norm',
  'nansum',
  'nanmean',
  'prod',
  'cumsum',
  'average',
  'matmul',
  'dot',
  'logSumExp',
  'cumprod',
]);

function evaluate(library: string, op: string, roles: ReadonlyMap<string, Value>): Value {
  const context = contextOf(library);
  const x = roles.get('x');
  const indices = roles.get('indices');
  if (!op.startsWith('[') || x?.kind !== 'array' || indices?.kind !== 'tuple') return runOperation(op, roles, context);
  return op === '[]'
    ? indexArray(x, indices.items, context)
    : assignIndex(x, indices.items, roles.get('value') ?? { kind: 'none' }, context);
}

const byOperation = new Map<string, OperationsFile['cases'][number][]>();
for (const row of cases) {
  const name = `${row[0]} ${row[1]}`;
  byOperation.set(name, [...(byOperation.get(name) ?? []), row]);
}

const all = new Tally();

test.each([...byOperation])('%s', (_, rows) => {
  const tally = new Tally();
  for (const [library, op, roles, result] of rows) {
    const golden = values[result] ?? ['none'];
    const args = new Map(Object.entries(roles).map(([role, at]) => [role, fromGolden(values[at] ?? ['none'])] as const));
    const actual = evaluate(library, op, args);
    const written = Object.entries(roles)
      .map(([role, at]) => `${role}=${JSON.stringify(values[at])}`)
      .join(' ');
    tally.add(compare(actual, golden, loose.has(op) ? (op === 'digamma' || op === 'lgamma' ? 64 : 8) : 1), golden, written);
  }
  expect(tally.wrong).toEqual([]);
  expect(tally.share, tally.silent.slice(0, 5).join('\n')).toBeGreaterThan(0.75);
  all.told += tally.told;
  all.silent.push(...tally.silent);
});

test('nearly all is told', () => {
  expect(all.share, all.silent.slice(0, 20).join('\n')).toBeGreaterThan(0.98);
});
