/** Keras layers and models: https://keras.io/api/models/ and https://keras.io/api/layers/base_layer/ */
import { type ClassRow, lookup } from '@softlens/frameworks';
import type { LibraryClass, LibraryObject, Reference, UserFunction, Value } from '../../values/value.ts';
import { type Arguments, argumentsOf, type BoundArguments } from '../calls/arguments.ts';
import { callValue, callWith } from '../calls/calls.ts';
import { callObjectRow } from '../calls/library-calls.ts';
import { allocate, newList, openList, stateOf } from '../objects/objects.ts';
import { placeOf, type Run, unknown } from '../run/run.ts';
import { trainingValue } from '../statements/conditions.ts';
import { itemsOf } from '../statements/iteration.ts';
import { denseResult, noteInputs, weightsAttribute } from './keras-weights.ts';
import { whereWritten } from './where-written.ts';

export function constructKeras(run: Run, cls: LibraryClass, bound: BoundArguments, args: Arguments): Value {
  const layers = bound.values.get('layers');
  const { items, tail } = layers && layers.kind !== 'none' ? itemsOf(run, layers) : { items: [] };
  const list = items ? newList(run, items) : allocate(run, openList(undefined, tail ?? []));
  return allocate(run, {
    kind: 'libraryObject',
    row: cls.row,
    library: cls.library,
    args: withPresentNames(bound.values, args),
    fields: new Map([['$modules', list]]),
    place: placeOf(run, args.node),
  });
}

/** `Model(input=…, output=…)` of Keras 1, which Keras 2 still took: https://github.com/keras-team/keras/wiki/Keras-2.0-release-notes */
function withPresentNames(values: BoundArguments['values'], { keywords }: Arguments): BoundArguments['values'] {
  const output = keywords.get('output')?.value;
  return output && (values.get('outputs')?.kind ?? 'none') === 'none' ? new Map(values).set('outputs', output) : values;
}

/** The layer's own result, then its activation: a name, a function, a layer or None. */
export function callKerasLayer(run: Run, self: Reference, state: LibraryObject, args: Arguments): Value | undefined {
  const input = args.positional[0]?.value ?? args.keywords.get('inputs')?.value;
  const meant = callObjectRow(run, self, state.row, state.library, state.args, args);
  noteInputs(run, self, input);
  const known = denseResult(run, self, input, args.node);
  const result = known && meant?.kind === 'array' && meant.space ? { ...known, space: meant.space } : (known ?? meant);
  const activation = state.args.get('activation');
  if (!result || !activation || activation.kind === 'none') return result;
  if (activation.kind === 'text' && activation.value === 'linear') return result;
  const fn = activation.kind === 'text' ? activationNamed(run, state.row, activation.value) : activation;
  return fn.kind === 'unknown' ? fn : whereWritten(run, self, args.node, (node) => callWith(run, fn, [result], node));
}

function activationNamed(run: Run, layer: ClassRow, name: string): Value {
  const found = activationRow(layer, name);
  return found ? { kind: 'libraryFunction', row: found.row, library: found.library } : unknown(run, 'unread-call', name);
}

function activationRow(
  row: ClassRow,
  name: string,
): { row: Extract<NonNullable<ReturnType<typeof lookup>>['row'], { kind: 'function' }>; library: string } | undefined {
  const candidates = [
    // TensorFlow.js names them as its functions.
    ...(row.name.startsWith('@tensorflow/tfjs.') ? [`@tensorflow/tfjs.${name}`] : []),
    `keras.activations.${name}`,
    `tensorflow.keras.activations.${name}`,
    `tensorflow.nn.${name}`,
    `${row.name.split('.')[0]}.${name}`,
  ];
  for (const candidate of candidates) {
    const found = lookup(candidate);
    if (found?.row.kind === 'function') return { row: found.row, library: found.library.name };
  }
  return undefined;
}

/** A Sequential applies its layers in turn; a functional model gives what its outputs are. */
export function callKerasModel(run: Run, _self: Reference, state: LibraryObject, args: Arguments): Value {
  const outputs = state.args.get('outputs');
  if (outputs && outputs.kind !== 'none') return outputs;
  const layers = state.fields.get('$modules');
  const { items, tail } = layers ? itemsOf(run, layers) : {};
  const [input] = args.positional;
  const last = items ?? tail;
  if (!last || last.length === 0) return unknown(run, 'unread-call', state.row.name);
  return last.reduce<Value>(
    (value, layer) =>
      isTensor(layer) ? layer : whereWritten(run, layer, args.node, (node) => callValue(run, layer, argumentsOf([value], node))),
    (items && input?.value) ?? unknown(run, 'input'),
  );
}

/** `keras.Input(…)` among the layers is the input itself. */
const isTensor = (value: Value): boolean => value.kind === 'array' || value.kind === 'unknown';

/** What a model gives for an input that is not known: for `compile`, whose losses meet it. */
export function modelOutput(run: Run, self: Value): Value | undefined {
  const state = self.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self.kind !== 'reference' || (state?.kind !== 'libraryObject' && state?.kind !== 'instance')) return undefined;
  return callWith(run, self, [unknown(run, 'input')], state.kind === 'libraryObject' ? state.place : state.class.definition);
}

export function kerasAttribute(run: Run, self: Reference, name: string): Value | undefined {
  const own = weightsAttribute(run, self, name);
  if (own) return own;
  switch (name) {
    case 'add':
      return { kind: 'method', self, function: { kind: 'builtin', name: 'keras.add' } };
    case 'pop':
      return { kind: 'method', self, function: { kind: 'builtin', name: 'keras.pop' } };
    case 'layers':
      return { kind: 'method', self, function: { kind: 'builtin', name: 'keras.layers' } };
    default:
      return undefined;
  }
}

/** Keras passes `training` itself: whether it holds is a condition like PyTorch's `self.training`. */
export function kerasArguments(call: UserFunction, args: Arguments): Arguments {
  const takes = call.definition.params.findIndex((p) => p.target.kind === 'name' && p.target.name === 'training');
  if (takes < 0 || args.keywords.has('training') || takes - 1 < args.positional.length) return args;
  return { ...args, keywords: new Map(args.keywords).set('training', { value: trainingValue }) };
}
