import { functionsOf } from '../row.ts';

const before = 'https://numpy.org/doc/stable/reference/generated/numpy.';
export const np = functionsOf('numpy', { before, after: '.html' });
export const method = functionsOf('numpy.ndarray', { before: `${before}ndarray.`, after: '.html' });
export const random = functionsOf('numpy.random', { before: 'https://numpy.org/doc/stable/reference/random/legacy.html' });
export const linalg = functionsOf('numpy.linalg', { before: `${before}linalg.`, after: '.html' });

/** What universal functions take besides their operands. */
export const ufuncOptions = 'out: _out=None, *, where: _where=True, dtype=None, **options: _options';
