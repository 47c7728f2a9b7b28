import type { Library } from './schema.ts';
import { jax } from './tables/jax/library.ts';
import { mxnet } from './tables/mxnet/library.ts';
import { numpy } from './tables/numpy/library.ts';
import { core } from './tables/softlens/core.ts';
import { softlens } from './tables/softlens/library.ts';
import { tensorflow } from './tables/tensorflow/library.ts';
import { tfjs } from './tables/tfjs/library.ts';
import { torch } from './tables/torch/library.ts';

/** One library for each kind of array: SciPy and scikit-learn speak NumPy's, Keras TensorFlow's, Flax and Optax JAX's. */
export const libraries: readonly Library[] = [torch, numpy, tensorflow, jax, mxnet, tfjs, core, softlens];
