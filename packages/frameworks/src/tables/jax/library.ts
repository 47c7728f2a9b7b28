import type { Library } from '../../schema.ts';
import { rows as activation } from './activation.ts';
import { rows as creation } from './creation.ts';
import { rows as distrax } from './distrax.ts';
import { rows as flax } from './flax.ts';
import { rows as numpy } from './numpy.ts';
import { rows as optax } from './optax.ts';
import { rows as random } from './random.ts';

export const jax: Library = {
  name: 'jax',
  modules: ['jax', 'flax', 'optax', 'distrax'],
  conventional: { jax: 'jax', jnp: 'jax.numpy', optax: 'optax', flax: 'flax', distrax: 'distrax', lax: 'jax.lax' },
  moduleAliases: [],
  dialect: { tensor: 'jax.Array', defaultFloat: 'float32', defaultInt: 'int32', promotion: 'jax', print: 'jax' },
  rows: [...activation, ...creation, ...numpy, ...random, ...optax, ...flax, ...distrax],
};
