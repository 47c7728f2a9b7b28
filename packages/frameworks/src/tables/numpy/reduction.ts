import type { Row } from '../../schema.ts';
import { classIndex } from '../spaces.ts';
import { linalg, method, np } from './site.ts';

const keep = 'keepdims=...';
const full = `(a: x, axis=None, dtype=None, out: _out=None, ${keep}, initial=..., where=...)`;
const extreme = `(a: x, axis=None, out: _out=None, ${keep}, initial=..., where=...)`;
const truth = `(a: x, axis=None, out: _out=None, ${keep}, *, where=...)`;
const spread = `(a: x, axis=None, dtype=None, out: _out=None, ddof: correction=0, ${keep}, *, where: _where=...)`;
const index = '(a: x, axis=None, out: _out=None, *, keepdims=...)';

const functions: readonly Row[] = [
  np('sum', full, 'sum'),
  np('prod', full, 'prod'),
  np('mean', `(a: x, axis=None, dtype=None, out: _out=None, ${keep}, *, where=...)`, 'mean'),
  np('average', '(a: x, axis=None, weights=None, returned=False, *, keepdims=...)', 'average'),
  np('std', spread, 'std'),
  np('var', spread, 'var'),
  np('max', extreme, 'max'),
  np('amax', extreme, 'max'),
  np('min', extreme, 'min'),
  np('amin', extreme, 'min'),
  np('ptp', `(a: x, axis=None, out: _out=None, ${keep})`, 'ptp'),
  np('argmax', index, 'argmax', { gives: [classIndex] }),
  np('argmin', index, 'argmin'),
  np('nanargmax', index.replace('keepdims=', 'keepdims: _keepdims='), 'nanargmax', { gives: [classIndex] }),
  np('nanargmin', index.replace('keepdims=', 'keepdims: _keepdims='), 'nanargmin'),
  np('all', truth, 'all'),
  np('any', truth, 'any'),
  np('median', '(a: x, axis=None, out: _out=None, overwrite_input: _overwrite=False, keepdims=False)', 'median'),
  np(
    'quantile',
    "(a: x, q, axis=None, out: _out=None, overwrite_input: _overwrite=False, method='linear', keepdims=False, *, interpolation: _interpolation=None)",
    'quantile',
  ),
  np(
    'percentile',
    "(a: x, q, axis=None, out: _out=None, overwrite_input: _overwrite=False, method='linear', keepdims=False, *, interpolation: _interpolation=None)",
    'quantile',
    {
      fixed: { percent: true },
    },
  ),
  np('count_nonzero', '(a: x, axis=None, *, keepdims=False)', 'countNonzero'),
  np('nansum', full.replace('initial=', 'initial: _initial=').replace('where=', 'where: _where='), 'nansum'),
  np('nanmean', `(a: x, axis=None, dtype=None, out: _out=None, ${keep}, *, where: _where=...)`, 'nanmean'),
  np('nanmax', extreme.replace('initial=', 'initial: _initial=').replace('where=', 'where: _where='), 'nanmax'),
  np('nanmin', extreme.replace('initial=', 'initial: _initial=').replace('where=', 'where: _where='), 'nanmin'),
  np('nanstd', spread, 'nanstd'),
  np('nanvar', spread, 'nanvar'),
  np('cumsum', '(a: x, axis=None, dtype=None, out: _out=None)', 'cumsum'),
  np('cumprod', '(a: x, axis=None, dtype=None, out: _out=None)', 'cumprod'),
  np('diff', '(a: x, n=1, axis=-1, prepend: _prepend=..., append: _append=...)', 'diff'),
  np('trace', '(a: x, offset: _offset=0, axis1: _axis1=0, axis2: _axis2=1, dtype: _dtype=None, out: _out=None)', 'trace'),
  linalg('norm', '(x, ord: order=None, axis=None, keepdims=False)', 'norm', { fixed: { matrix: true } }),
  linalg('det', '(a: x)', 'det'),
  linalg('inv', '(a: x)', 'inverse'),
  linalg('solve', '(a: x, b: y)', 'solve'),
];

const accumulate = 'keepdims=False, initial=..., where=True';
const methods: readonly Row[] = [
  method('sum', `(self: x, axis=None, dtype=None, out: _out=None, ${accumulate})`, 'sum'),
  method('prod', `(self: x, axis=None, dtype=None, out: _out=None, ${accumulate})`, 'prod'),
  method('mean', '(self: x, axis=None, dtype=None, out: _out=None, keepdims=False, *, where=True)', 'mean'),
  method(
    'std',
    '(self: x, axis=None, dtype=None, out: _out=None, ddof: correction=0, keepdims=False, *, where: _where=True)',
    'std',
  ),
  method(
    'var',
    '(self: x, axis=None, dtype=None, out: _out=None, ddof: correction=0, keepdims=False, *, where: _where=True)',
    'var',
  ),
  method('max', `(self: x, axis=None, out: _out=None, ${accumulate})`, 'max'),
  method('min', `(self: x, axis=None, out: _out=None, ${accumulate})`, 'min'),
  method('ptp', '(self: x, axis=None, out: _out=None, keepdims=False)', 'ptp'),
  method('argmax', '(self: x, axis=None, out: _out=None, *, keepdims=False)', 'argmax', { gives: [classIndex] }),
  method('argmin', '(self: x, axis=None, out: _out=None, *, keepdims=False)', 'argmin'),
  method('all', '(self: x, axis=None, out: _out=None, keepdims=False, *, where=True)', 'all'),
  method('any', '(self: x, axis=None, out: _out=None, keepdims=False, *, where=True)', 'any'),
  method('cumsum', '(self: x, axis=None, dtype=None, out: _out=None)', 'cumsum'),
  method('cumprod', '(self: x, axis=None, dtype=None, out: _out=None)', 'cumprod'),
  method('round', '(self: x, decimals=0, out: _out=None)', 'round'),
  method('clip', '(self: x, min: low=None, max: high=None, out: _out=None, **kwargs: _kwargs)', 'clip'),
  method('dot', '(self: x, b: y, out: _out=None)', 'dot'),
  method('trace', '(self: x, offset: _offset=0, axis1: _axis1=0, axis2: _axis2=1, dtype: _dtype=None, out: _out=None)', 'trace'),
];

export const rows: readonly Row[] = [...functions, ...methods];
