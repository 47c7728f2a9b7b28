/**
 * The schema of the framework tables: what every function, module, loss, sampler and metric takes and gives.
 * Tables are data; they hold no functions (invariant 5). Whatever a row cannot say becomes a field here.
 */

export type SpaceName = 'logits' | 'probabilities' | 'log-probabilities' | 'class-index' | 'one-hot' | 'loss';
export type Family = 'categorical' | 'bernoulli';

/** A literal as it may stand in a signature's default or in fixed arguments. */
export type Literal = null | boolean | number | string | readonly Literal[];

/**
 * Which axis a statement speaks of: a fixed one (negative counts from the end), the one an argument names
 * (by role), all axes, or a rule by rank: `torch-implicit` is 0 for 0-, 1- and 3-D input and 1 otherwise;
 * `torch-class` is 0 for 1-D input and 1 otherwise (where losses expect the classes).
 */
export type AxisRule = number | { readonly role: string } | 'all' | 'torch-implicit' | 'torch-class';

/** Holds when every named role has the literal value (its default counts). */
export type When = Readonly<Record<string, Literal>>;

/** What an argument must be. Several rows for one role are alternatives by `when`. */
export interface Accepts {
  readonly role: string;
  /** Spaces that are right here. Anything else known is a finding; unknown is silence. */
  readonly space: SpaceName | readonly SpaceName[];
  readonly family?: Family;
  readonly axis?: AxisRule;
  readonly when?: When;
}

/** What comes out. `same` keeps the space of the role in `from` (its axis remapped by the operation). */
export interface Gives {
  readonly space: SpaceName | 'same';
  readonly from?: string;
  readonly family?: Family;
  readonly axis?: AxisRule;
  readonly when?: When;
  /** Which element of a tuple result, or which attribute of an object result, this speaks of. */
  readonly part?: number | string;
}

/**
 * A signature is Python text in which an annotation names the argument's *role*, i.e. the name under which
 * the operation knows it: `(input: x, dim: axis = None, *, dtype=None)`. Without an annotation the role is
 * the parameter's own name. Two parameters may share a role: other spellings of one argument. Parameter names and defaults are the framework's own, and are compared with
 * the real library where it can be installed. `_`-prefixed roles are ignored by operations. `...` as a default means optional,
 * without a stated value. In JavaScript keyword-only parameters are properties of an options object that stands last:
 * `(z, *, temperature=1)` is `softmax(z, { temperature: 2 })`.
 */
export type SignatureText = string;

interface RowBase {
  /** The canonical qualified name: `torch.nn.functional.softmax`, `torch.Tensor.softmax`, `@tensorflow/tfjs.softmax`. */
  readonly name: string;
  /** Other qualified names of the same thing. */
  readonly also?: readonly string[];
  /** Where this is documented. */
  readonly source: string;
  readonly since?: string;
  readonly until?: string;
}

/** A function, or a method when the name's parent is a class or a tensor type (first parameter `self`). */
export interface FunctionRow extends RowBase {
  readonly kind: 'function';
  readonly signature: SignatureText;
  /** The operation of packages/analysis that computes it. Without one only `gives` is known. */
  readonly op?: string;
  /** Read as an attribute instead of called: `x.T`, `distribution.probs`. */
  readonly property?: true;
  /** The first argument itself becomes the result: `x.sigmoid_()`. */
  readonly inPlace?: true;
  /** Fixed arguments of the operation, by role. */
  readonly fixed?: Readonly<Record<string, Literal>>;
  readonly accepts?: readonly Accepts[];
  readonly gives?: readonly Gives[];
}

/** A class: a layer, a loss, a distribution, an optimizer, a container. */
export interface ClassRow extends RowBase {
  readonly kind: 'class';
  /** Of the constructor, without `self`. Its arguments stay available to `call` and `methods` under their roles. */
  readonly signature: SignatureText;
  /** How instances behave that a table cannot say: implemented by name in packages/analysis. */
  readonly protocol?: string;
  readonly bases?: readonly string[];
  /** Calling an instance. */
  readonly call?: Omit<FunctionRow, 'kind' | 'name' | 'source' | 'also'>;
  /** Methods by name, likewise. */
  readonly methods?: Readonly<Record<string, Omit<FunctionRow, 'kind' | 'name' | 'source' | 'also'>>>;
  /** Attributes whose values are constructor arguments (by role) or literals. */
  readonly attributes?: Readonly<
    Record<
      string,
      | { readonly role: string }
      | { readonly literal: Literal }
      | { readonly space: SpaceName; readonly family?: Family; readonly axis?: AxisRule }
    >
  >;
  /** Spaces the constructor's own arguments must have (distributions). */
  readonly accepts?: readonly Accepts[];
  /** The last part of a network, for the protocol `headed`. */
  readonly head?: Head;
}

/** The attribute that holds a network's last layers, and the width of what reaches them: one layer, or a Sequential of several. */
export interface Head {
  readonly attribute: string;
  readonly features: number;
  readonly layers: HeadLayer | readonly HeadLayer[];
}

/** A class and its arguments; the text `features` stands for the constructor's argument of that role. */
export type HeadLayer = readonly [cls: string, ...args: readonly (number | 'features')[]];

/** `torch.float32`, `np.pi`, `np.newaxis`. */
export interface ConstantRow extends RowBase {
  readonly kind: 'constant';
  readonly value:
    | { readonly literal: Literal }
    | { readonly dtype: string }
    | { readonly float: number | 'inf' | '-inf' | 'nan' };
}

export type Row = FunctionRow | ClassRow | ConstantRow;

/** How arrays of one library behave where libraries differ. */
export interface Dialect {
  /** The array type's qualified name, whose methods are rows `<tensor>.<method>`. */
  readonly tensor: string;
  readonly defaultFloat: 'float32' | 'float64';
  readonly defaultInt: 'int32' | 'int64';
  /** dtype promotion: NumPy's (value-based scalars, as in 1.x), PyTorch's categories, JAX's lattice, TensorFlow's refusal. */
  readonly promotion: 'numpy' | 'torch' | 'jax' | 'tensorflow' | 'javascript';
  /** How the library prints arrays. */
  readonly print: 'numpy' | 'torch' | 'tensorflow' | 'jax' | 'javascript';
}

export interface Library {
  readonly name: string;
  /** Top-level modules whose names are this library's: `torch`, `torchvision`. */
  readonly modules: readonly string[];
  /** Names people give without an import in sight: `{ F: 'torch.nn.functional' }`. Used by `eval`, and marked `assumed`. */
  readonly conventional: Readonly<Record<string, string>>;
  /** Whole modules that are another: `[['tensorflow.compat.v2', 'tensorflow']]`. */
  readonly moduleAliases?: readonly (readonly [string, string])[];
  readonly dialect: Dialect;
  /** What strings name where an argument of such a kind is expected: `{ loss: { mse: 'keras.losses.mean_squared_error' } }`. */
  readonly identifiers?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rows: readonly Row[];
}
