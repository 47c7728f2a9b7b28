/**
 * The values of the abstract interpreter. All are immutable; what a program can mutate (lists, dicts, sets,
 * instances) is a `reference` into the heap, whose states are immutable in turn. Unknown is a value.
 */
import type { DType, NdArray } from '@softlens/core';
import type { ClassRow, FunctionRow } from '@softlens/frameworks';
import type { ClassDefinition, FunctionDefinition, FunctionExpression } from '@softlens/syntax';
import type { GeneratorState } from '../random/state.ts';
import type { Conditions } from './condition.ts';
import type { Shape } from './dim.ts';
import type { Place, Space } from './space.ts';
import type { Tape } from './tape.ts';

export type Value =
  | Unknown
  | None
  | Bool
  | Int
  | Float
  | Text
  | ArrayValue
  | DTypeValue
  | Tuple
  | Range
  | SliceValue
  | Reference
  | UserFunction
  | UserClass
  | BoundMethod
  | PartialCall
  | ModuleValue
  | LibraryName
  | LibraryFunction
  | LibraryClass
  | Builtin
  | Alternatives;

/** Nothing is claimed. `symbol` identifies the value for conditions (`param:main.args.loss`); `reason` is a message key. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: Reason;
  readonly symbol?: string;
  /** It is not None for certain: a tensor's shape, a slice. */
  readonly present?: true;
  /** It is a tensor of so many axes: its shape was unpacked, or its rank asserted. */
  readonly rank?: number;
  /** Even where the data is unknown, a value may be known to be e.g. the result of a learned layer. */
  readonly space?: Space;
}
/** Why something is unknown: a key of the message catalogue with its parameters, e.g. `{ key: 'unread-call', name: 'load' }`. */
export interface Reason {
  readonly key: ReasonKey;
  readonly name?: string;
}
export type ReasonKey =
  | 'parameter' // an argument nobody in view passes
  | 'undefined-name'
  | 'unresolved-import'
  | 'unread-call' // a function that is neither in view nor in the tables
  | 'unread-attribute'
  | 'unmodelled' // syntax or semantics outside the interpreter
  | 'random'
  | 'learned' // the weights of a layer decide
  | 'input' // files, the network, the user
  | 'budget'
  | 'too-large'
  | 'loop' // changes from turn to turn
  | 'branches' // several values, none of them certain
  | 'error'; // the program would raise here

export interface None {
  readonly kind: 'none';
} // also JavaScript's null and undefined
export interface Bool {
  readonly kind: 'bool';
  readonly value: boolean;
}
/** Arbitrary precision: a bigint where the value is beyond ±(2^53 − 1). */
export interface Int {
  readonly kind: 'int';
  readonly value: number | bigint;
  readonly space?: Space;
}
export interface Float {
  readonly kind: 'float';
  readonly value: number;
  readonly space?: Space;
  readonly form?: Form;
}
export interface Text {
  readonly kind: 'text';
  readonly value: string;
  /** An element of an array of texts: `np.str_`, which is a `str`. */
  readonly scalar?: true;
}

export type { DType } from '@softlens/core';

/** An array or tensor of a library. Any part may be unknown; `data.shape` equals `shape` where both are there. */
export interface ArrayValue {
  readonly kind: 'array';
  /** The library whose semantics apply: `numpy`, `torch`, `tensorflow`, `jax`, `tfjs`. */
  readonly library: string;
  readonly dtype?: DType;
  readonly shape?: Shape;
  readonly data?: NdArray;
  /** Of an array that began empty: the elements that were written since, and which these are. Only assignments look at it. */
  readonly partial?: { readonly data: NdArray; readonly written: Uint8Array };
  /** Of NumPy's arrays of texts, which have no data: the texts, row-major. */
  readonly texts?: readonly string[];
  /** NumPy scalars (`np.float64`), which print and promote differently from 0-d arrays. */
  readonly scalar?: true;
  /** JAX's weak types: from Python scalars, they give way to the dtype they meet. */
  readonly weak?: true;
  readonly space?: Space;
  /** Why there is no data, when there is none. */
  readonly reason?: Reason;
  readonly form?: Form;
  /** Of a tensor that requires gradients. */
  readonly tape?: Tape;
  /** One of TensorFlow's variables, which can be assigned to. */
  readonly variable?: true;
}

/**
 * How a value was computed, one step back, where hand-written formulas need it: `exp(x) / sum(exp(x))` is
 * recognised because the divisor's form is the sum of the very dividend. Operands are compared by identity.
 */
export interface Form {
  readonly op: string;
  readonly operands: readonly Value[];
  readonly axis?: number;
}

export interface DTypeValue {
  readonly kind: 'dtype';
  readonly library: string;
  readonly dtype: DType;
  /** NumPy's `dtype('float32')`, against the class `np.float32`. */
  readonly instance?: true;
}
export interface Tuple {
  readonly kind: 'tuple';
  readonly items: readonly Value[] /** namedtuple and result objects */;
  readonly names?: readonly string[];
  readonly space?: Space;
  /** Python's type where it is no plain tuple: `torch.Size`, or the name of a named tuple. */
  readonly type?: string;
}
export interface Range {
  readonly kind: 'range';
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}
export interface SliceValue {
  readonly kind: 'slice';
  readonly lower?: Value;
  readonly upper?: Value;
  readonly step?: Value;
}

/** A mutable object: its state is `heap.get(id)`. In facts the state is frozen into `state`. */
export interface Reference {
  readonly kind: 'reference';
  readonly id: number;
  readonly state?: HeapObject;
}

export type HeapObject = ListObject | DictObject | SetObject | InstanceObject | LibraryObject | GeneratorObject;
/** `items` absent: of unknown length, each item like `element`; what it surely ends with is its `tail`. */
export interface ListObject {
  readonly kind: 'list';
  readonly items?: readonly Value[];
  readonly element?: Value;
  readonly tail?: readonly Value[];
  /** All items, constants, where only their order is not known: they come from a set of texts. */
  readonly bag?: readonly Value[];
  /** JavaScript's typed arrays round what they store: `Float32Array`. */
  readonly typed?: string;
  readonly space?: Space;
  /** Python's type where it is no list. An `iterator` gives each item once; of an `endless` one only the first items are listed. */
  readonly type?: 'iterator' | 'deque' | 'dict_keys' | 'dict_values' | 'dict_items';
  readonly endless?: true;
  /** The most items that a deque keeps. */
  readonly limit?: number;
}
/** Keys are the canonical text of hashable constants (`s:name`, `i:3`). `rest`: what any other key may hold. */
export interface DictObject {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, { readonly key: Value; readonly value: Value }>;
  /** JavaScript's `Map`, against a plain object. */
  readonly map?: true;
  /** The names of a module: an unknown one means a class or a function that nothing beside it is made of. */
  readonly isNamespace?: true;
  /** The instance whose `__dict__` this is: what is written here, it has. */
  readonly of?: Reference;
  readonly open: boolean;
  readonly rest?: Value /** `defaultdict`: makes the value of a key that is not there. */;
  readonly factory?: Value;
  /** Python's type where it is no dict. */
  readonly type?: 'Counter' | 'OrderedDict';
  /** The `entries` of an open dict, where they are all it has and only their order is not known. */
  readonly complete?: ReadonlyMap<string, { readonly key: Value; readonly value: Value }>;
}
export interface SetObject {
  readonly kind: 'set';
  readonly items?: readonly Value[];
  readonly frozen?: true;
}
/** An instance of a class of the program; `layer` where it derives from a framework's class. */
export interface InstanceObject {
  readonly kind: 'instance';
  readonly class: UserClass;
  readonly fields: ReadonlyMap<string, Value>;
  readonly open: boolean;
}
/** An instance of a framework's class: `nn.Linear(128, 10)`, `nn.CrossEntropyLoss()`. `args` by role; `fields` set later. */
export interface LibraryObject {
  readonly kind: 'libraryObject';
  readonly row: ClassRow;
  readonly library: string;
  readonly args: ReadonlyMap<string, Value>;
  readonly fields: ReadonlyMap<string, Value>;
  readonly place: Place;
}

/** A generator of random numbers: what it stands at, while that is known. */
export interface GeneratorObject {
  readonly kind: 'generator';
  readonly known?: Known;
  /** Of a generator that the program made. */
  readonly era?: object;
}

/** From here on its numbers are known. */
export interface Known {
  readonly state: GeneratorState;
  readonly draw: Draw;
}

/** Where a random number comes from. */
export interface Draw {
  readonly source: 'numpy-legacy' | 'numpy-generator' | 'python' | 'torch';
  /** As Python writes it. */
  readonly seed: string;
}

export interface UserFunction {
  readonly kind: 'function';
  readonly definition: FunctionDefinition | FunctionExpression;
  readonly path: string;
  /** The scope the function closes over. */
  readonly scope: number;
  readonly defaults: ReadonlyMap<string, Value>;
  /** What its decorators make of it. */
  readonly decoration?: 'static' | 'class' | 'property' | 'generator' | 'opaque';
  /** Of a property: it is computed once. */
  readonly cached?: true;
  /** Of a property: what assigning to it calls. */
  readonly setter?: UserFunction;
  /** Of a property: what `del` calls. */
  readonly deleter?: UserFunction;
  /** The name that `functools.wraps` gave it. */
  readonly name?: string;
  /** The program says how it is differentiated; it gives its value, or a pair of it and that rule. */
  readonly customRule?: 'value' | 'pair';
  /** Under `@torch.no_grad()` (or `enable_grad`): whether gradients are left aside. */
  readonly untracked?: boolean;
  /** The class it was defined in, where `super()` finds its base. Set once, when the class is there. */
  owner?: UserClass;
}
export interface UserClass {
  readonly kind: 'class';
  readonly definition: ClassDefinition;
  readonly path: string;
  readonly bases: readonly Value[];
  readonly members: ReadonlyMap<string, Value>;
  readonly dataclass?: true;
  /** `@dataclass(frozen=True)`, `@dataclass(order=True)`. */
  readonly frozen?: true;
  readonly ordered?: true;
  /** `@functools.total_ordering`: of its comparisons some follow from others. */
  readonly completed?: true;
}
export interface BoundMethod {
  readonly kind: 'method';
  readonly self: Value;
  readonly function: Value;
}
export interface PartialCall {
  readonly kind: 'partial';
  readonly function: Value;
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}
/** A module of the workspace. */
export interface ModuleValue {
  readonly kind: 'module';
  readonly path: string;
}
/** A name inside a library that is no row itself: `torch.nn`, or something no table has. */
export interface LibraryName {
  readonly kind: 'libraryName';
  readonly name: string;
  readonly library?: string;
  readonly assumed?: true;
}
export interface LibraryFunction {
  readonly kind: 'libraryFunction';
  readonly row: FunctionRow;
  readonly library: string;
  readonly assumed?: true;
}
export interface LibraryClass {
  readonly kind: 'libraryClass';
  readonly row: ClassRow;
  readonly library: string;
  readonly assumed?: true;
}
/** A function of the language itself: `len`, `math.exp`, `Math.max`, `list.append`. */
export interface Builtin {
  readonly kind: 'builtin';
  readonly name: string;
}

/** What a value may be, each under its conditions. At least two, none of them itself `alternatives`. */
export interface Alternatives {
  readonly kind: 'alternatives';
  readonly of: readonly { readonly value: Value; readonly when: Conditions }[];
}
