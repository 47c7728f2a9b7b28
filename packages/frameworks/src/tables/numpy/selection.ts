import type { Row } from '../../schema.ts';
import { method, np } from './site.ts';

const sorted = '(a: x, axis=-1, kind: _kind=None, order: _order=None)';

export const rows: readonly Row[] = [
  np('sort', sorted, 'sort'),
  np('argsort', sorted, 'argsort'),
  np('partition', "(a: x, kth, axis=-1, kind: _kind='introselect', order: _order=None)", 'partition'),
  np('argpartition', "(a: x, kth, axis=-1, kind: _kind='introselect', order: _order=None)", 'argpartition'),
  np(
    'unique',
    '(ar: x, return_index: returnIndex=False, return_inverse: returnInverse=False, return_counts: returnCounts=False, axis=None, *, equal_nan: _equal_nan=True)',
    'unique',
  ),
  np('bincount', '(x, weights=None, minlength=0)', 'bincount'),
  np('searchsorted', "(a: x, v: y, side='left', sorter: _sorter=None)", 'searchsorted'),
  np('digitize', '(x, bins, right=False)', 'digitize'),
  np('isin', '(element: x, test_elements: y, assume_unique: _assume_unique=False, invert=False, *, kind: _kind=None)', 'isin'),
  np('where', '(condition, x=..., y=...)', 'where'),
  np('select', '(condlist: conditions, choicelist: choices, default=0)', 'select'),
  np('nonzero', '(a: x)', 'nonzero', { fixed: { asTuple: true } }),
  np('argwhere', '(a: x)', 'nonzero', { fixed: { asTuple: false } }),
  np('take', "(a: x, indices, axis=None, out: _out=None, mode='raise')", 'take'),
  np('take_along_axis', '(arr: x, indices, axis)', 'takeAlong'),
  np('put_along_axis', '(arr: x, indices, values: value, axis)', 'putAlong'),
  np('diag', '(v: x, k: offset=0)', 'diag'),
  np('diagonal', '(a: x, offset=0, axis1=0, axis2=1)', 'diagonal'),
  np('tril', '(m: x, k: offset=0)', 'tril'),
  np('triu', '(m: x, k: offset=0)', 'triu'),
  method('sort', '(self: x, axis=-1, kind: _kind=None, order: _order=None)', 'sortInPlace'),
  method('argsort', '(self: x, axis=-1, kind: _kind=None, order: _order=None)', 'argsort'),
  method('take', "(self: x, indices, axis=None, out: _out=None, mode='raise')", 'take'),
  method('nonzero', '(self: x)', 'nonzero', { fixed: { asTuple: true } }),
  method('diagonal', '(self: x, offset=0, axis1=0, axis2=1)', 'diagonal'),
];
