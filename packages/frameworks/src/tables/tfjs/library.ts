import type { Library } from '../../schema.ts';
import { rows as activation } from './activation.ts';
import { rows as array } from './array.ts';
import { identifiers, rows as layer } from './layer.ts';

export const tfjs: Library = {
  name: 'tfjs',
  modules: [
    '@tensorflow/tfjs',
    '@tensorflow/tfjs-core',
    '@tensorflow/tfjs-node',
    '@tensorflow/tfjs-node-gpu',
    '@tensorflow/tfjs-layers',
  ],
  conventional: { tf: '@tensorflow/tfjs' },
  moduleAliases: [
    ['@tensorflow/tfjs-core', '@tensorflow/tfjs'],
    ['@tensorflow/tfjs-node', '@tensorflow/tfjs'],
    ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs'],
    ['@tensorflow/tfjs-layers', '@tensorflow/tfjs'],
  ],
  dialect: {
    tensor: '@tensorflow/tfjs.Tensor',
    defaultFloat: 'float32',
    defaultInt: 'int32',
    promotion: 'javascript',
    print: 'javascript',
  },
  identifiers,
  rows: [...activation, ...array, ...layer],
};
