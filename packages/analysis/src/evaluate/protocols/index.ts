/** How instances behave that a table cannot say: one file per protocol, dispatched here by the name in `ClassRow.protocol`. */
import { type ClassRow, classMembers } from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import { notePrinting } from '../../builtins/text/printing.ts';
import { untaped } from '../../operations/gradients/record.ts';
import type {
  ArrayValue,
  InstanceObject,
  LibraryClass,
  LibraryFunction,
  LibraryObject,
  Reference,
  UserClass,
  Value,
} from '../../values/value.ts';
import type { Arguments, BoundArguments } from '../calls/arguments.ts';
import { withFirst } from '../calls/arguments.ts';
import { callValue } from '../calls/calls.ts';
import { callFunction } from '../calls/functions.ts';
import { callObjectRow, constructRow } from '../calls/library-calls.ts';
import { withModelSteps } from '../calls/models.ts';
import { readAttribute } from '../expressions/attributes.ts';
import { asLeaf } from '../gradients/leaves.ts';
import { startScheduler } from '../gradients/schedulers.ts';
import { classAttribute, libraryBase } from '../objects/classes.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { afterUnseen } from '../random/effects.ts';
import { freshSymbol, type Run, unknown } from '../run/run.ts';
import type { Items } from '../statements/iteration.ts';
import { batchBuffer, isBatchNorm, noteBatch } from './batch-norm.ts';
import { trackedDivergence } from './compound-distributions.ts';
import {
  callSequential,
  constructContainer,
  containerAttribute,
  containerItems,
  indexContainer,
  isContainer,
  writeNamed,
} from './containers.ts';
import { dataItems, indexDataset } from './datasets.ts';
import { pretrainedEmbedding } from './embeddings.ts';
import { flaxAttribute, flaxFunction, setUpFlax } from './flax.ts';
import { callHeaded, constructHeaded, forgetHead } from './headed.ts';
import { hooked } from './hooks.ts';
import { huggingfaceAttribute } from './huggingface.ts';
import { callKerasLayer, callKerasModel, constructKeras, kerasArguments, kerasAttribute } from './keras.ts';
import { moduleMember } from './module.ts';
import { initialWeight, noteParameter, ownArguments, weightAttribute } from './weights.ts';

const protocolOfRow = (row: ClassRow): string | undefined => classMembers(row).protocol;

export function protocolOf(run: Run, cls: UserClass): string | undefined {
  const base = libraryBase(run, cls);
  return base && protocolOfRow(base.row);
}

/** The method that calling an instance runs. */
const callMethods: Readonly<Record<string, string>> = {
  module: 'forward',
  lightning: 'forward',
  sequential: 'forward',
  moduleList: 'forward',
  moduleDict: 'forward',
  wrapper: 'forward',
  kerasLayer: 'call',
  kerasModel: 'call',
  kerasSequential: 'call',
  kerasWrapper: 'call',
  huggingface: 'forward',
};

export const isModel = (protocol: string | undefined): boolean => protocol !== undefined && protocol !== 'dataset';

/** Calling an instance of a class of the program. */
export const callInstance = (run: Run, self: Reference, state: InstanceObject, args: Arguments): Value =>
  hooked(run, self, state, args, (given) => callUnhooked(run, self, state, given));

function callUnhooked(run: Run, self: Reference, state: InstanceObject, args: Arguments): Value {
  const protocol = protocolOf(run, state.class);
  if (protocol === 'flaxModule') setUpFlax(run, self, state);
  const names = ['__call__', ...(protocol === undefined ? ['forward', 'call'] : [callMethods[protocol] ?? 'forward'])];
  for (const name of names) {
    const found = classAttribute(run, state.class, name);
    const method = found?.value;
    if (method?.kind !== 'function') continue;
    const given = protocol?.startsWith('keras') ? kerasArguments(method, args) : args;
    const call = (): Value => callFunction(run, method, withFirst(given, self), self, found?.owner);
    return isModel(protocol) ? withModelSteps(run, call) : call();
  }
  const base = state.fields.get('$base');
  if (base) return callValue(run, base, args);
  const forward = state.fields.get('forward');
  if (forward) return callValue(run, forward, args);
  afterUnseen(run);
  return unknown(run, 'unread-call', state.class.definition.name, freshSymbol(run, `call@${args.node.start}`));
}

/** Calling an instance of a class of the tables. */
export const callLibraryObject = (run: Run, self: Reference, state: LibraryObject, args: Arguments): Value =>
  hooked(run, self, state, args, (given) => callObject(run, self, state, given));

function callObject(run: Run, self: Reference, state: LibraryObject, args: Arguments): Value {
  switch (protocolOfRow(state.row)) {
    case 'sequential':
      return callSequential(run, state, args);
    case 'kerasSequential':
    case 'kerasModel':
      return callKerasModel(run, self, state, args);
    case 'kerasLayer':
      return callKerasLayer(run, self, state, args) ?? unreadObject(run, state, args);
    case 'kerasWrapper': {
      const layer = state.args.get('layer');
      return layer ? callValue(run, layer, args) : unreadObject(run, state, args);
    }
    case 'wrapper': {
      const inner = state.args.get('module');
      return inner ? callValue(run, inner, args) : unreadObject(run, state, args);
    }
    case 'headed':
      return callHeaded(run, state, args) ?? unreadObject(run, state, args);
    case 'context': {
      const [fn] = args.positional;
      return fn?.value ?? unreadObject(run, state, args);
    }
    default: {
      const result = callObjectRow(run, self, state.row, state.library, ownArguments(run, state), args);
      if (isBatchNorm(state)) noteBatch(run, self, state, args.positional[0]?.value ?? args.keywords.get('input')?.value);
      return result ?? unreadObject(run, state, args);
    }
  }
}

function unreadObject(run: Run, state: LibraryObject, args: Arguments): Value {
  afterUnseen(run);
  return unknown(run, 'unread-call', state.row.name, freshSymbol(run, `call@${args.node.start}`));
}

/** A constructor whose result is more than the row says. */
export function protocolConstruct(run: Run, cls: LibraryClass, bound: BoundArguments, args: Arguments): Value | undefined {
  switch (protocolOfRow(cls.row)) {
    case 'parameter': {
      const data = bound.values.get('data');
      const asked = bound.values.get('_requires_grad');
      const value = data?.kind === 'array' ? parameterOf(run, data, !(asked?.kind === 'bool' && !asked.value)) : data;
      noteParameter(run, value);
      return value && value.kind !== 'none' ? value : unknown(run, 'random', 'parameter');
    }
    case 'sequential':
    case 'moduleList':
    case 'moduleDict':
      return constructContainer(run, cls, bound, args);
    case 'kerasSequential':
    case 'kerasModel':
      return constructKeras(run, cls, bound, args);
    case 'headed':
      return constructHeaded(run, cls, bound, args);
    case 'scheduler':
      startScheduler(run, cls.row.name, bound.values, args.node);
      return undefined;
    default:
      return undefined;
  }
}

/** A tensor of its own, of which gradients are asked. */
function parameterOf(run: Run, data: ArrayValue, required: boolean): ArrayValue {
  const value = { ...untaped(data) };
  return required && data.library === 'torch' ? asLeaf(run, value, true) : value;
}

/** Functions that call what they are given. */
export function protocolFunction(run: Run, fn: LibraryFunction, args: Arguments): Value | undefined {
  const [first] = args.positional;
  if (fn.row.name === '@tensorflow/tfjs.tidy') {
    // A name may stand before the function: https://js.tensorflow.org/api/latest/#tidy
    const body = args.positional.at(-1);
    return body && callValue(run, body.value, { ...args, positional: [] });
  }
  if (fn.row.name === 'numpy.set_printoptions' || fn.row.name === 'torch.set_printoptions')
    notePrinting(run, fn.row.name.slice(0, fn.row.name.indexOf('.')), args);
  if (fn.row.name === 'numpy.vectorize' && first) {
    const types = args.keywords.get('otypes')?.value ?? args.positional[1]?.value;
    return {
      kind: 'partial',
      function: { kind: 'builtin', name: types ? 'numpy.vectorizedAs' : 'numpy.vectorized' },
      positional: types ? [types, first.value] : [first.value],
      keywords: new Map(),
    };
  }
  return pretrainedEmbedding(run, fn, args) ?? trackedDivergence(run, fn, args) ?? flaxFunction(run, fn, args);
}

export function iterateLibraryObject(run: Run, self: Reference, state: LibraryObject, node: Range): Items {
  const protocol = protocolOfRow(state.row);
  const data = protocol === 'dataset' ? dataItems(run, self, state, node) : undefined;
  if (data) return { items: data };
  if (isContainer(protocol)) return containerItems(run, state);
  return { element: unknown(run, 'input', state.row.name, freshSymbol(run, `batch@${self.id}`)) };
}

export function indexLibraryObject(run: Run, self: Reference, state: LibraryObject, index: Value, node: Range): Value {
  const written = index.kind === 'text' ? state.fields.get(`[${index.value}]`) : undefined;
  if (written) return written;
  if (isContainer(protocolOfRow(state.row))) return indexContainer(run, self, state, index, node);
  const sample = protocolOfRow(state.row) === 'dataset' ? indexDataset(run, self, state, index, node) : undefined;
  if (sample) return sample;
  return unknown(run, 'unread-attribute', 'index', freshSymbol(run, `item@${self.id}`));
}

/** What instances of a framework's class have besides the methods of its row; `self` is absent on the class itself. */
export function moduleAttribute(run: Run, base: LibraryClass, name: string, self?: Reference): Value | undefined {
  const protocol = protocolOfRow(base.row);
  const own = self && stateOf(run, self);
  const inner = own?.kind === 'instance' ? own.fields.get('$base') : undefined;
  if (inner && self && name !== '__init__') {
    const value = innerAttribute(run, inner, name, protocol);
    if (value) return value;
  }
  if (name === '__init__')
    return self
      ? { kind: 'method', self, function: { kind: 'builtin', name: 'base.__init__' } }
      : { kind: 'builtin', name: 'base.__init__' };
  if (protocol?.startsWith('keras')) return self && kerasAttribute(run, self, name);
  if (protocol === 'flaxModule') return self && flaxAttribute(self, name);
  if (protocol === 'huggingface') return huggingfaceAttribute(run, base, name, self);
  return self && moduleMember(protocol, self, name);
}

function innerAttribute(run: Run, inner: Value, name: string, protocol: string | undefined): Value | undefined {
  const state = inner.kind === 'reference' ? stateOf(run, inner) : undefined;
  if (inner.kind !== 'reference' || state?.kind !== 'libraryObject') return undefined;
  if (state.fields.has(name)) return state.fields.get(name);
  return isContainer(protocol) ? containerAttribute(run, inner, state, name) : undefined;
}

export function libraryObjectAttribute(run: Run, self: Reference, state: LibraryObject, name: string): Value | undefined {
  const protocol = protocolOfRow(state.row);
  if (isContainer(protocol)) {
    const value = containerAttribute(run, self, state, name);
    if (value) return value;
  }
  if (protocol === 'wrapper') {
    const inner = state.args.get('module');
    if (name === 'module' || name === '_orig_mod') return inner;
    const member = moduleMember(protocol, self, name);
    return member ?? (inner && inner.kind !== 'none' ? readAttribute(run, inner, name, state.place) : undefined);
  }
  // A layer's `apply` and a model's `predict` are what calling one is elsewhere: https://js.tensorflow.org/api/latest/#tf.layers.Layer.apply
  if (protocol?.startsWith('keras') && state.library === 'tfjs' && (name === 'apply' || name === 'predict')) return self;
  if (protocol?.startsWith('keras')) return kerasAttribute(run, self, name);
  if (protocol === 'huggingface')
    return huggingfaceAttribute(run, { kind: 'libraryClass', row: state.row, library: state.library }, name, self);
  if (protocol === 'headed') forgetHead(run, self, name);
  if (protocol === 'distribution' || protocol === 'dataset') return undefined;
  if (protocol === 'optimizer' && (name === 'step' || name === 'zero_grad'))
    return { kind: 'method', self, function: { kind: 'builtin', name: `optimizer.${name}` } };
  if (protocol === 'scheduler') return schedulerAttribute(self, state, name);
  return (
    moduleMember(protocol, self, name) ??
    (isBatchNorm(state) ? batchBuffer(state, name) : undefined) ??
    weight(run, self, state, name)
  );
}

/** What a normalising layer begins with stays what it is once it has been read. */
function weight(run: Run, self: Reference, state: LibraryObject, name: string): Value | undefined {
  const unread = weightAttribute(state, name);
  const initial = unread?.kind === 'array' ? initialWeight(run, state, name, unread.shape) : undefined;
  if (initial) setState(run, self, { ...state, fields: new Map(state.fields).set(name, initial) });
  return initial ?? unread;
}

function schedulerAttribute(self: Reference, state: LibraryObject, name: string): Value | undefined {
  if (name === 'step' || name === 'get_last_lr')
    return { kind: 'method', self, function: { kind: 'builtin', name: `scheduler.${name}` } };
  if (name === 'last_epoch') return state.fields.get(name) ?? { kind: 'int', value: 0 };
  return name === 'optimizer' ? state.args.get('_optimizer') : undefined;
}

export function libraryObjectWrite(run: Run, state: LibraryObject, name: string, value: Value): LibraryObject {
  if (isContainer(protocolOfRow(state.row)) && writeNamed(run, state, name, value)) return state;
  if (!weightAttribute(state, name)) return { ...state, fields: new Map(state.fields).set(name, value) };
  // A tensor without history that is written to a weight's place is the weight's new content.
  const weight =
    value.kind === 'array' && value.data && !value.tape && !state.fields.has(name) ? asLeaf(run, value, true) : value;
  noteParameter(run, weight);
  return { ...state, fields: new Map(state.fields).set(name, weight) };
}

/** `super().__init__(…)` of a framework's class: what the base would hold is kept as an object in the field `$base`. */
export function initializeBase(run: Run, instance: Value, args: Arguments): Value {
  const state = instance.kind === 'reference' ? stateOf(run, instance) : undefined;
  if (instance.kind !== 'reference' || state?.kind !== 'instance') return unknown(run, 'unmodelled', 'init');
  const base = libraryBase(run, state.class);
  if (!base || (args.positional.length === 0 && args.keywords.size === 0 && !hasOwnCall(base))) return { kind: 'none' };
  const object = constructRow(run, base, args);
  const now = stateOf(run, instance);
  if (now?.kind === 'instance') setState(run, instance, { ...now, fields: new Map(now.fields).set('$base', object) });
  return { kind: 'none' };
}

const hasOwnCall = (base: LibraryClass): boolean =>
  classMembers(base.row).call !== undefined ||
  isContainer(protocolOfRow(base.row)) ||
  protocolOfRow(base.row) === 'kerasSequential';
