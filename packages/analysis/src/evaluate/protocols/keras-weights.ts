/**
 * The weights of Keras' dense layers: a kernel of shape [inputs, units] and a bias, drawn at random until the program sets them, and
 * unknown again once a model was fitted. https://keras.io/api/layers/base_layer/, https://keras.io/api/layers/core_layers/dense/
 */
import type { Range } from '@softlens/syntax';
import { makeArray } from '../../operations/elementwise/operand.ts';
import { arrayFromNested, dialectOf } from '../../operations/index.ts';
import type { Shape } from '../../values/dim.ts';
import { int, none } from '../../values/make.ts';
import type { ArrayValue, LibraryObject, Reference, Value } from '../../values/value.ts';
import { callWith } from '../calls/calls.ts';
import { qualifiedValue } from '../expressions/names.ts';
import { knownItems, newList, setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { current } from '../state/aliases.ts';
import { plain } from '../state/freeze.ts';
import { asVariable } from '../state/variables.ts';
import { itemsOf } from '../statements/iteration.ts';
import { noteParameter } from './weights.ts';

const isDense = ({ row, library }: LibraryObject): boolean => row.name === 'keras.layers.Dense' && library !== 'tfjs';

/** Of a layer that was called: how many inputs it has from then on. */
export function noteInputs(run: Run, self: Reference, input: Value | undefined): void {
  const state = stateOf(run, self);
  const last = input?.kind === 'array' ? input.shape?.at(-1) : undefined;
  if (state?.kind !== 'libraryObject' || !isDense(state) || typeof last !== 'number' || state.fields.has('$inputs')) return;
  setState(run, self, { ...state, fields: new Map(state.fields).set('$inputs', int(last)) });
}

/** Kernel and bias, in order; undefined before there are any, and for other layers that have some. */
function weightsOf(run: Run, layer: Value): readonly ArrayValue[] | undefined {
  const state = layer.kind === 'reference' ? stateOf(run, layer) : undefined;
  if (state?.kind !== 'libraryObject') return undefined;
  if (weightless.test(state.row.name)) return [];
  if (!isDense(state)) return undefined;
  const [inputs, units] = [state.fields.get('$inputs'), state.args.get('features')];
  if (units?.kind !== 'int') return undefined;
  const hasBias = !isFalse(state.args.get('_use_bias'));
  const names = hasBias ? ['$kernel', '$bias'] : ['$kernel'];
  const weights = names.map((name): ArrayValue | undefined => {
    const written = state.fields.get(name);
    const now = written && current(run, written);
    if (now) return now.kind === 'array' ? now : undefined;
    if (name === '$kernel' && inputs?.kind !== 'int') return undefined;
    return drawn(
      name === '$kernel' ? [Number(inputs?.kind === 'int' ? inputs.value : 0), Number(units.value)] : [Number(units.value)],
    );
  });
  return weights.every((weight) => weight !== undefined) ? weights : undefined;
}

const weightless =
  /^keras\.layers\.(?:Flatten|Dropout|Activation|ReLU|LeakyReLU|Softmax|Reshape|\w*Pooling\dD|InputLayer|Rescaling)$/;
const isFalse = (value: Value | undefined): boolean => value?.kind === 'bool' && !value.value;

const drawn = (shape: Shape): ArrayValue => makeArray('tensorflow', { dtype: 'float32', shape, reason: { key: 'learned' } });

/** The layers of a Sequential; of other models they are not known. */
function layersOf(run: Run, state: LibraryObject): readonly Value[] | undefined {
  const modules = state.fields.get('$modules');
  const outputs = state.args.get('outputs');
  if (!modules || (outputs && outputs.kind !== 'none')) return undefined;
  const layers = itemsOf(run, modules).items?.filter((layer) => layer.kind === 'reference');
  // A layer that is used several times is one layer.
  return layers?.filter((layer, i) => layers.findIndex(({ id }) => id === layer.id) === i);
}

/** A Sequential whose input is known has all its weights before it is called: each layer takes what the one before gives. */
function build(run: Run, state: LibraryObject): void {
  const modules = state.fields.get('$modules');
  let width: number | undefined;
  for (const layer of (modules && itemsOf(run, modules).items) ?? []) {
    const own = layer.kind === 'reference' ? stateOf(run, layer) : undefined;
    if (layer.kind === 'array') width = lastOf(layer.shape?.at(-1));
    if (layer.kind !== 'reference' || own?.kind !== 'libraryObject') continue;
    width = statedWidth(run, own) ?? width;
    const units = own.args.get('features');
    if (isDense(own) && width !== undefined && !own.fields.has('$inputs'))
      setState(run, layer, { ...own, fields: new Map(own.fields).set('$inputs', int(width)) });
    if (isDense(own)) width = units?.kind === 'int' ? Number(units.value) : undefined;
    else if (!keepsWidth.test(own.row.name)) width = undefined;
  }
}

const keepsWidth = /^keras\.layers\.(?:Dropout|Activation|ReLU|LeakyReLU|Softmax|Rescaling)$/;
const lastOf = (size: unknown): number | undefined => (typeof size === 'number' ? size : undefined);

/** `input_shape=(2,)` of the first layer. */
function statedWidth(run: Run, { args }: LibraryObject): number | undefined {
  const further = args.get('_kwargs');
  const options = further?.kind === 'reference' ? stateOf(run, further) : undefined;
  const shape = options?.kind === 'dict' ? options.entries.get('s:input_shape')?.value : undefined;
  const last = shape && knownItems(run, shape)?.at(-1);
  return last?.kind === 'int' ? Number(last.value) : undefined;
}

/** An attribute of a layer or a model that is about weights or layers. */
export function weightsAttribute(run: Run, self: Reference, name: string): Value | undefined {
  const state = stateOf(run, self);
  if (state?.kind !== 'libraryObject' || state.library === 'tfjs') return undefined;
  if (!methods.has(name) && !lists.has(name) && name !== 'layers' && name !== 'kernel' && name !== 'bias') return undefined;
  build(run, state);
  if (methods.has(name)) return { kind: 'method', self, function: { kind: 'builtin', name: `keras.${name}` } };
  if (name === 'layers') {
    const layers = layersOf(run, state);
    return layers && newList(run, layers);
  }
  if (name === 'kernel' || name === 'bias') return isDense(state) ? weightsOf(run, self)?.[name === 'kernel' ? 0 : 1] : undefined;
  const weights = allWeights(run, self, state);
  return weights && newList(run, weights);
}

const methods: ReadonlySet<string> = new Set(['get_weights', 'set_weights', 'count_params']);
const lists: ReadonlySet<string> = new Set(['weights', 'variables', 'trainable_weights', 'trainable_variables']);

function allWeights(run: Run, self: Reference, state: LibraryObject): readonly ArrayValue[] | undefined {
  const parts = layersOf(run, state)?.map((layer) => weightsOf(run, layer)) ?? [weightsOf(run, self)];
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

export function kerasWeightsMethod(
  run: Run,
  self: Value | undefined,
  name: string,
  given: Value | undefined,
  node: Range,
): Value {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self?.kind !== 'reference' || state?.kind !== 'libraryObject') return unknown(run, 'unread-call', name);
  if (name === 'set_weights') return setWeights(run, self, state, given);
  const weights = allWeights(run, self, state);
  if (!weights) return unknown(run, 'unread-call', name);
  if (name === 'get_weights')
    return newList(
      run,
      weights.map((weight) => callWith(run, qualifiedValue(run, 'numpy.array'), [weight], node)),
    );
  const sizes = weights.map(({ shape }) => (shape ?? []).reduce<number>((all, size) => all * Number(size), 1));
  return int(sizes.reduce((a, b) => a + b, 0));
}

/** The arrays in the order of `weights`; where they do not fit, nothing is known of the weights. */
function setWeights(run: Run, self: Reference, state: LibraryObject, given: Value | undefined): Value {
  const items = given && knownItems(run, given);
  const layers = layersOf(run, state) ?? [self];
  let at = 0;
  for (const layer of layers) {
    const own = layer.kind === 'reference' ? stateOf(run, layer) : undefined;
    if (layer.kind !== 'reference' || own?.kind !== 'libraryObject' || weightless.test(own.row.name)) continue;
    const count = isFalse(own.args.get('_use_bias')) ? 1 : 2;
    const fields = new Map(own.fields);
    ['$kernel', '$bias'].slice(0, count).forEach((name, i) => {
      fields.set(name, written(run, isDense(own) ? items?.[at + i] : undefined));
    });
    const kernel = fields.get('$kernel');
    const inputs = kernel?.kind === 'array' ? kernel.shape?.[0] : undefined;
    if (typeof inputs === 'number') fields.set('$inputs', int(inputs));
    at += count;
    setState(run, layer, { ...own, fields });
  }
  run.opaque = true;
  return none;
}

function written(run: Run, given: Value | undefined): Value {
  const value = given && plain(run, given);
  const context = { library: 'tensorflow', dialect: dialectOf('tensorflow'), maxElements: run.budget.elements };
  const array = value ? arrayFromNested(value, 'float32', context) : unknown(run, 'unmodelled', 'set_weights');
  const weight = asVariable(run, array, true);
  noteParameter(run, weight);
  return weight;
}

/** The numbers that come out, where those of the input and the weights are known. */
export function denseResult(run: Run, self: Reference, input: Value | undefined, node: Range): ArrayValue | undefined {
  const state = stateOf(run, self);
  const x = input && plain(run, input);
  if (state?.kind !== 'libraryObject' || !isDense(state) || !state.fields.has('$kernel') || x?.kind !== 'array' || !x.data)
    return undefined;
  const [kernel, bias] = weightsOf(run, self) ?? [];
  if (!kernel?.data || (bias && !bias.data)) return undefined;
  const product = callWith(run, qualifiedValue(run, 'tensorflow.tensordot'), [x, kernel, int(1)], node);
  const sum = bias ? callWith(run, qualifiedValue(run, 'tensorflow.add'), [product, bias], node) : product;
  return sum.kind === 'array' && sum.data ? sum : undefined;
}
