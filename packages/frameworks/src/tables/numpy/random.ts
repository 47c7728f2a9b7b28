import type { FunctionRow, Row } from '../../schema.ts';
import { type ClassExtras, call, classesOf } from '../row.ts';
import { wantsDistribution } from '../spaces.ts';
import { random } from './site.ts';

const normal = { fixed: { distribution: 'normal' } };
const uniform = { fixed: { distribution: 'uniform' } };
const integers = { fixed: { distribution: 'integers' } };
/** `p=` must sum to one (row 23). */
const weighted = { accepts: [wantsDistribution('weights')] };

type Spec = readonly [name: string, signature: string, op?: FunctionRow['op'], extras?: Partial<FunctionRow>];

const legacy: readonly Row[] = [
  random('seed', '(seed: _seed=None)', 'effect'),
  random('rand', '(*args: shape)', 'random', uniform),
  random('randn', '(*args: shape)', 'random', normal),
  random('randint', '(low, high=None, size: shape=None, dtype=...)', 'random', integers),
  random('random', '(size: shape=None)', 'random', uniform),
  random('random_sample', '(size: shape=None)', 'random', uniform),
  random('normal', '(loc=0.0, scale=1.0, size: shape=None)', 'random', normal),
  random('standard_normal', '(size: shape=None)', 'random', normal),
  random('uniform', '(low=0.0, high=1.0, size: shape=None)', 'random', uniform),
  random('choice', '(a: x, size: shape=None, replace=True, p: weights=None)', 'choice', weighted),
  random('permutation', '(x)', 'permutation'),
  random('shuffle', '(x: _x)', 'effect'),
  random('beta', '(a: _a, b: _b, size: shape=None)', 'random', { fixed: { distribution: 'beta' } }),
  random('binomial', '(n: _n, p: _p, size: shape=None)', 'random', { fixed: { distribution: 'binomial' } }),
  random('multinomial', '(n: _n, pvals: _pvals, size: _size=None)'),
  random('dirichlet', '(alpha: _alpha, size: _size=None)'),
];

const generator: readonly Spec[] = [
  ['random', '(size: shape=None, dtype=..., out: _out=None)', 'random', uniform],
  ['normal', '(loc=0.0, scale=1.0, size: shape=None)', 'random', normal],
  ['standard_normal', '(size: shape=None, dtype=..., out: _out=None)', 'random', normal],
  ['uniform', '(low=0.0, high=1.0, size: shape=None)', 'random', uniform],
  ['integers', '(low, high=None, size: shape=None, dtype=..., endpoint: _endpoint=False)', 'random', integers],
  ['choice', '(a: x, size: shape=None, replace=True, p: weights=None, axis=0, shuffle: _shuffle=True)', 'choice', weighted],
  ['permutation', '(x, axis=0)', 'permutation'],
  ['shuffle', '(x: _x, axis: _axis=0)', 'effect'],
];

const site = { before: 'https://numpy.org/doc/stable/reference/random/generator.html' };
const cls = classesOf('numpy.random', site);
const methods: ClassExtras['methods'] = Object.fromEntries(
  generator.map(([name, signature, op, extras]) => [
    name,
    { ...call(signature), ...(op === undefined ? {} : { op }), ...extras },
  ]),
);

export const rows: readonly Row[] = [
  ...legacy,
  cls('Generator', '(bit_generator: _bit_generator=None)', { methods, also: ['numpy.random.default_rng'] }),
  cls('RandomState', '(seed: _seed=None)', {
    methods: Object.fromEntries(
      legacy.flatMap((row) =>
        row.kind === 'function' ? [[row.name.slice('numpy.random.'.length), withoutName(row)] as const] : [],
      ),
    ),
  }),
];

function withoutName(row: FunctionRow): NonNullable<ClassExtras['methods']>[string] {
  const { signature, op, fixed, accepts } = row;
  return {
    signature,
    ...(op === undefined ? {} : { op }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(accepts === undefined ? {} : { accepts }),
  };
}
