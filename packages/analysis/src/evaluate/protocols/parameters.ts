/**
 * `model.parameters()`, `named_parameters()` and `state_dict()`: known where every module inside is one whose weights are known by
 * name and shape. https://pytorch.org/docs/stable/generated/torch.nn.Module.html
 */
import { type ClassRow, classMembers } from '@softlens/frameworks';
import { untaped } from '../../operations/gradients/record.ts';
import { text } from '../../values/make.ts';
import type { ArrayValue, InstanceObject, LibraryObject, Reference, Value } from '../../values/value.ts';
import { asWeight } from '../gradients/leaves.ts';
import { libraryBase } from '../objects/classes.ts';
import { setState, stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { current, noteView } from '../state/aliases.ts';
import { containerItems, isContainer } from './containers.ts';
import { weightShapes } from './weight-shapes.ts';
import { isParameter } from './weights.ts';

const protocolOfRow = (row: ClassRow): string | undefined => classMembers(row).protocol;

export type NamedParameters = readonly (readonly [name: string, value: Value])[];

/** In PyTorch's order: a module's own, then those of the modules in it. Undefined where one is not known. */
export function namedParameters(run: Run, self: Reference, depth = 8): NamedParameters | undefined {
  const state = stateOf(run, self);
  if (depth === 0) return undefined;
  if (state?.kind === 'libraryObject') return ofLayer(run, self, state, depth);
  return state?.kind === 'instance' ? ofModule(run, state, depth) : undefined;
}

function ofModule(run: Run, state: InstanceObject, depth: number): NamedParameters | undefined {
  if (state.open || !libraryBase(run, state.class)) return undefined;
  const own: [string, Value][] = [];
  const inner: (readonly [string, Value])[] = [];
  for (const [name, field] of state.fields) {
    const value = current(run, field);
    if (name.startsWith('$') || value.kind === 'unknown' || value.kind === 'alternatives') return undefined;
    if (value.kind === 'array') {
      if (!value.data) return undefined;
      if (isParameter(run, value)) own.push([name, value]);
    }
    const object = value.kind === 'reference' ? stateOf(run, value) : undefined;
    if (value.kind !== 'reference' || (object?.kind !== 'libraryObject' && object?.kind !== 'instance')) continue;
    const parameters = namedParameters(run, value, depth - 1);
    if (!parameters) return undefined;
    inner.push(...prefixed(name, parameters));
  }
  return [...own, ...inner];
}

const prefixed = (name: string, parameters: NamedParameters): NamedParameters =>
  parameters.map(([own, value]) => [`${name}.${own}`, value] as const);

function ofLayer(run: Run, self: Reference, state: LibraryObject, depth: number): NamedParameters | undefined {
  if (state.library !== 'torch') return undefined;
  if (isContainer(protocolOfRow(state.row))) return ofContainer(run, state, depth);
  const name = state.row.name.slice(state.row.name.lastIndexOf('.') + 1);
  if (withoutParameters.test(name)) return [];
  const shapes = weightShapes(state);
  if (!shapes) return undefined;
  const weights = Object.entries(shapes).map(([own, shape]) => [own, weightOf(run, state, own, shape)] as const);
  // What is written to a parameter is written to the layer's.
  if (weights.some(([own]) => !state.fields.has(own)))
    setState(run, self, { ...state, fields: new Map([...state.fields, ...weights]) });
  return weights;
}

function ofContainer(run: Run, state: LibraryObject, depth: number): NamedParameters | undefined {
  const { items } = containerItems(run, state);
  if (!items || state.row.name.endsWith('ModuleDict')) return undefined;
  const all = items.map((item, i) => {
    const parameters = item.kind === 'reference' ? namedParameters(run, item, depth - 1) : undefined;
    return parameters && prefixed(String(i), parameters);
  });
  return all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);
}

const withoutParameters =
  /^(?:(?:Re|Leaky\w*|E|SE|CE|GE|Si|G)LU6?|R?ReLU6?|Sigmoid|LogSigmoid|Tanh|Softmax(?:2d)?|Softmin|LogSoftmax|Softplus|Softsign|Hard\w+|Mish|(?:Alpha|Feature\w*)?Dropout\w*|Flatten|Unflatten|Identity|\w*Pool\dd|\w+Loss|Upsample|\w+Pad\dd)$/;

/** What was written to the layer, else numbers that are not known. */
function weightOf(run: Run, state: LibraryObject, name: string, shape: ArrayValue['shape']): Value {
  const written = state.fields.get(name);
  if (written) return current(run, written);
  return asWeight({ kind: 'array', library: 'torch', dtype: 'float32', ...(shape ? { shape } : {}), reason: { key: 'learned' } });
}

/** The entries of `state_dict()`; batch norms, and tensors that may be buffers, have more of them. */
export function stateEntries(run: Run, self: Reference): readonly (readonly [Value, Value])[] | undefined {
  if (hasBuffers(run, self, 8)) return undefined;
  return namedParameters(run, self)?.map(([name, value]) => [text(name), detached(run, value)] as const);
}

/** A tensor without history over the same memory. */
function detached(run: Run, value: Value): Value {
  if (value.kind !== 'array' || !value.tape) return value;
  const bare = untaped(value);
  noteView(run, bare, value, (parent) => ({ ...untaped(parent) }), true);
  return bare;
}

function hasBuffers(run: Run, self: Reference, depth: number): boolean {
  const state = stateOf(run, self);
  if (depth === 0 || (state?.kind === 'libraryObject' && /(?:Batch|Instance)Norm/.test(state.row.name))) return true;
  const fields = state?.kind === 'instance' ? [...state.fields.values()] : [];
  const items =
    state?.kind === 'libraryObject' && isContainer(protocolOfRow(state.row)) ? (containerItems(run, state).items ?? []) : [];
  return [...fields, ...items].some((value) =>
    value.kind === 'array' ? !isParameter(run, value) : value.kind === 'reference' && hasBuffers(run, value, depth - 1),
  );
}
