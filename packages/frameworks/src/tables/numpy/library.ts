import type { Library } from '../../schema.ts';
import { rows as special } from '../scipy/special.ts';
import { rows as creation } from './creation.ts';

export const numpy: Library = {
  name: 'numpy',
  modules: ['numpy', 'scipy', 'sklearn'],
  conventional: {
    np: 'numpy',
    numpy: 'numpy',
    scipy: 'scipy',
    special: 'scipy.special',
    stats: 'scipy.stats',
    sklearn: 'sklearn',
  },
  moduleAliases: [['scipy.special._basic', 'scipy.special']],
  dialect: { tensor: 'numpy.ndarray', defaultFloat: 'float64', defaultInt: 'int64', promotion: 'numpy', print: 'numpy' },
  rows: [...creation, ...special],
};
