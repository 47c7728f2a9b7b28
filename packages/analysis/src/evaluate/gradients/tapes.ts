/**
 * `tf.GradientTape`: what happens under it is remembered, of variables and of tensors that it watches.
 * https://www.tensorflow.org/guide/autodiff, https://www.tensorflow.org/api_docs/python/tf/GradientTape
 */
import { full, type NdArray } from '@softlens/core';
import type { Range } from '@softlens/syntax';
import { makeArray } from '../../operations/elementwise/operand.ts';
import { lastOrder, untaped } from '../../operations/gradients/record.ts';
import { type Reverse, reverse, without } from '../../operations/gradients/reverse.ts';
import { binaryOperation, runOperation } from '../../operations/index.ts';
import { knownShape } from '../../operations/shapes/shapes.ts';
import { bool, int, none, tuple } from '../../values/make.ts';
import type { ArrayValue, Reference, Value } from '../../values/value.ts';
import { libraryContext, operationContext } from '../calls/context.ts';
import { allocate, knownItems, newList, setState, stateOf } from '../objects/objects.ts';
import { stepOptimizer } from '../protocols/weights.ts';
import { type Run, step, unknown } from '../run/run.ts';
import { chargePass } from '../run/work.ts';
import { replace } from '../state/aliases.ts';
import { plain } from '../state/freeze.ts';
import { assigned } from '../state/variables.ts';
import { asLeaf } from './leaves.ts';

type Given = ReadonlyMap<string, Value>;

/** `with tf.GradientTape() as tape:`, at its head. */
export function startTape(run: Run, tape: Reference): void {
  run.recording = (run.recording ?? 0) + 1;
  run.opaque = true;
  writeField(run, tape, 'since', int(lastOrder()));
}

/** A method of a tape; undefined for others. */
export function tapeMethod(run: Run, self: Value, name: string, given: Given, node: Range): Value | undefined {
  if (self.kind !== 'reference') return undefined;
  switch (name) {
    case 'gradient':
      return gradient(run, self, given, node);
    case 'jacobian':
      return jacobian(run, self, given, node);
    case 'watch':
      for (const tensor of tensorsOf(run, given.get('_tensor') ?? none) ?? []) watch(run, tensor);
      return none;
    default:
      // What was recorded is another thing from here on.
      writeField(run, self, 'lost', bool(true));
      return unknown(run, 'unmodelled', `GradientTape.${name}`);
  }
}

/** Integers have no gradient, so that nothing is watched. */
function watch(run: Run, tensor: ArrayValue): void {
  if (!tensor.tape) replace(run, tensor, asLeaf(run, { ...tensor }));
}

function gradient(run: Run, self: Reference, given: Given, node: Range): Value {
  const [target, sources] = [given.get('_target'), given.get('_sources')];
  const since = usable(run, self);
  if (!target || !sources || since === undefined) return unknown(run, 'unmodelled', 'GradientTape.gradient');
  const ends = tensorsOf(run, plain(run, target));
  const weights = given.get('_gradient');
  if (!ends || (weights && weights.kind !== 'none' && ends.length !== 1)) return lost(run, sources);
  const passes = ends.map((end) => {
    const seed = weights && weights.kind !== 'none' ? plain(run, weights) : onesLike(end);
    return seed.kind === 'array' ? passFrom(run, end, seed, since) : undefined;
  });
  const zeros = isText(given.get('_unconnected'), 'zero');
  return mapped(run, sources, (source) => {
    const found = passes.map((pass, i) =>
      pass ? source.tape && pass.gradients.get(source.tape) : without(source, ends[i]?.reason),
    );
    const known = found.filter((one) => one !== undefined);
    const [first, ...more] = known;
    if (!first) return zeros ? zerosLike(source) : none;
    const sum = more.reduce<Value>((a, b) => binaryOperation('+', a, b, operationContext(run, node)), first);
    return sum.kind === 'array' && !run.recording ? untaped(sum) : sum;
  });
}

/** Undefined where it is not known what the target rests on. */
function passFrom(run: Run, end: ArrayValue, seed: ArrayValue, since: number): Reverse | undefined {
  if (!end.tape && !end.data) return undefined;
  const pass = reverse(end, seed, { createGraph: (run.recording ?? 0) > 0, step: () => step(run), since });
  chargePass(run, pass.steps);
  return pass;
}

/** One pass for each element of the target; its shape comes before that of the source. */
function jacobian(run: Run, self: Reference, given: Given, node: Range): Value {
  const [target, sources] = [given.get('_target'), given.get('_sources')];
  const since = usable(run, self);
  const end = target && plain(run, target);
  if (!sources || end?.kind !== 'array' || since === undefined) return unknown(run, 'unmodelled', 'GradientTape.jacobian');
  const shape = end.shape && knownShape(end.shape);
  const size = end.data?.data.length ?? 0;
  if (!shape || !end.data || size > maxRows) return lost(run, sources);
  const passes = Array.from({ length: size }, (_, i) => passFrom(run, end, oneAt(end, end.data as NdArray, i), since));
  return mapped(run, sources, (source) => {
    const rows = passes.map((pass) => source.tape && pass?.gradients.get(source.tape));
    if (rows.every((row) => row === undefined)) return none;
    const context = libraryContext(run, 'tensorflow', node);
    const table = runOperation('stack', new Map([['arrays', tuple(rows.map((row) => row ?? zerosLike(source)))]]), context);
    const whole = [...shape, ...(source.shape ?? []).map(Number)].map((dim) => int(dim));
    return runOperation(
      'reshape',
      new Map<string, Value>([
        ['x', table],
        ['shape', tuple(whole)],
      ]),
      context,
    );
  });
}

const maxRows = 64;

/** Where recording began; undefined once the tape has been used up, or is not followed. */
function usable(run: Run, self: Reference): number | undefined {
  const state = stateOf(run, self);
  if (state?.kind !== 'libraryObject' || state.fields.has('lost') || state.fields.has('used')) return undefined;
  const since = state.fields.get('since');
  const persistent = state.args.get('_persistent');
  if (persistent?.kind !== 'bool') return undefined;
  if (!persistent.value) writeField(run, self, 'used', bool(true));
  return since?.kind === 'int' ? Number(since.value) : undefined;
}

function writeField(run: Run, self: Reference, name: string, value: Value): void {
  const state = stateOf(run, self);
  if (state?.kind === 'libraryObject') setState(run, self, { ...state, fields: new Map(state.fields).set(name, value) });
}

/** In the form of the sources: a tensor, or lists, tuples and dicts of such. */
function mapped(run: Run, sources: Value, of: (source: ArrayValue) => Value): Value {
  const one = (value: Value): Value => mapped(run, value, of);
  if (sources.kind === 'array') return of(sources);
  if (sources.kind === 'tuple') return { ...sources, items: sources.items.map(one) };
  const state = sources.kind === 'reference' ? stateOf(run, sources) : undefined;
  if (state?.kind === 'list' && state.items) return newList(run, state.items.map(one));
  if (state?.kind !== 'dict' || state.open) return unknown(run, 'learned', 'gradient');
  const entries = [...state.entries].map(([key, entry]) => [key, { key: entry.key, value: one(entry.value) }] as const);
  return allocate(run, { ...state, entries: new Map(entries) });
}

const lost = (run: Run, sources: Value): Value =>
  mapped(run, sources, (source) => without(source, { key: 'unmodelled', name: 'GradientTape.gradient' }));

function tensorsOf(run: Run, value: Value): readonly ArrayValue[] | undefined {
  const items = value.kind === 'array' ? [value] : knownItems(run, value);
  const arrays = items?.map((item) => plain(run, item)).filter((item) => item.kind === 'array');
  return arrays?.length === items?.length ? arrays : undefined;
}

function onesLike(end: ArrayValue): Value {
  const shape = end.shape && knownShape(end.shape);
  return shape && end.dtype && end.data
    ? makeArray(end.library, { data: full(shape, 1, end.dtype) })
    : without(end, end.reason ?? { key: 'unmodelled' });
}

function oneAt(end: ArrayValue, { dtype, shape }: NdArray, place: number): ArrayValue {
  const zeros = full(shape, 0, dtype);
  return makeArray(end.library, { data: { ...zeros, data: zeros.data.map((_, i) => (i === place ? 1 : 0)) } });
}

function zerosLike(source: ArrayValue): Value {
  const shape = source.shape && knownShape(source.shape);
  return shape && source.dtype
    ? makeArray(source.library, { data: full(shape, 0, source.dtype) })
    : without(source, source.reason);
}

const isText = (value: Value | undefined, text: string): boolean => value?.kind === 'text' && value.value === text;

/**
 * `optimizer.apply_gradients(zip(gradients, variables))` of Keras: plain gradient descent is computed, after others the variables are not
 * known. https://keras.io/api/optimizers/
 */
export function applyGradients(run: Run, self: Value, given: Given, node: Range): Value {
  const pairs = given.get('_pairs');
  const rate = descentRate(run, self);
  if (!pairs || !knownItems(run, pairs)) stepOptimizer(run, undefined);
  for (const pair of (pairs && knownItems(run, pairs)) ?? []) {
    const [gradient, variable] = knownItems(run, pair) ?? [];
    if (variable?.kind !== 'array' || gradient?.kind === 'none') continue;
    const context = { ...operationContext(run, node), untracked: true } as const;
    const after =
      rate && gradient?.kind === 'array' && gradient.data
        ? binaryOperation('-', untaped(variable), binaryOperation('*', gradient, rate, context), context)
        : unknown(run, 'learned', 'weights');
    assigned(run, variable, after, node);
  }
  return none;
}

/** `optimizer.minimize(loss, var_list)`. */
export function minimized(run: Run, given: Given, node: Range): Value {
  for (const variable of tensorsOf(run, given.get('_variables') ?? none) ?? [])
    assigned(run, variable, unknown(run, 'learned', 'weights'), node);
  return none;
}

function descentRate(run: Run, self: Value): Value | undefined {
  const state = self.kind === 'reference' ? stateOf(run, self) : undefined;
  if (state?.kind !== 'libraryObject' || !/\.SGD$/.test(state.row.name)) return undefined;
  const options = state.args.get('_options');
  const further = options?.kind === 'reference' ? stateOf(run, options) : undefined;
  if (further?.kind === 'dict' && (further.open || further.entries.size > 0)) return undefined;
  const rate = state.fields.get('learning_rate') ?? state.args.get('_learning_rate');
  // The default is Keras' own: https://keras.io/api/optimizers/sgd/
  if (rate === undefined || rate.kind === 'none') return { kind: 'float', value: 0.01 };
  return rate.kind === 'float' || rate.kind === 'int' ? rate : undefined;
}
