import type { Library } from '../../schema.ts';
import { rows } from './plain.ts';

/** Names without an import in sight (`softmax([2, 1, 0.1])` in a README), taken at their word: float64, along the last axis. */
export const softlens: Library = {
  name: 'softlens',
  modules: ['softlens'],
  conventional: Object.fromEntries(rows.map((row) => [row.name.slice('softlens.'.length), row.name])),
  dialect: { tensor: 'numpy.ndarray', defaultFloat: 'float64', defaultInt: 'int64', promotion: 'numpy', print: 'numpy' },
  rows,
};
