/** torch.nn.Sequential, ModuleList and ModuleDict: their modules live in a list or dict of the heap, in the field `$modules`. */
import type { Range } from '@softlens/syntax';
import { text } from '../../values/make.ts';
import type { DictObject, LibraryClass, LibraryObject, Reference, Value } from '../../values/value.ts';
import type { Arguments, BoundArguments } from '../calls/arguments.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callValue } from '../calls/calls.ts';
import { readIndex, writeIndex } from '../expressions/indexing.ts';
import { allocate, newList, openList, setState, stateOf } from '../objects/objects.ts';
import { placeOf, type Run, unknown } from '../run/run.ts';
import { type Items, itemsOf } from '../statements/iteration.ts';
import { whereWritten } from './where-written.ts';

export const isContainer = (protocol: string | undefined): boolean =>
  protocol === 'sequential' || protocol === 'moduleList' || protocol === 'moduleDict';

export function constructContainer(run: Run, cls: LibraryClass, bound: BoundArguments, args: Arguments): Value {
  const given = bound.values.get('modules');
  const fields = new Map<string, Value>([['$modules', modulesOf(run, given, args)]]);
  return allocate(run, {
    kind: 'libraryObject',
    row: cls.row,
    library: cls.library,
    args: bound.values,
    fields,
    place: placeOf(run, args.node),
  });
}

function modulesOf(run: Run, given: Value | undefined, args: Arguments): Value {
  if (!given || given.kind === 'none') return newList(run, []);
  if (given.kind === 'tuple') {
    const [first] = given.items;
    if (given.items.length === 1 && first && isDict(run, first)) return copyOf(run, first);
    return args.open ? allocate(run, openList(undefined, args.tail ?? [])) : newList(run, given.items);
  }
  if (isDict(run, given)) return copyOf(run, given);
  const { items, element, tail } = itemsOf(run, given);
  return items ? newList(run, items) : allocate(run, openList(element, tail ?? []));
}

const isDict = (run: Run, value: Value): boolean => value.kind === 'reference' && stateOf(run, value)?.kind === 'dict';

function copyOf(run: Run, value: Value): Value {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'dict' ? allocate(run, state) : newList(run, []);
}

/** The modules in order. */
export function containerItems(run: Run, state: LibraryObject): Items {
  const modules = state.fields.get('$modules');
  if (!modules) return { element: unknown(run, 'unmodelled', 'modules') };
  const inner = modules.kind === 'reference' ? stateOf(run, modules) : undefined;
  if (inner?.kind !== 'dict') return itemsOf(run, modules);
  if (inner.open) return { element: unknown(run, 'unmodelled', 'modules') };
  const entries = [...inner.entries.values()];
  return { items: entries.map(({ key, value }) => (state.row.name.endsWith('ModuleDict') ? key : value)) };
}

export function callSequential(run: Run, state: LibraryObject, args: Arguments): Value {
  const { items, tail } = containerItems(run, state);
  const [input] = args.positional;
  const last = items ?? (tail?.length ? tail : undefined);
  if (!last || !input) return unknown(run, 'unread-call', state.row.name);
  return last.reduce<Value>(
    (value, module) => whereWritten(run, module, args.node, (node) => callValue(run, module, argumentsOf([value], node))),
    items ? input.value : unknown(run, 'unread-call', state.row.name),
  );
}

export function indexContainer(run: Run, self: Reference, state: LibraryObject, index: Value, node: Range): Value {
  const modules = state.fields.get('$modules');
  if (!modules) return unknown(run, 'unread-attribute', 'index');
  if (isDict(run, modules) && (index.kind === 'int' || index.kind === 'slice')) {
    const { items } = containerItems(run, state);
    return items
      ? sliced(run, state, readIndex(run, newList(run, items), [index], node), index)
      : unknown(run, 'unread-attribute', 'index');
  }
  return sliced(run, state, readIndex(run, modules, [index], node), index, self);
}

/** `model.classifier[6] = layer`, `layers['head'] = layer`. */
export function writeContainer(run: Run, state: LibraryObject, index: Value, value: Value, node: Range): boolean {
  const modules = state.fields.get('$modules');
  if (!modules) return false;
  const entries = isDict(run, modules) ? entriesOf(run, modules) : undefined;
  const named = entries && index.kind === 'int' ? [...entries.values()].at(Number(index.value))?.key : index;
  if (named) writeIndex(run, modules, [named], value, node);
  return true;
}

/** `model.heads.head = layer`, of a Sequential whose modules have names. */
export function writeNamed(run: Run, state: LibraryObject, name: string, value: Value): boolean {
  const modules = state.fields.get('$modules');
  const entries = modules && isDict(run, modules) ? entriesOf(run, modules) : undefined;
  if (!modules || !entries?.has(`s:${name}`)) return false;
  writeIndex(run, modules, [text(name)], value, state.place);
  return true;
}

function entriesOf(run: Run, modules: Value): DictObject['entries'] | undefined {
  const state = modules.kind === 'reference' ? stateOf(run, modules) : undefined;
  return state?.kind === 'dict' ? state.entries : undefined;
}

/** A slice of a Sequential is a Sequential. */
function sliced(run: Run, state: LibraryObject, value: Value, index: Value, _self?: Reference): Value {
  return index.kind === 'slice' ? allocate(run, { ...state, fields: new Map([['$modules', value]]) }) : value;
}

const listMethods: ReadonlySet<string> = new Set(['append', 'extend', 'insert', 'pop']);
const dictMethods: ReadonlySet<string> = new Set(['keys', 'values', 'items', 'update', 'get', 'pop']);

export function containerAttribute(run: Run, _self: Reference, state: LibraryObject, name: string): Value | undefined {
  const modules = state.fields.get('$modules');
  if (!modules) return undefined;
  if (name === '__len__') return { kind: 'method', self: modules, function: { kind: 'builtin', name: 'len' } };
  if (name === '_modules' && isDict(run, modules)) return modules;
  if (name === '_modules' && modules.kind === 'reference') {
    setState(run, modules, { kind: 'list' }); // by name, whoever writes there replaces one of them
    return undefined;
  }
  if (isDict(run, modules)) {
    if (dictMethods.has(name)) return { kind: 'method', self: modules, function: { kind: 'builtin', name: `dict.${name}` } };
    const inner = modules.kind === 'reference' ? stateOf(run, modules) : undefined;
    if (name === 'add_module') return { kind: 'method', self: modules, function: { kind: 'builtin', name: 'dict.__setitem__' } };
    return inner?.kind === 'dict' ? inner.entries.get(`s:${name}`)?.value : undefined;
  }
  if (name === 'add_module') return { kind: 'method', self: modules, function: { kind: 'builtin', name: 'module.appendNamed' } };
  if (listMethods.has(name)) return { kind: 'method', self: modules, function: { kind: 'builtin', name: `list.${name}` } };
  return undefined;
}
