import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Literal, libraries, type Parameter, parseSignature } from '../src/index.ts';

/** Real signatures, several where the function is overloaded; written by golden/signatures.py. */
type RealParameter = readonly [name: string, kind: string, fallback?: Literal | { readonly other: string }];
const golden: { missing: string[]; signatures: Record<string, RealParameter[][]> } = JSON.parse(
  readFileSync(new URL('../golden/signatures.json', import.meta.url), 'utf8'),
);
const real = new Map(Object.entries(golden.signatures));
const judged = new Set(['torch', 'numpy', 'scipy', 'sklearn']);

/** Where the judge's version differs from the one described, or reality has no signature to compare with. */
const excused = new Map<string, string>([
  ['numpy.arange', 'its documentation writes optional leading arguments, which are no Python'],
  ['numpy.array', 'likewise'],
  ['torch.tensor', 'the stub lets dtype stand second, the function does not'],
  ['torch.Tensor.new_tensor', 'likewise'],
  ['torch.einsum', 'it takes *args, the documentation names them'],
  ['torch.tensor_split', 'overloads name the second argument differently'],
  ['torch.Tensor.tensor_split', 'likewise'],
  ['torch.finfo', 'a type without signature'],
  ...[
    'concatenate',
    'ndarray.dot',
    'ndarray.reshape',
    'random.Generator',
    'random.RandomState',
    'random.rand',
    'random.randn',
  ].map((name) => [`numpy.${name}`, 'written in C without a signature, or with several'] as const),
  ...['rand', 'randn'].map((name) => [`numpy.random.RandomState.${name}`, 'likewise'] as const),
  ['torch.nn.utils.parametrizations.weight_norm', 'since 2.0'],
  ...['torch.nn.GRU', 'torch.nn.Identity', 'torch.nn.LSTM', 'torch.nn.RNN'].map((name) => [name, 'made from *args'] as const),
  ...[1, 2, 3].map((rank) => [`torch.nn.functional.adaptive_max_pool${rank}d`, 'dispatched from *args'] as const),
  ...['Bool', 'Byte', 'Double', 'Float', 'Half', 'Int', 'Long'].map(
    (type) => [`torch.${type}Tensor`, 'a legacy type without signature'] as const,
  ),
]);
/** Options that change nothing we follow and that hardly anybody gives. */
const ignored = new Set([
  'names',
  'memory_format',
  'pin_memory',
  'out',
  'layout',
  'generator',
  'casting',
  'order',
  'subok',
  'where',
  'like',
  'dtype',
  'signature',
  'extobj',
  'initial',
  'sparse_grad',
  '_stacklevel',
  'implicit',
]);

const described = libraries.flatMap((library) =>
  library.rows.flatMap((row) => {
    if (row.kind === 'constant' || !judged.has(row.name.split('.')[0] ?? '')) return [];
    const own = [{ name: row.name, signature: row.signature, since: row.since }];
    if (row.kind === 'function') return row.property ? [] : own;
    const methods = Object.entries(row.methods ?? {})
      .filter(([, method]) => !method.property)
      .map(([name, method]) => ({
        ...method,
        name: `${row.name}.${name}`,
        since: method.since ?? row.since,
      }));
    const call = row.call === undefined ? [] : [{ ...row.call, name: `${row.name}()`, since: row.since }];
    return [...own, ...call, ...methods];
  }),
);

describe('against the real libraries', () => {
  test('every name exists there, or is newer', () => {
    const newer = new Set(described.filter(({ since }) => since !== undefined).map(({ name }) => name));
    const absent = golden.missing.filter((name) => !excused.has(name) && !newer.has(name));
    expect(absent).toEqual([]);
    expect(described.filter(({ name }) => !real.has(name) && !golden.missing.includes(name)).map(({ name }) => name)).toEqual([]);
  });

  test('parameters have the names, the order and the defaults of the real ones', () => {
    const problems = described.flatMap(({ name, signature }) => {
      const overloads = real.get(name);
      if (overloads === undefined || excused.has(name)) return [];
      const parameters = parseSignature(signature).filter((parameter) => parameter.name !== 'self');
      const found = overloads.map((overload) =>
        difference(
          parameters,
          overload.filter(([each]) => each !== 'self'),
        ),
      );
      return found.includes(undefined) ? [] : [`${name}${signature}: ${found.at(-1)} (${JSON.stringify(overloads.at(-1))})`];
    });
    expect(problems).toEqual([]);
  });
});

/** What differs, or undefined. The described signature may have more (other overloads, later versions), never less. */
function difference(parameters: readonly Parameter[], overload: readonly RealParameter[]): string | undefined {
  let position = -1;
  for (const [name, kind, fallback] of overload) {
    if (kind === 'restDict') continue;
    const index = parameters.findIndex((parameter) => parameter.name === name || `${parameter.name}_` === name);
    const parameter = parameters[index];
    if (parameter === undefined && kind === 'keywordOnly' && ignored.has(name)) continue;
    if (parameter === undefined && parameters.some((each) => each.kind === 'restDict')) continue;
    if (parameter === undefined) return `${name} is missing`;
    if (kind === 'rest' && parameter.kind !== 'rest') return `${name} takes all the rest`;
    if (kind === 'positional' && parameter.kind === 'keywordOnly') return `${name} can be given by position`;
    if (kind === 'positional' || kind === 'positionalOnly') {
      if (index < position) return `${name} stands elsewhere`;
      position = index;
    }
    if (fallback === undefined || (typeof fallback === 'object' && fallback !== null && 'other' in fallback)) continue;
    if (parameter.default === undefined && !parameter.required) continue;
    if (JSON.stringify(parameter.default) !== JSON.stringify(fallback))
      return `${name} is ${JSON.stringify(fallback)} by default`;
  }
  return undefined;
}
