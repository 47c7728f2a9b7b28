import type { FunctionRow, Row } from '../../schema.ts';
import { rows as math } from '../numpy/math.ts';
import { rows as reduction } from '../numpy/reduction.ts';
import { rows as selection } from '../numpy/selection.ts';
import { rows as shape } from '../numpy/shape.ts';
import { ufuncOptions } from '../numpy/site.ts';
import { functionsOf } from '../row.ts';

const before = 'https://docs.jax.dev/en/latest/_autosummary/';
const jnp = functionsOf('jax.numpy', { before: `${before}jax.numpy.`, after: '.html' });
const lax = functionsOf('jax.lax', { before: `${before}jax.lax.`, after: '.html' });
const method = functionsOf('jax.Array', { before: `${before}jax.Array.html` });

/** What NumPy has and `jax.numpy` has not, or has differently (then it is below). */
const lacking = new Set([
  'maximum.accumulate',
  'testing.assert_allclose',
  'testing.assert_array_almost_equal',
  'clip',
  'argsort',
  'sort',
  'fabs',
  'matmul',
  'einsum',
  'dot',
  'reshape',
  'unique',
  'bincount',
  'histogram',
  'where',
  'take',
  'repeat',
  'expand_dims',
  'take_along_axis',
  'round',
  'isclose',
  'put_along_axis',
  'copyto',
  'place',
  'putmask',
  'put',
  'fill_diagonal',
  'nonzero',
  'argwhere',
  'ndarray.fill',
  'ndarray.sort',
  'ndarray.view',
  'ndarray.astype',
]);
const unusedHere = new Set(['subok', 'casting', 'like', 'kind', 'interpolation']);

/** `jax.numpy` mirrors NumPy's names, order and defaults, without what only concerns memory. */
function mirrored(row: Row): FunctionRow[] {
  const name = row.name.replace(/^numpy\./, '');
  if (row.kind !== 'function' || lacking.has(name)) return [];
  const isMethod = name.startsWith('ndarray.');
  const { source: _source, also, signature, op: _op, kind: _kind, name: _name, ...rest } = row;
  const names = also === undefined ? {} : { also: also.map((each) => each.replace(/^numpy\./, 'jax.numpy.')) };
  const build = isMethod ? method : jnp;
  return [
    build(isMethod ? name.slice('ndarray.'.length) : name, adapted(signature), undefined, {
      ...rest,
      ...names,
      ...(row.op === undefined ? {} : { op: row.op }),
    }),
  ];
}

function adapted(signature: string): string {
  const short = signature.replace(`, ${ufuncOptions}`, '').replace(/, \*\*\w+: \w+/, '');
  const pieces = short.slice(1, -1).split(/, (?![^(]*\))/);
  const kept = pieces.filter((piece) => !unusedHere.has(/^\w+/.exec(piece)?.[0] ?? ''));
  return `(${kept.filter((piece) => piece !== '*').join(', ')}, **options: _options)`;
}

const precision = 'precision: _precision=None, preferred_element_type: _preferred=None, out_sharding: _out_sharding=None';
const own: readonly Row[] = [
  jnp('clip', '(arr: x=None, /, min: low=None, max: high=None, *, a: _a=..., a_min: _a_min=..., a_max: _a_max=...)', 'clip'),
  jnp('sort', '(a: x, axis=-1, *, kind: _kind=None, order: _order=None, stable=True, descending=False)', 'sort'),
  jnp('argsort', '(a: x, axis=-1, *, kind: _kind=None, order: _order=None, stable=True, descending=False)', 'argsort'),
  jnp('matmul', `(a: x, b: y, *, ${precision})`, 'matmul'),
  jnp('dot', `(a: x, b: y, *, ${precision})`, 'dot'),
  jnp(
    'einsum',
    "(subscripts: equation, /, *operands, out: _out=None, optimize: _optimize='auto', precision: _precision=None, preferred_element_type: _preferred=None, _dot_general: _dot=..., out_sharding: _out_sharding=None)",
    'einsum',
  ),
  jnp('reshape', "(a: x, shape, order: _order='C', *, copy: _copy=None, out_sharding: _out_sharding=None)", 'reshape'),
  jnp(
    'unique',
    '(ar: x, return_index: returnIndex=False, return_inverse: returnInverse=False, return_counts: returnCounts=False, axis=None, *, equal_nan: _equal_nan=True, size: _size=None, fill_value: _fill=None, sorted=True)',
    'unique',
  ),
  jnp('bincount', '(x, weights=None, minlength=0, *, length: _length=None)', 'bincount'),
  jnp('where', '(condition, x=None, y=None, /, *, size: _size=None, fill_value: _fill=None)', 'where'),
  jnp(
    'take',
    '(a: x, indices, axis=None, out: _out=None, mode=None, unique_indices: _unique=False, indices_are_sorted: _sorted=False, fill_value: _fill=None)',
    'take',
  ),
  jnp('take_along_axis', '(arr: x, indices, axis=-1, mode: _mode=None, fill_value: _fill=None)', 'takeAlong'),
  jnp('repeat', '(a: x, repeats, axis=None, *, total_repeat_length: _total=None, out_sharding: _out_sharding=None)', 'repeat'),
  jnp('expand_dims', '(a: x, axis)', 'expandDims'),
  jnp('round', '(a: x, decimals=0, out: _out=None)', 'round', { also: ['jax.numpy.around'] }),
  jnp('isclose', '(a: x, b: y, rtol=1e-05, atol=1e-08, equal_nan: equalNan=False)', 'isclose'),
  jnp('histogram', '(a: x, bins=10, range=None, weights=None, density=None)', 'histogram'),
  jnp('nonzero', '(a: x, *, size: _size=None, fill_value: _fill=None)', 'nonzero', { fixed: { asTuple: true } }),
  jnp('argwhere', '(a: x, *, size: _size=None, fill_value: _fill=None)', 'nonzero', { fixed: { asTuple: false } }),
  jnp('astype', '(x, dtype, /, *, copy: _copy=False, device: _device=None)', 'cast'),
  jnp('vectorize', '(pyfunc: function, *, excluded: _excluded=..., signature: _signature=None)', 'vectorize'),
  jnp('linalg.norm', '(x, ord: order=None, axis=None, keepdims=False)', 'norm', { fixed: { matrix: true } }),
  method('astype', '(self: x, dtype, copy: _copy=False, device: _device=None)', 'cast'),
  method('block_until_ready', '(self: x)', 'identity'),
  lax('stop_gradient', '(x)', 'identity'),
  lax('top_k', '(operand: x, k, *, axis=-1)', 'topkWithIndex'),
  lax('exp', '(x, accuracy: _accuracy=None)', 'exp'),
  lax('log', '(x, accuracy: _accuracy=None)', 'log'),
  lax('rsqrt', '(x, accuracy: _accuracy=None)', 'rsqrt'),
  functionsOf('jax', { before: 'https://docs.jax.dev/en/latest/_autosummary/jax.jit.html' })(
    'jit',
    '(fun: x, **options: _options)',
    'identity',
  ),
  functionsOf('jax', { before: 'https://docs.jax.dev/en/latest/_autosummary/jax.', after: '.html' })(
    'device_get',
    '(x)',
    'convert',
    { fixed: { library: 'numpy' } },
  ),
  functionsOf('jax', { before: 'https://docs.jax.dev/en/latest/_autosummary/jax.', after: '.html' })(
    'device_put',
    '(x, device: _device=None, **options: _options)',
    'identity',
  ),
];

export const rows: readonly Row[] = [
  ...[...math, ...reduction, ...shape, ...selection]
    .filter((row) => row.name !== 'numpy.vectorize' && row.name !== 'numpy.linalg.norm')
    .flatMap(mirrored),
  ...own,
];
