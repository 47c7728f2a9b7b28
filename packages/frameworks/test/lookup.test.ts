import { describe, expect, test } from 'vitest';
import {
  type ClassRow,
  classMembers,
  conventionalAliases,
  conventionalAliasesOfJavaScript,
  isNamespace,
  library,
  libraryOfModule,
  lookup,
  methodRow,
} from '../src/index.ts';

const nameOf = (qualifiedName: string) => lookup(qualifiedName)?.row.name;
const classOf = (name: string): ClassRow => {
  const row = lookup(name)?.row;
  if (row?.kind !== 'class') throw new Error(`${name} is no class`);
  return row;
};

describe('a row is found', () => {
  test.each([
    ['by its name', 'torch.nn.functional.softmax', 'torch.nn.functional.softmax'],
    ['by another name of its own', 'numpy.asanyarray', 'numpy.asarray'],
    ['through an alias of its module', 'tensorflow.keras.layers.Dense', 'keras.layers.Dense'],
    ['through two', 'tensorflow.compat.v1.keras.losses.binary_crossentropy', 'keras.losses.binary_crossentropy'],
    ['where TensorFlow 1 had it', 'tensorflow.losses.softmax_cross_entropy', 'tensorflow.compat.v1.losses.softmax_cross_entropy'],
    ['where TensorFlow 2 has it', 'tensorflow.losses.BinaryCrossentropy', 'keras.losses.BinaryCrossentropy'],
    ['from the module that defines it', 'torch.nn.modules.loss.CrossEntropyLoss', 'torch.nn.CrossEntropyLoss'],
    ['through the older package', 'pytorch_lightning.LightningModule', 'lightning.pytorch.LightningModule'],
    ['from another package that exports it', 'flax.linen.log_softmax', 'jax.nn.log_softmax'],
    ['in a package whose name has a slash', '@tensorflow/tfjs-node.softmax', '@tensorflow/tfjs.softmax'],
  ])('%s', (_how, asked, name) => {
    expect(nameOf(asked)).toBe(name);
  });

  test('or not', () => {
    expect(lookup('torch.nn.functional.soft')).toBeUndefined();
    expect(lookup('mine.softmax')).toBeUndefined();
    expect(lookup('')).toBeUndefined();
    expect(lookup('torch.constructor')).toBeUndefined();
  });
});

test('namespaces are what rows stand in', () => {
  expect(['torch', 'torch.nn', 'tensorflow.keras.layers', 'scipy.special'].filter((name) => !isNamespace(name))).toEqual([]);
  expect(['torch.nothing', 'torch.nn.functional.softmax', 'mine'].filter(isNamespace)).toEqual([]);
});

test('SciPy and scikit-learn make arrays of NumPy, Keras of TensorFlow, Flax and Optax of JAX', () => {
  const owners = ['scipy', 'sklearn', 'keras', 'flax', 'optax', '@softlens/core', 'mine'].map(
    (module) => libraryOfModule(module)?.name,
  );
  expect(owners).toEqual(['numpy', 'numpy', 'tensorflow', 'jax', 'jax', 'core', undefined]);
});

test('methods of arrays are rows of their library', () => {
  const [torch, softlens] = [library('torch'), library('softlens')];
  if (torch === undefined || softlens === undefined) throw new Error('a library is missing');
  expect(methodRow(torch, 'softmax')?.op).toBe('softmax');
  expect(methodRow(torch, 'sigmoid_')?.inPlace).toBe(true);
  expect(methodRow(torch, 'nothing')).toBeUndefined();
  expect(methodRow(softlens, 'sum')?.name).toBe('numpy.ndarray.sum');
});

test('classes have what their bases have, the nearest first', () => {
  const straightThrough = classMembers(classOf('torch.distributions.OneHotCategoricalStraightThrough'));
  expect(straightThrough.methods.get('log_prob')?.op).toBe('distributionLogProb');
  expect(straightThrough.methods.get('probs')?.property).toBe(true);
  expect(classMembers(classOf('torch.nn.Linear'))).toMatchObject({
    protocol: 'module',
    ancestry: ['torch.nn.Linear', 'torch.nn.Module'],
  });
  expect(classMembers(classOf('keras.Sequential')).protocol).toBe('kerasSequential');
});

test('conventional names depend on the language', () => {
  expect([conventionalAliases.F, conventionalAliases.tf, conventionalAliases.softmax]).toEqual([
    'torch.nn.functional',
    'tensorflow',
    'softlens.softmax',
  ]);
  expect([conventionalAliasesOfJavaScript.tf, conventionalAliasesOfJavaScript.softmax]).toEqual([
    '@tensorflow/tfjs',
    '@softlens/core.softmax',
  ]);
});
