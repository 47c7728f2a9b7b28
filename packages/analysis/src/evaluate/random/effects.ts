/**
 * What calls do to generators of random numbers: they seed them, draw from them as is known, or may do either in a way that is not known.
 * What surely draws nothing is a short list; all else is taken to draw.
 */
import { classMembers } from '@softlens/frameworks';
import { legacyState } from '../../random/numpy-legacy.ts';
import { pcg64State } from '../../random/pcg64.ts';
import { pythonState } from '../../random/python-random.ts';
import { shuffledRange } from '../../random/shuffle.ts';
import { torchState } from '../../random/torch-cpu.ts';
import { none } from '../../values/make.ts';
import type { ArrayValue, Draw, Known, LibraryClass, Reference, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { markDrawn } from '../run/facts.ts';
import type { Run } from '../run/run.ts';
import { draws, seedOf } from './numbers.ts';
import { type Drawn, drawNumPy, filled, openKit } from './numpy-draws.ts';
import { callPythonRandom, orderOfPython } from './python-draws.ts';
import {
  distrust,
  leaveOwn,
  leaveShared,
  loseAll,
  loseOwn,
  loseShared,
  type Shared,
  stateOfOwn,
  stateOfShared,
} from './state.ts';
import { drawTorch } from './torch-draws.ts';
import { drawWeights } from './weights.ts';

/** A call of a row of the tables. */
interface TableCall {
  readonly kind: 'function' | 'method' | 'construct' | 'instance';
  readonly name: string;
  readonly op: string | undefined;
  readonly library: string;
  readonly self: Value | undefined;
}

/** The result with the numbers that were drawn, where these are known. `isOne`: none of the arguments is one of several. */
export function drawnBy(run: Run, call: TableCall, args: ReadonlyMap<string, Value>, raw: Value, isOne: boolean): Value {
  if (run.recorder === undefined) return raw;
  const { name, op } = call;
  if (name.startsWith('numpy.random.')) return drawnByNumPy(run, call, args, raw, isOne);
  const isTorch = name.startsWith('torch.');
  if (isTorch && name.endsWith('.manual_seed') && call.self?.kind === 'reference') return seedOwn(run, call.self, 'torch', args);
  if (isTorch && (op === 'random' || op === 'randomLike' || op === 'permutation'))
    return drawnByTorch(run, call, args, raw, isOne);
  if (op === undefined || drawing.has(op) || drawsInPlace.test(name)) afterUnknown(run, call, args);
  else if (drawsInTraining.test(name) && !isZero(args.get('_dropout'))) loseShared(run, 'torch');
  // Keras makes the weights of a layer when it is first called, with seeds that Python or NumPy draw.
  else if (call.kind !== 'function' && /^(?:tensorflow\.)?keras\./.test(name)) loseShared(run, 'python', 'numpy');
  return raw;
}

/** Layers, and their functions, that draw as they are run; recurrent ones and attention where they drop something. */
const drawsInTraining = /^torch\.nn\.(?:functional\.rrelu|RReLU|Lazy|FractionalMaxPool|Multihead|Transformer|LSTM|GRU|RNN)/;

const isZero = (value: Value | undefined): boolean =>
  (value?.kind === 'float' || value?.kind === 'int') && Number(value.value) === 0;

/** Initialisers that draw: https://pytorch.org/docs/stable/nn.init.html */
const drawsInPlace = /^torch\.nn\.init\.(?!constant_|zeros_|ones_|eye_|dirac_)/;

/** Operations that draw where they are run. */
const drawing: ReadonlySet<string> = new Set([
  'random',
  'randomLike',
  'permutation',
  'choice',
  'sampleCategorical',
  'sampleBernoulli',
  'distributionSample',
  'continuousSample',
  'gumbelSoftmax',
  'dropout',
  'attention',
  'multiheadAttention',
]);

function drawnByNumPy(run: Run, call: TableCall, args: ReadonlyMap<string, Value>, raw: Value, isOne: boolean): Value {
  const name = lastName(call.name);
  const own = call.kind === 'method' ? call.self : undefined;
  if (name === 'seed')
    return own?.kind === 'reference' ? seedOwn(run, own, 'numpy-legacy', args) : seedNumPy(run, args.get('_seed'));
  // What a shuffle does, it has done when its arguments were there.
  if (name === 'shuffle') return raw;
  if (own && own.kind !== 'reference') {
    loseAll(run);
    return raw;
  }
  const known = own ? stateOfOwn(run, own) : stateOfShared(run, 'numpy');
  const drawn = known && isOne ? drawNumPy(known, name, args, raw) : undefined;
  if (own) leaveOwn(run, own, drawn?.known);
  else leaveShared(run, 'numpy', drawn?.known);
  return told(run, drawn, raw);
}

function drawnByTorch(run: Run, call: TableCall, args: ReadonlyMap<string, Value>, raw: Value, isOne: boolean): Value {
  const generator = args.get('_generator');
  const own = generator?.kind === 'reference' ? generator : undefined;
  const device = args.get('_device');
  const isElsewhere = device !== undefined && device.kind !== 'none' && !(device.kind === 'text' && device.value === 'cpu');
  if ((generator && generator.kind !== 'none' && !own) || isElsewhere) {
    loseShared(run, 'torch');
    loseOwn(run);
    return raw;
  }
  const known = own ? stateOfOwn(run, own) : stateOfShared(run, 'torch');
  const drawn = known && isOne ? drawTorch(known, lastName(call.name), args, raw) : undefined;
  if (own) leaveOwn(run, own, drawn?.known);
  else leaveShared(run, 'torch', drawn?.known);
  return told(run, drawn, raw);
}

function told(run: Run, drawn: Drawn | undefined, raw: Value): Value {
  return drawn?.value ? markDrawn(run, drawn.value, drawn.known.draw) : raw;
}

const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** A call of the tables of which it is not known what it draws, if anything. */
function afterUnknown(run: Run, call: TableCall, args: ReadonlyMap<string, Value>): void {
  const { name, op, kind } = call;
  if (drawsNothing.test(name)) return;
  if (op === 'dropout' && isFalse(args.get('training'))) return;
  if (name.startsWith('torch.')) {
    if (kind === 'construct' && !drawsWeights.test(name)) return;
    loseShared(run, 'torch');
  } else if (name.startsWith('sklearn.')) {
    if (seedOf(args.get('_random_state')) === undefined) loseShared(run, 'numpy');
  } else if (name.startsWith('numpy.') || name.startsWith('scipy.')) {
    if (name.startsWith('scipy.')) loseShared(run, 'numpy');
  } else loseShared(run, 'numpy', 'python', 'torch');
  if ([...args.values()].some(mayHoldGenerators)) loseOwn(run);
}

const isFalse = (value: Value | undefined): boolean => value?.kind === 'bool' && !value.value;

/** Layers that draw their first weights. */
const drawsWeights =
  /^torch\.nn\.(?:\w*[lL]inear|\w*Conv|Embedding|LSTM|GRU|RNN|Multihead|Transformer|AdaptiveLogSoftmax)|^torch\.nn\.utils\.(?:spectral|weight)|^torchvision/;

/** Rows without an operation, and constructors, that are known not to draw. JAX's functions take their keys as arguments. */
const drawsNothing =
  /^(?:jax|jaxlib|flax|optax|distrax|core|@)|^torch\.(?:no_grad|enable_grad|inference_mode|set_grad_enabled|set_printoptions|autograd\.|optim\.|device|Generator|save|Tensor\.(?:backward|register_hook|requires_grad_|retain_grad)|nn\.utils\.clip_grad)|^numpy\.(?!random\.)|^torch\.utils\.data\.(?:DataLoader|TensorDataset|Dataset|IterableDataset|Subset|ConcatDataset)$/;

/** What is made of a class of the tables: a seeded generator, or something whose making may draw. */
export function madeBy(run: Run, cls: LibraryClass, args: ReadonlyMap<string, Value>, made: Value): void {
  if (run.recorder === undefined) return;
  const { name } = cls.row;
  const source = generators[name];
  if (source !== undefined && made.kind === 'reference') {
    const given = args.get(source === 'numpy-generator' ? '_bit_generator' : '_seed');
    const seed = name === 'torch.Generator' ? defaultSeed : seedOf(given);
    leaveOwn(run, made, seed === undefined ? undefined : seededBy(source, seed));
    return;
  }
  if (drawsWeights.test(name) && name.startsWith('torch.nn.') && made.kind === 'reference') {
    drawWeights(run, made);
    return;
  }
  const { call } = classMembers(cls.row);
  // Constructors of estimators and losses only keep what they are given.
  if (name.startsWith('sklearn.') || (name.startsWith('torch.') && !drawsWeights.test(name) && call)) return;
  afterUnknown(run, { kind: 'construct', name, op: undefined, library: cls.library, self: undefined }, args);
}

const generators: Readonly<Partial<Record<string, Draw['source']>>> = {
  'numpy.random.RandomState': 'numpy-legacy',
  'numpy.random.Generator': 'numpy-generator',
  'torch.Generator': 'torch',
};

/** `c10::default_rng_seed_val`: https://pytorch.org/docs/stable/generated/torch.Generator.html#torch.Generator.initial_seed */
const defaultSeed = 67280421310721;

/** Undefined for seeds that the library refuses. */
function seededBy(source: Draw['source'], seed: number | bigint): Known | undefined {
  const draw: Draw = { source, seed: String(seed) };
  switch (source) {
    case 'numpy-legacy':
      return seed >= 0 && seed < 2 ** 32 ? { state: legacyState(Number(seed)), draw } : undefined;
    case 'numpy-generator':
      return seed >= 0 ? { state: pcg64State(seed), draw } : undefined;
    case 'python':
      return { state: pythonState(seed), draw };
    case 'torch':
      return { state: torchState(seed), draw };
  }
}

function seedNumPy(run: Run, given: Value | undefined): Value {
  const seed = seedOf(given);
  leaveShared(run, 'numpy', seed === undefined ? undefined : seededBy('numpy-legacy', seed));
  return none;
}

function seedOwn(run: Run, generator: Reference, source: Draw['source'], args: ReadonlyMap<string, Value>): Value {
  const seed = seedOf(args.get('_seed'));
  const isKnown = stateOfOwn(run, generator) !== undefined;
  leaveOwn(run, generator, seed === undefined || !isKnown ? undefined : seededBy(source, seed));
  return source === 'torch' ? generator : none;
}

/** A call of a function that is neither in view nor in the tables. Undefined where nothing more is known of it. */
export function drawnByUnread(run: Run, callee: Value, args: Arguments): Value | undefined {
  if (run.recorder === undefined) return undefined;
  const name = callee.kind === 'libraryName' ? callee.name : undefined;
  if (name !== undefined) {
    if (name.startsWith('random.')) {
      run.unknowns++;
      return callPythonRandom(run, name.slice('random.'.length), args);
    }
    const seeds = seeding[name];
    if (seeds) return seedAll(run, seeds, args);
    if (isQuiet(name)) return undefined;
  }
  if (isOfPlot(callee)) return undefined;
  if (name !== undefined && changesDefaults.test(name)) distrust(run, 'torch');
  loseShared(run, 'numpy', 'python', 'torch');
  const given = [...args.positional, ...args.keywords.values()].map(({ value }) => value);
  // A function of a library gets at the program's own generators through its arguments only; others may be anything.
  if (name === undefined || args.open || given.some(mayHoldGenerators)) loseOwn(run);
  return undefined;
}

/** Objects may hold generators, functions may draw from those that they close over. */
const mayHoldGenerators = (value: Value): boolean =>
  value.kind !== 'unknown' &&
  value.kind !== 'none' &&
  value.kind !== 'bool' &&
  value.kind !== 'int' &&
  value.kind !== 'float' &&
  value.kind !== 'text' &&
  value.kind !== 'array' &&
  value.kind !== 'dtype' &&
  value.kind !== 'libraryName';

/** `torch.set_default_dtype(torch.float64)`: other numbers are drawn from then on. */
const changesDefaults = /^torch\.set_default_/;

const torchOnly = ['torch'] as const;
const all = ['python', 'numpy', 'torch'] as const;
const seeding: Readonly<Partial<Record<string, readonly Shared[]>>> = {
  'torch.manual_seed': torchOnly,
  'torch.random.manual_seed': torchOnly,
  'lightning.seed_everything': all,
  'lightning.pytorch.seed_everything': all,
  'pytorch_lightning.seed_everything': all,
  'transformers.set_seed': all,
  'transformers.trainer_utils.set_seed': all,
  'keras.utils.set_random_seed': ['python', 'numpy'],
  'tensorflow.keras.utils.set_random_seed': ['python', 'numpy'],
};

function seedAll(run: Run, names: readonly Shared[], args: Arguments): undefined {
  const [first] = args.positional;
  const seed = seedOf(first?.value ?? args.keywords.get('seed')?.value);
  for (const name of names)
    leaveShared(run, name, seed === undefined ? undefined : seededBy(name === 'numpy' ? 'numpy-legacy' : name, seed));
  return undefined;
}

/** Modules whose functions draw from no generator that others share, and call nothing that does. */
const quietModules: ReadonlySet<string> = new Set(
  (
    'matplotlib os sys time datetime logging warnings argparse pathlib json csv pickle shutil glob re string math cmath statistics ' +
    'collections typing types enum dataclasses platform gc io pprint textwrap hashlib struct zlib gzip urllib builtins IPython'
  ).split(' '),
);
export const isQuiet = (name: string): boolean => {
  const module = name.slice(0, name.indexOf('.') < 0 ? name.length : name.indexOf('.'));
  return (
    quietModules.has(module) ||
    /^torch\.(?:cuda|backends|get_num_threads|set_num_threads|use_deterministic_algorithms|manual_seed)\b|^tensorflow\.(?:random\.set_seed|get_logger|config|compat\.v1\.logging)|^random\.Random$/.test(
      name,
    )
  );
};

/** What `plt.subplots()` gave, and its parts: figures and axes. */
const isOfPlot = (value: Value): boolean =>
  value.kind === 'unknown' && value.reason.key === 'unread-call' && value.reason.name?.startsWith('matplotlib.') === true;

/** `rng.shuffle(items)`, where the order is known: the array to write, or none for a list that got it. */
export function shuffledBy(run: Run, callee: Value, args: Arguments): { readonly after?: ArrayValue } | undefined {
  if (run.recorder === undefined) return undefined;
  const target = args.positional.length === 1 && args.keywords.size === 0 && !args.open ? args.positional[0]?.value : undefined;
  const source = shufflerOf(callee);
  if (!source) return undefined;
  const state = target?.kind === 'reference' ? stateOf(run, target) : undefined;
  const items = state?.kind === 'list' && state.type === undefined ? state.items : undefined;
  const length = items?.length ?? (target?.kind === 'array' ? target.shape?.[0] : undefined);
  const found = typeof length === 'number' ? orderBy(run, source, length) : undefined;
  if (!found) {
    if (source === 'python' || source === 'numpy' || source === 'torch') loseShared(run, source);
    else leaveOwn(run, source, undefined);
    return undefined;
  }
  const { order, draw } = found;
  if (target?.kind === 'reference' && items) {
    setState(run, target, { kind: 'list', items: order.map((i) => markDrawn(run, items[i] as Value, draw)) });
    return {};
  }
  if (target?.kind !== 'array' || !target.data || target.data.data.length > draws.kept || target.tape) return undefined;
  const { data } = target.data;
  const width = order.length === 0 ? 0 : data.length / order.length;
  const numbers = order.flatMap((row) => Array.from(data.slice(row * width, (row + 1) * width), Number));
  return { after: markDrawn(run, filled(target, numbers), draw) };
}

function shufflerOf(callee: Value): Shared | Reference | undefined {
  if (callee.kind === 'libraryName') return callee.name === 'random.shuffle' ? 'python' : undefined;
  if (callee.kind === 'libraryFunction') return callee.row.name === 'numpy.random.shuffle' ? 'numpy' : undefined;
  const isOwn = callee.kind === 'method' && callee.function.kind === 'libraryFunction' && callee.self.kind === 'reference';
  return isOwn && callee.function.row.name.startsWith('numpy.random.') ? (callee.self as Reference) : undefined;
}

function orderBy(
  run: Run,
  source: Shared | Reference,
  length: number,
): { readonly order: readonly number[]; readonly draw: Draw } | undefined {
  const isShared = source === 'python' || source === 'numpy' || source === 'torch';
  const known = isShared ? stateOfShared(run, source) : stateOfOwn(run, source);
  if (!known || length > draws.most) return undefined;
  if (source === 'python') {
    const order = orderOfPython(run, length);
    return order && { order, draw: known.draw };
  }
  const kit = openKit(known);
  if (!kit) return undefined;
  const order = shuffledRange(length, kit.interval);
  const after: Known = { ...known, state: kit.left() };
  if (isShared) leaveShared(run, source, after);
  else leaveOwn(run, source, after);
  return { order, draw: known.draw };
}

/** What is read of an object that is not in view: an item of a dataset may be made at random, a part of an array is not. */
export function afterIndex(run: Run, object: Value, indices: readonly Value[]): void {
  if (run.recorder === undefined || indices.some(({ kind }) => kind !== 'int' && kind !== 'unknown')) return;
  const state = object.kind === 'reference' ? stateOf(run, object) : undefined;
  const isDataset = state?.kind === 'libraryObject' && classMembers(state.row).protocol === 'dataset';
  if ((object.kind === 'unknown' && !isOfPlot(object)) || isDataset) loseAll(run);
}

/** An object that is not in view gets something to keep. */
export function afterWriting(run: Run, object: Value, value: Value): void {
  if (run.recorder !== undefined && object.kind === 'unknown' && mayHoldGenerators(value)) loseOwn(run);
}

/** Code that is not in view runs: an import, an iterator, a context manager. */
export const afterUnseen = (run: Run): void => {
  if (run.recorder !== undefined) loseAll(run);
};
