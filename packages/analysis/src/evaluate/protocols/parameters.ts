/**
 * `model.parameters()`, `named_buffers()` and `state_dict()`: known where every module inside is one whose weights are known by
 * name and shape. https://pytorch.org/docs/stable/generated/torch.nn.Module.html
 */
import { classMembers } from '@softlens/frameworks';
import { untaped } from '../../operations/gradients/record.ts';
import { text, tuple } from '../../values/make.ts';
import type { ArrayValue, InstanceObject, LibraryObject, Reference, Value } from '../../values/value.ts';
import { asWeight } from '../gradients/leaves.ts';
import { setState, stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { current, noteView } from '../state/aliases.ts';
import { batchBuffers, isBatchNorm } from './batch-norm.ts';
import { isContainer } from './containers.ts';
import { modulesWithin } from './module-tree.ts';
import { weightShapes } from './weight-shapes.ts';
import { initialWeight, isParameter } from './weights.ts';

export type NamedTensors = readonly (readonly [name: string, value: Value])[];

/** What a module holds itself, without the modules within it. */
interface Tensors {
  readonly parameters: NamedTensors;
  readonly buffers: NamedTensors;
  /** Buffers that are no part of `state_dict()`. */
  readonly transient: ReadonlySet<string>;
}

const nothing: Tensors = { parameters: [], buffers: [], transient: new Set() };

/** In PyTorch's order: a module's own, then those of the modules in it; a tensor of two names once. Undefined where one is not known. */
export function namedParameters(run: Run, self: Reference): NamedTensors | undefined {
  const all = tensorsWithin(run, self, (own) => own.parameters);
  const seen = new Set<unknown>();
  return all?.filter(([, value]) => {
    const key = value.kind === 'array' && value.tape?.kind === 'leaf' ? value.tape.cell : value;
    return !seen.has(key) && seen.add(key);
  });
}

export const namedBuffers = (run: Run, self: Reference): NamedTensors | undefined =>
  tensorsWithin(run, self, (own) => own.buffers);

function tensorsWithin(run: Run, self: Reference, of: (own: Tensors) => NamedTensors): NamedTensors | undefined {
  const found: (readonly [string, Value])[] = [];
  for (const [path, module] of modulesWithin(run, self) ?? [['', undefined] as const]) {
    const own = module && ownTensors(run, module);
    if (!own) return undefined;
    found.push(...of(own).map(([name, value]) => [path === '' ? name : `${path}.${name}`, value] as const));
  }
  return found;
}

function ownTensors(run: Run, self: Reference): Tensors | undefined {
  const state = stateOf(run, self);
  if (state?.kind === 'libraryObject') return ofLayer(run, self, state);
  return state?.kind === 'instance' ? ofModule(run, state) : undefined;
}

function ofModule(run: Run, state: InstanceObject): Tensors | undefined {
  const parameters: [string, Value][] = [];
  const buffers: [string, Value][] = [];
  const registered = namesIn(state, '$buffers');
  for (const [name, field] of state.fields) {
    const value = current(run, field);
    if (value.kind === 'unknown' || value.kind === 'alternatives') return undefined;
    if (value.kind !== 'array') continue;
    if (registered.has(name)) buffers.push([name, value]);
    else if (!value.data) return undefined;
    else if (isParameter(run, value)) parameters.push([name, value]);
  }
  return { parameters, buffers, transient: namesIn(state, '$transient') };
}

function namesIn({ fields }: InstanceObject, kept: string): ReadonlySet<string> {
  const names = fields.get(kept);
  return new Set(names?.kind === 'tuple' ? names.items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])) : []);
}

/** Notes that an attribute was written by `register_buffer`. */
export function noteBuffer(run: Run, self: Reference, name: string, persistent: boolean): void {
  const state = stateOf(run, self);
  if (state?.kind !== 'instance') return;
  const fields = new Map(state.fields);
  for (const kept of persistent ? ['$buffers'] : ['$buffers', '$transient'])
    fields.set(
      kept,
      tuple(
        [...namesIn(state, kept)]
          .filter((one) => one !== name)
          .concat(name)
          .map(text),
      ),
    );
  setState(run, self, { ...state, fields });
}

function ofLayer(run: Run, self: Reference, state: LibraryObject): Tensors | undefined {
  if (state.library !== 'torch') return undefined;
  const { protocol } = classMembers(state.row);
  if (isContainer(protocol) || protocol === 'wrapper') return nothing;
  const name = state.row.name.slice(state.row.name.lastIndexOf('.') + 1);
  if (withoutParameters.test(name)) return nothing;
  const shapes = weightShapes(state);
  if (!shapes) return undefined;
  const weights = Object.entries(shapes).map(([own, shape]) => [own, weightOf(run, state, own, shape)] as const);
  // What is written to a parameter is written to the layer's.
  if (weights.some(([own]) => !state.fields.has(own)))
    setState(run, self, { ...state, fields: new Map([...state.fields, ...weights]) });
  return { ...nothing, parameters: weights, buffers: isBatchNorm(state) ? batchBuffers(state) : [] };
}

const withoutParameters =
  /^(?:(?:Re|Leaky\w*|E|SE|CE|GE|Si|G)LU6?|R?ReLU6?|Sigmoid|LogSigmoid|Tanh|Softmax(?:2d)?|Softmin|LogSoftmax|Softplus|Softsign|Hard\w+|Mish|(?:Alpha|Feature\w*)?Dropout\w*|Flatten|Unflatten|Identity|\w*Pool\dd|\w+Loss|Upsample|\w+Pad\dd)$/;

/** What was written to the layer, else numbers that are not known. */
function weightOf(run: Run, state: LibraryObject, name: string, shape: ArrayValue['shape']): Value {
  const written = state.fields.get(name);
  if (written) return current(run, written);
  const initial = initialWeight(run, state, name, shape);
  if (initial) return initial;
  return asWeight({ kind: 'array', library: 'torch', dtype: 'float32', ...(shape ? { shape } : {}), reason: { key: 'learned' } });
}

/** The entries of `state_dict()`: of each module its parameters, then its buffers. */
export function stateEntries(run: Run, self: Reference): readonly (readonly [Value, Value])[] | undefined {
  const all = tensorsWithin(run, self, ({ parameters, buffers, transient }) => [
    ...parameters,
    ...buffers.filter(([name]) => !transient.has(name)),
  ]);
  return all?.map(([name, value]) => [text(name), detached(run, value)] as const);
}

/** A tensor without history over the same memory. */
function detached(run: Run, value: Value): Value {
  if (value.kind !== 'array' || !value.tape) return value;
  const bare = untaped(value);
  noteView(run, bare, value, (parent) => ({ ...untaped(parent) }), true);
  return bare;
}
