import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Literal, libraries, type Parameter, parseSignature } from '../src/index.ts';

/** Real signatures, several where the function is overloaded. Written by golden/signatures.py and golden/sources.py. */
type RealParameter = readonly [name: string, kind: string, fallback?: Literal | { readonly other: string }];
interface Golden {
  readonly signatures: Readonly<Record<string, readonly (readonly RealParameter[])[]>>;
  readonly missing?: readonly string[];
}
const imported = read('signatures.json');
const quoted = read('sources.json');
const importable = new Set(['torch', 'numpy', 'scipy', 'sklearn']);

/** Where the judge's version differs from the one described, or reality has no signature to compare with. */
const excused = new Map<string, string>([
  ['numpy.arange', 'its documentation writes optional leading arguments, which are no Python'],
  ['numpy.array', 'likewise'],
  ['jax.numpy.array', 'it takes *args to say that they are too many'],
  ['torch.Tensor', 'a type without signature'],
  ['torch.autograd.Variable', 'likewise'],
  ['torch.autograd.variable.Variable', 'likewise'],
  ['torch.device', 'likewise'],
  ['torch.Generator', 'likewise'],
  ['torch.tensor', 'the stub lets dtype stand second, the function does not'],
  ['torch.Tensor.new_tensor', 'likewise'],
  ['torch.einsum', 'it takes *args, the documentation names them'],
  ['torch.tensor_split', 'overloads name the second argument differently'],
  ['torch.Tensor.tensor_split', 'likewise'],
  ['torch.finfo', 'a type without signature'],
  ['torch.iinfo', 'likewise'],
  ['torch.nn.utils.parametrizations.weight_norm', 'since 2.0'],
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
  ...[
    ...['bernoulli.pmf', 'binom.pmf', 'poisson.pmf'],
    ...['expon', 'logistic', 'norm', 'uniform'].flatMap((name) =>
      ['pdf', 'logpdf', 'cdf', 'sf', 'ppf'].map((method) => `${name}.${method}`),
    ),
  ].map((name) => [`scipy.stats.${name}`, 'shape parameters come in *args, the documentation names them'] as const),
  ['torch.unique_consecutive', 'dispatched from *args'],
  ...['GRU', 'Identity', 'LSTM', 'RNN'].map((name) => [`torch.nn.${name}`, 'made from *args'] as const),
  ...[1, 2, 3].map((rank) => [`torch.nn.functional.adaptive_max_pool${rank}d`, 'dispatched from *args'] as const),
  ...['Bool', 'Byte', 'Double', 'Float', 'Half', 'Int', 'Long'].map(
    (type) => [`torch.${type}Tensor`, 'a legacy type without signature'] as const,
  ),
]);
/** Keyword options that change nothing we follow and that hardly anybody gives. */
const ignored = new Set(
  'names memory_format pin_memory out layout generator casting order subok where like dtype signature extobj initial sparse_grad implicit out_sharding precision preferred_element_type method wrap_negative_indices algorithm'.split(
    ' ',
  ),
);

const described = libraries.flatMap((library) =>
  library.rows.flatMap((row) => {
    if (row.kind === 'constant' || (row.kind === 'function' && row.property)) return [];
    const own = [{ name: row.name, signature: row.signature, since: row.since }];
    if (row.kind === 'function') return own;
    const methods = Object.entries(row.methods ?? {}).filter(([, method]) => !method.property);
    return [
      ...own,
      ...(row.call === undefined ? [] : [{ ...row.call, name: `${row.name}()`, since: row.since }]),
      ...methods.map(([name, method]) => ({ ...method, name: `${row.name}.${name}`, since: method.since ?? row.since })),
    ];
  }),
);

describe('PyTorch, NumPy, SciPy and scikit-learn as installed', () => {
  test('every name exists, or is newer', () => {
    const newer = new Set(described.filter(({ since }) => since !== undefined).map(({ name }) => name));
    expect(imported.missing?.filter((name) => !excused.has(name) && !newer.has(name))).toEqual([]);
  });

  test('every row has been compared (run the script golden when not)', () => {
    const known = new Set([...Object.keys(imported.signatures), ...(imported.missing ?? [])]);
    expect(
      described.filter(({ name }) => importable.has(name.split('.')[0] ?? '') && !known.has(name)).map(({ name }) => name),
    ).toEqual([]);
  });

  test('parameters have the names, the order and the defaults of the real ones', () => {
    expect(differences(imported)).toEqual([]);
  });
});

test('Keras, JAX, Optax, Flax, Distrax, TensorFlow Probability, torchmetrics and Lightning as their sources write them', () => {
  expect(Object.keys(quoted.signatures).length).toBeGreaterThan(300);
  expect(differences(quoted)).toEqual([]);
});

function read(file: string): Golden {
  return JSON.parse(readFileSync(new URL(`../golden/${file}`, import.meta.url), 'utf8'));
}

function differences(golden: Golden): readonly string[] {
  return described.flatMap(({ name, signature }) => {
    const overloads = Object.hasOwn(golden.signatures, name) ? (golden.signatures[name] ?? []) : [];
    if (overloads.length === 0 || excused.has(name)) return [];
    const parameters = parseSignature(signature).filter((parameter) => parameter.name !== 'self');
    const found = overloads.map((overload) =>
      difference(
        parameters,
        overload.filter(([each]) => each !== 'self'),
      ),
    );
    return found.includes(undefined) ? [] : [`${name}${signature}: ${found.at(-1)} (${JSON.stringify(overloads.at(-1))})`];
  });
}

/** What differs, or undefined. The described signature may have more (other overloads, other versions), never less. */
function difference(parameters: readonly Parameter[], overload: readonly RealParameter[]): string | undefined {
  let position = -1;
  for (const [place, [name, kind, fallback]] of overload.entries()) {
    if (kind === 'restDict') continue;
    const named = parameters.findIndex((parameter) => parameter.name === name || `${parameter.name}_` === name);
    const index = kind === 'positionalOnly' ? place : named;
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
    if (parameter.default === undefined && !parameter.required) continue;
    if (name === 'data_format' && fallback === null) continue;
    if (fallback === undefined || (typeof fallback === 'object' && fallback !== null && 'other' in fallback)) continue;
    if (JSON.stringify(parameter.default) !== JSON.stringify(fallback))
      return `${name} is ${JSON.stringify(fallback)} by default`;
  }
  return undefined;
}

test('TensorFlow.js as its declarations write it', () => {
  const declared: { signatures: Record<string, [name: string, optional: boolean][]> } = JSON.parse(
    readFileSync(new URL('../golden/declarations.json', import.meta.url), 'utf8'),
  );
  const compared = described.filter(({ name }) => name in declared.signatures);
  expect(compared.length).toBeGreaterThan(100);
  const wrong = compared.flatMap(({ name, signature }) => {
    const parameters = parseSignature(signature).filter((parameter) => parameter.name !== 'self');
    const real = declared.signatures[name] ?? [];
    const same = real.every(
      ([each, optional], index) =>
        parameters[index]?.name === each && (parameters[index].required || optional || parameters[index].kind === 'rest'),
    );
    return same && parameters.length === real.length ? [] : [`${name}${signature}: ${JSON.stringify(real)}`];
  });
  expect(wrong).toEqual([]);
});
