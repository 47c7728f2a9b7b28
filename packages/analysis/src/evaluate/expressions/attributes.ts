/** `object.name`: reading. */
import {
  classMembers,
  type FunctionRow,
  library as libraryNamed,
  libraryOfModule,
  lookup,
  methodRow,
  parseSignature,
  topLevelModule,
} from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import { frozenMember } from '../../builtins/python/compositions.ts';
import { patternMember } from '../../builtins/python/patterns/values.ts';
import { builtinMember, builtinQualified } from '../../builtins/registry.ts';
import { untaped } from '../../operations/gradients/record.ts';
import { arrayAttribute } from '../../operations/index.ts';
import { moduleMember } from '../../resolve/modules.ts';
import { bool, fromLiteral, int, none, text, tuple } from '../../values/make.ts';
import { memberName } from '../../values/member-name.ts';
import type {
  ArrayValue,
  DTypeValue,
  InstanceObject,
  LibraryObject,
  Reference,
  Tuple,
  UserFunction,
  Value,
} from '../../values/value.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callMethod, callWith } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { callFunction, functionName } from '../calls/functions.ts';
import { gradientAttribute } from '../gradients/leaves.ts';
import { classAttribute, libraryBase, resolutionOrder, superAttribute } from '../objects/classes.ts';
import { dataFields, namedTupleFields, namedTupleItems } from '../objects/dataclasses.ts';
import { enumMembers } from '../objects/enums.ts';
import { moduleNames } from '../objects/namespaces.ts';
import { fieldsDict, newDict, setState, stateOf } from '../objects/objects.ts';
import { libraryObjectAttribute, moduleAttribute } from '../protocols/index.ts';
import { assume, inherit } from '../run/facts.ts';
import { isPython, type Run, unknown } from '../run/run.ts';
import { noteView } from '../state/aliases.ts';
import { casesOf, forEachCase } from '../state/alternatives.ts';
import { readCell } from '../state/heap.ts';
import { isHeapObject } from './equality.ts';
import { qualifiedValue } from './names.ts';

export function readAttribute(run: Run, object: Value, name: string, node: Range): Value {
  return forEachCase(run, object, (one) => readOne(run, one, name, node));
}

function readOne(run: Run, object: Value, name: string, node: Range): Value {
  switch (object.kind) {
    case 'module':
      return (name === '__dict__' ? moduleNames(run, object.path) : undefined) ?? moduleMember(run, object.path, name);
    case 'libraryName':
      return libraryMember(run, object, name);
    case 'libraryClass':
    case 'libraryFunction':
      return classMember(run, object, name);
    case 'array':
      return arrayMember(run, object, name, node);
    case 'reference':
      return objectMember(run, object, name, node);
    case 'class':
      return classMemberOf(run, object, name);
    case 'unknown':
      return unknownMember(run, object, name);
    case 'tuple': {
      const i = object.names?.indexOf(name) ?? -1;
      if (object.type?.startsWith('re.'))
        return patternMember(object, name) ?? builtinMember(run, object, name) ?? unknown(run, 'unread-attribute', name);
      if (name === '_fields' && object.names) return tuple(object.names.map(text));
      return object.items[i] ?? builtinMember(run, object, name) ?? unknown(run, 'unread-attribute', name);
    }
    case 'partial':
      if (object.function.kind === 'builtin' && object.function.name === 'super') return superAttribute(run, object, name);
      if (object.function.kind === 'builtin' && object.function.name === 'scipy.sparse.matrix')
        return sparseMember(run, object, name);
      if (object.function.kind === 'builtin' && object.function.name === 'stats.frozen')
        return frozenMember(run, object, name) ?? unknown(run, 'unread-attribute', name);
      return namedTupleMember(object, name) ?? (name === 'func' ? object.function : unknown(run, 'unread-attribute', name));
    case 'function':
      if (name === '__name__' || name === 'name') {
        const own = functionName(object);
        return text(isPython(run) && own.startsWith('lambda@') ? '<lambda>' : own);
      }
      {
        const cell = readCell(run.heap, attributeCell(object, name));
        if (cell && !isHeapObject(cell)) return cell;
      }
      return builtinMember(run, object, name) ?? unknown(run, 'unread-attribute', name);
    case 'none':
      return unknown(run, 'error', name);
    case 'dtype':
      return dtypeMember(run, object, name);
    case 'builtin':
      if (name === '__name__') return text(object.name.slice(object.name.lastIndexOf('.') + 1));
      if (object.name.startsWith('scipy.')) return libraryMember(run, { kind: 'libraryName', name: object.name }, name);
      return builtinQualified(`${object.name}.${name}`) ?? unknown(run, 'unread-attribute', name);
    case 'method':
      return object.function.kind === 'function' && name === '__name__'
        ? text(functionName(object.function))
        : unknown(run, 'unread-attribute', name);
    default:
      return builtinMember(run, object, name) ?? unknown(run, 'unread-attribute', name);
  }
}

/** A sparse matrix is known by what `toarray` gives: https://docs.scipy.org/doc/scipy/reference/sparse.html */
function sparseMember(run: Run, { positional }: Extract<Value, { kind: 'partial' }>, name: string): Value {
  const [dense] = positional;
  if (dense?.kind !== 'array') return unknown(run, 'unread-attribute', name);
  if (name === 'shape') return tuple((dense.shape ?? []).map((size) => int(Number(size))));
  if (name === 'A') return dense;
  return name === 'toarray'
    ? { kind: 'partial', function: { kind: 'builtin', name: 'functools.keep' }, positional: [dense], keywords: new Map() }
    : unknown(run, 'unread-attribute', name);
}

/** `Point._fields` and `Point._make` of what `namedtuple` made. */
function namedTupleMember({ function: fn, positional }: Extract<Value, { kind: 'partial' }>, name: string): Value | undefined {
  const [names] = positional;
  if (fn.kind !== 'builtin' || fn.name !== 'namedtuple.new' || names?.kind !== 'tuple') return undefined;
  if (name === '_fields') return tuple(names.items.slice(1));
  if (name === '__name__') return names.items[0];
  return name === '_make'
    ? { kind: 'partial', function: { kind: 'builtin', name: 'namedtuple.make' }, positional, keywords: new Map() }
    : undefined;
}

function libraryMember(run: Run, object: Extract<Value, { kind: 'libraryName' }>, name: string): Value {
  if (name === '__name__' && /^(?:numpy\.ndarray|torch\.Tensor)$/.test(object.name))
    return text(object.name.replace(/^\w+\./, ''));
  const qualified = memberName(object.name, name);
  const builtin = builtinQualified(qualified);
  if (builtin) return object.assumed ? assume(run, builtin) : builtin;
  return qualifiedValue(run, qualified, object.assumed === true);
}

/** `array.dtype.name`, `torch.float32.is_floating_point`. */
function dtypeMember(run: Run, { dtype, library, instance }: DTypeValue, name: string): Value {
  const bits = /\d+$/.exec(dtype)?.[0];
  if (name === 'itemsize') return int(bits === undefined ? 1 : Number(bits) / 8);
  if (name === 'is_floating_point' && library === 'torch') return bool(dtype.includes('float'));
  if (library !== 'torch' && (name === 'name' || name === '__name__'))
    return text(dtype === 'bool' && !instance && library === 'numpy' ? 'bool_' : dtype);
  return unknown(run, 'unread-attribute', name);
}

/** `nn.Module.__init__`, `torch.Tensor.softmax`, `BertModel.from_pretrained`. */
function classMember(run: Run, object: Extract<Value, { kind: 'libraryClass' | 'libraryFunction' }>, name: string): Value {
  if (object.row.kind === 'function' && ufuncMethods.has(name) && isUfunc(object.row) && !lookup(`${object.row.name}.${name}`))
    return { kind: 'method', self: object, function: { kind: 'builtin', name: `ufunc.${name}` } };
  if (object.row.kind === 'class') {
    if (name === '__name__') return text(object.row.name.slice(object.row.name.lastIndexOf('.') + 1));
    const method = classMembers(object.row).methods.get(name);
    if (method)
      return { kind: 'libraryFunction', row: method, library: object.library, ...(object.assumed ? { assumed: true } : {}) };
    const special = moduleAttribute(run, { kind: 'libraryClass', row: object.row, library: object.library }, name);
    if (special) return special;
  }
  return qualifiedValue(run, `${object.row.name}.${name}`, object.assumed === true);
}

/** NumPy's functions of two arrays have methods: https://numpy.org/doc/stable/reference/ufuncs.html#methods */
const ufuncMethods: ReadonlySet<string> = new Set(['reduce', 'accumulate', 'outer', 'at']);

const isUfunc = (row: FunctionRow): boolean =>
  row.name.startsWith('numpy.') && row.name.split('.').length === 2 && row.signature.startsWith('(x1: x, x2: y, /');

function arrayMember(run: Run, array: Extract<Value, { kind: 'array' }>, name: string, node: Range): Value {
  if (name === 'dtype' && array.dtype && !isPython(run)) return text(array.dtype);
  const member = array.library === 'core' && !isPython(run) ? builtinMember(run, array, name) : undefined;
  if (member) return member;
  const attribute = gradientAttribute(run, array, name) ?? arrayAttribute(array, name, operationContext(run, node));
  if (name === 'data' && array.tape && attribute?.kind === 'array') noteView(run, attribute, array, untracked, true);
  if (attribute) return inherit(run, attribute, [array]);
  const row = arrayMethod(array.library, formerNames[name] ?? name);
  if (row) return { kind: 'method', self: array, function: { kind: 'libraryFunction', row, library: array.library } };
  return unknown(run, 'unread-attribute', name);
}

/** `x.data` shows the numbers of `x`, and no history. */
const untracked = (parent: ArrayValue): Value => ({ ...untaped(parent) });

/** `Tensor.resize` is deprecated: it reshapes. https://github.com/pytorch/pytorch/blob/main/torch/_tensor.py */
const formerNames: Readonly<Record<string, string>> = { resize: 'reshape', resize_as: 'reshape_as' };

function arrayMethod(libraryName: string, name: string): FunctionRow | undefined {
  const library = libraryNamed(libraryName) ?? libraryOfModule(topLevelModule(libraryName));
  return library && methodRow(library, name);
}

function objectMember(run: Run, object: Reference, name: string, node: Range): Value {
  const state = stateOf(run, object);
  if (state?.kind === 'instance') return instanceMember(run, object, state, name, node);
  if (state?.kind === 'libraryObject') return libraryObjectMember(run, object, state, name, node);
  if (state?.kind === 'dict' && !isPython(run)) {
    const entry = state.map ? undefined : state.entries.get(`s:${name}`);
    if (entry) return entry.value;
    return builtinMember(run, object, name) ?? (state.open ? unknown(run, 'unmodelled', name) : none);
  }
  return builtinMember(run, object, name) ?? unknown(run, 'unread-attribute', name);
}

function instanceMember(run: Run, object: Reference, state: InstanceObject, name: string, node: Range): Value {
  const field = state.fields.get(name);
  if (field) return field;
  if (name === '__class__' || (name === 'constructor' && !isPython(run))) return state.class;
  if (name === '__dict__') return state.open ? unknown(run, 'unmodelled', name) : fieldsDict(run, object, state);
  const found = classAttribute(run, state.class, name);
  if (found) return bind(run, object, found.value, found.owner, node);
  const tupled = name.startsWith('_') ? asNamedTuple(run, object) : undefined;
  if (tupled && name === '_replace')
    return { kind: 'method', self: object, function: { kind: 'builtin', name: 'dataclasses.replace' } };
  if (tupled && name === '_fields') return tuple((tupled.names ?? []).map(text));
  if (tupled) return builtinMember(run, tupled, name) ?? unknown(run, 'unread-attribute', name);
  const base = libraryBase(run, state.class);
  if (base) {
    const inherited = moduleAttribute(run, base, name, object);
    if (inherited) return inherited;
    const method = classMembers(base.row).methods.get(name);
    if (method)
      return { kind: 'method', self: object, function: { kind: 'libraryFunction', row: method, library: base.library } };
  }
  if (name === '__call__') return object; // calling what this gives calls the instance
  const getter = classAttribute(run, state.class, '__getattr__');
  if (getter && getter.value.kind === 'function')
    return callWith(run, { kind: 'method', self: object, function: getter.value }, [text(name)], node);
  return unknown(run, 'unread-attribute', name, `object${object.id}.${name}`);
}

/** What the methods of named tuples see of an instance of a class over `typing.NamedTuple`. */
function asNamedTuple(run: Run, object: Reference): Tuple | undefined {
  const items = namedTupleItems(run, object);
  const fields = items && dataFields(run, object);
  const state = stateOf(run, object);
  if (!items || !fields || state?.kind !== 'instance') return undefined;
  return { kind: 'tuple', items, names: fields.map(([field]) => field), type: state.class.definition.name };
}

/** What a class attribute is when it is read from an instance. */
function bind(run: Run, object: Value, value: Value, owner: Value, node: Range): Value {
  const [first] = casesOf(run, value);
  const described =
    first?.value.kind === 'reference' ? callMethod(run, first.value, '__get__', [object, owner], node) : undefined;
  if (described) return described;
  if (first?.value.kind !== 'function' || value.kind === 'alternatives') return value;
  const fn = first.value;
  if (fn.decoration === 'property') {
    const result = callFunction(run, fn, argumentsOf([object], node), object, owner);
    if (fn.cached) cacheResult(run, object, functionName(fn), result);
    return result;
  }
  if (fn.decoration === 'static') return fn;
  if (fn.decoration === 'class') return { kind: 'method', self: owner, function: fn };
  const member = fn.definition.kind === 'function' ? fn.definition.member : undefined;
  if (member?.accessor === 'get') return callFunction(run, fn, argumentsOf([object], node), object, owner);
  return { kind: 'method', self: object, function: fn };
}

/** https://docs.python.org/3/library/functools.html#functools.cached_property */
function cacheResult(run: Run, object: Value, name: string, result: Value): void {
  const state = object.kind === 'reference' ? stateOf(run, object) : undefined;
  if (object.kind === 'reference' && state?.kind === 'instance')
    setState(run, object, { ...state, fields: new Map(state.fields).set(name, result) });
}

function classMemberOf(run: Run, cls: Extract<Value, { kind: 'class' }>, name: string): Value {
  if (name === '__name__' || name === 'name') return text(cls.definition.name);
  const found = classAttribute(run, cls, name);
  const fields = !found && name === '_fields' ? namedTupleFields(run, cls) : undefined;
  if (fields) return tuple(fields.map(text));
  const order = name === '__mro__' ? resolutionOrder(cls) : undefined;
  if (order) return tuple(order);
  if (!found && name === '__members__') {
    const members = enumMembers(cls)?.map((member) => [readAttribute(run, member, 'name', cls.definition), member] as const);
    if (members) return newDict(run, members);
  }
  if (!found) {
    const base = libraryBase(run, cls);
    return (
      (base && moduleAttribute(run, base, name)) ??
      unknown(run, 'unread-attribute', name, `class:${cls.path}:${cls.definition.name}.${name}`)
    );
  }
  const { value } = found;
  return value.kind === 'function' && value.decoration === 'class' ? { kind: 'method', self: cls, function: value } : value;
}

function unknownMember(run: Run, object: Extract<Value, { kind: 'unknown' }>, name: string): Value {
  const symbol = object.symbol === undefined ? undefined : memberName(object.symbol, name);
  const cell = symbol === undefined ? undefined : readCell(run.heap, symbol);
  if (cell && !isHeapObject(cell)) return cell;
  const kept = object.space && keepsSpace.has(name) ? object.space : undefined;
  const { key, name: reasonName } = object.reason;
  const member = unknown(run, key, reasonName, symbol);
  if (name === 'shape') return { ...member, present: true };
  return kept ? { ...member, space: kept } : member;
}

const keepsSpace: ReadonlySet<string> = new Set(['data', 'T', 'mT', 'values']);

function libraryObjectMember(run: Run, object: Reference, state: LibraryObject, name: string, node: Range): Value {
  const field = state.fields.get(name);
  if (field) return field;
  const special = libraryObjectAttribute(run, object, state, name);
  if (special) return special;
  const members = classMembers(state.row);
  const attribute = members.attributes.get(name);
  if (attribute) {
    if ('role' in attribute) return state.args.get(attribute.role) ?? unknown(run, 'unread-attribute', name);
    if ('literal' in attribute) return fromLiteral(attribute.literal);
    const { space, family, axis } = attribute;
    return {
      kind: 'unknown',
      reason: { key: 'unread-attribute', name },
      space: {
        name: space,
        ...(family ? { family } : {}),
        ...(typeof axis === 'number' ? { axis } : {}),
        origin: [{ place: state.place, what: state.row.name }],
      },
    };
  }
  const method = members.methods.get(name);
  if (method) {
    const fn: Value = { kind: 'libraryFunction', row: method, library: state.library };
    return method.property
      ? callWith(run, { kind: 'method', self: object, function: fn }, [], node)
      : { kind: 'method', self: object, function: fn };
  }
  const argument = constructorArgument(state, name);
  if (argument) return argument;
  if (name === '__class__') return { kind: 'libraryClass', row: state.row, library: state.library };
  if (name === '__call__' || (name === 'forward' && state.library === 'torch')) return object; // calling what this gives calls the object
  return unknown(run, 'unread-attribute', name, `object${object.id}.${name}`);
}

/** PyTorch's layers, losses and datasets keep their arguments: `layer.in_features`, `loader.batch_size`. */
function constructorArgument({ row, args, library }: LibraryObject, name: string): Value | undefined {
  if (library !== 'torch' || !/^torch\.(?:nn|utils\.data)\./.test(row.name)) return undefined;
  const parameter = parseSignature(row.signature).find((one) => one.name === name);
  const value = parameter && args.get(parameter.role);
  const rank = /\.\w*Conv(?:Transpose)?([123])d$/.exec(row.name)?.[1];
  if (value?.kind === 'int' && rank !== undefined && perAxis.has(name))
    return tuple(Array.from({ length: Number(rank) }, () => value));
  return value && keptKinds.has(value.kind) ? value : undefined;
}

/** Convolutions keep one number for each axis. */
const perAxis: ReadonlySet<string> = new Set(['kernel_size', 'stride', 'padding', 'dilation', 'output_padding']);
const keptKinds: ReadonlySet<Value['kind']> = new Set(['int', 'float', 'bool', 'text', 'none', 'tuple', 'reference', 'range']);

/** Where an attribute of a function is kept: `wrapper.calls = 0`. */
export const attributeCell = ({ path, definition, scope }: UserFunction, name: string): string =>
  `function:${path}:${definition.start}:${scope}.${name}`;
