/** The dialect of an array's library: operators meet arrays of libraries other than the context's. */
import type { DType } from '@softlens/core';
import type { Dialect } from '@softlens/frameworks';

type Promotion = Dialect['promotion'];

interface Rules extends Pick<Dialect, 'promotion' | 'defaultFloat'> {
  /** Of JavaScript's whole numbers too: they are floats. */
  readonly defaultInt: DType;
}

const rules: Readonly<Record<string, Rules>> = {
  numpy: { promotion: 'numpy', defaultFloat: 'float64', defaultInt: 'int64' },
  torch: { promotion: 'torch', defaultFloat: 'float32', defaultInt: 'int64' },
  jax: { promotion: 'jax', defaultFloat: 'float32', defaultInt: 'int32' },
  tensorflow: { promotion: 'tensorflow', defaultFloat: 'float32', defaultInt: 'int32' },
  tfjs: { promotion: 'javascript', defaultFloat: 'float32', defaultInt: 'int32' },
  core: { promotion: 'javascript', defaultFloat: 'float64', defaultInt: 'float64' },
};

/** Libraries whose arrays are another's: SciPy and scikit-learn give NumPy's, Keras TensorFlow's, Flax and Optax JAX's. */
const arrayLibraries: Readonly<Record<string, string>> = {
  scipy: 'numpy',
  sklearn: 'numpy',
  'scikit-learn': 'numpy',
  python: 'numpy',
  keras: 'tensorflow',
  flax: 'jax',
  optax: 'jax',
  lightning: 'torch',
  torchmetrics: 'torch',
  torchvision: 'torch',
  transformers: 'torch',
  '@tensorflow/tfjs': 'tfjs',
  '@softlens/core': 'core',
};

/** The library that owns the arrays which functions of `library` make. */
export function arrayLibrary(library: string, promotion?: Promotion): string {
  if (rules[library]) return library;
  const known = arrayLibraries[library];
  if (known) return known;
  return promotion === 'javascript' ? 'tfjs' : (promotion ?? 'numpy');
}

/** How arrays of a library behave under operators, for contexts that have no row. */
export function rulesOf(library: string): Rules {
  return rules[library] ?? rules.numpy!;
}

/** A whole dialect for a library that the caller only knows by name. */
export function dialectOf(library: string): Dialect {
  const own = rulesOf(library);
  return { ...own, defaultInt: indexType(library), tensor: tensors[library] ?? 'numpy.ndarray', print: own.promotion };
}

const tensors: Readonly<Record<string, string>> = {
  torch: 'torch.Tensor',
  tensorflow: 'tensorflow.Tensor',
  jax: 'jax.Array',
  tfjs: '@tensorflow/tfjs.Tensor',
  core: '@softlens/core.NdArray',
};

/** The dtype of indices. */
export function indexType(library: string): 'int32' | 'int64' {
  return library === 'jax' || library === 'tfjs' || library === 'tensorflow' ? 'int32' : 'int64';
}
