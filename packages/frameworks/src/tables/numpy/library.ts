import type { Library } from '../../schema.ts';
import { rows as special } from '../scipy/special.ts';
import { rows as stats } from '../scipy/stats.ts';
import { rows as estimator } from '../sklearn/estimator.ts';
import { rows as metric } from '../sklearn/metric.ts';
import { rows as preprocessing } from '../sklearn/preprocessing.ts';
import { rows as creation } from './creation.ts';
import { rows as math } from './math.ts';
import { rows as random } from './random.ts';
import { rows as reduction } from './reduction.ts';
import { rows as selection } from './selection.ts';
import { rows as shape } from './shape.ts';

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
  moduleAliases: [
    ['scipy.special._basic', 'scipy.special'],
    ['scipy.misc', 'scipy.special'],
    ['numpy.matlib', 'numpy'],
  ],
  dialect: { tensor: 'numpy.ndarray', defaultFloat: 'float64', defaultInt: 'int64', promotion: 'numpy', print: 'numpy' },
  rows: [
    ...creation,
    ...math,
    ...reduction,
    ...shape,
    ...selection,
    ...random,
    ...special,
    ...stats,
    ...metric,
    ...preprocessing,
    ...estimator,
  ],
};
