import type { Library } from '../../schema.ts';
import { rows as activation } from './activation.ts';
import { rows as gluon } from './gluon.ts';

/** Layers, losses and activations; of the arrays themselves nothing is claimed. */
export const mxnet: Library = {
  name: 'mxnet',
  modules: ['mxnet'],
  conventional: {},
  moduleAliases: [
    ['mxnet.nd', 'mxnet.ndarray'],
    ['mxnet.npx', 'mxnet.numpy_extension'],
  ],
  dialect: { tensor: 'mxnet.ndarray.NDArray', defaultFloat: 'float32', defaultInt: 'int64', promotion: 'numpy', print: 'numpy' },
  rows: [...activation, ...gluon],
};
