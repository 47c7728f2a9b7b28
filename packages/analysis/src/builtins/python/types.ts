/** `isinstance`, `type` and what types are called. */

import { type ClassRow, classMembers } from '@softlens/frameworks';
import { constantKey } from '../../evaluate/expressions/equality.ts';
import { hasUnknownBase, libraryBase } from '../../evaluate/objects/classes.ts';
import { namedTupleItems } from '../../evaluate/objects/dataclasses.ts';
import { enumMixin } from '../../evaluate/objects/enums.ts';
import { knownItems, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { distribute } from '../../evaluate/state/alternatives.ts';
import { identityOf, symbolicBool, truth } from '../../evaluate/statements/conditions.ts';
import { bool } from '../../values/make.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import type { BuiltinTable } from '../registry.ts';

export const typeFunctions: BuiltinTable = {
  pure: {
    isinstance: (run, { args: [value, type] }) =>
      value && type ? isInstance(run, value, type) : unknown(run, 'error', 'isinstance'),
    issubclass: (run, { args: [cls, base] }) => {
      if (cls?.kind !== 'class' || base?.kind !== 'class') return unknown(run, 'unmodelled', 'issubclass');
      if (cls.definition === base.definition || derives(cls, base.definition, 0)) return bool(true);
      return hasUnknownBase(run, cls) ? unknown(run, 'unmodelled', 'issubclass') : bool(false);
    },
    callable: (run, { args: [value] }) => {
      if (!value || value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'libraryName')
        return unknown(run, 'unmodelled', 'callable');
      return bool(['function', 'class', 'method', 'partial', 'libraryFunction', 'libraryClass', 'builtin'].includes(value.kind));
    },
    type: (run, { args: [value] }) => (value && typeOf(run, value)) ?? unknown(run, 'unmodelled', 'type'),
  },
};

/** Whether a value is of a type, or of one of a tuple of types. */
export function isInstance(run: Run, value: Value, type: Value): Value {
  const types = knownItems(run, type);
  if (types) {
    const results = types.map((one) => isInstance(run, value, one));
    if (results.some((result) => result.kind === 'bool' && result.value)) return bool(true);
    if (results.every((result) => result.kind === 'bool')) return bool(false);
    return undecided(run, value, type);
  }
  return distribute(run, [value, type], ([one, of]) => {
    const known = one && of ? instanceOf(run, one, of) : undefined;
    return known === undefined ? undecided(run, one ?? value, of ?? type) : bool(known);
  });
}

/** The same question about the same unknown value has the same answer. */
function undecided(run: Run, value: Value, type: Value): Value {
  const [subject, of] = [identityOf(value), constantKey(type) ?? (type.kind === 'libraryName' ? type.name : undefined)];
  if (subject === undefined || of === undefined) return unknown(run, 'unmodelled', 'isinstance');
  const symbol = `isinstance(${subject},${of})`;
  return symbolicBool(run, symbol, truth(run, { kind: 'unknown', reason: { key: 'parameter' }, symbol }));
}

const builtinTypes: Readonly<Partial<Record<Value['kind'], readonly string[]>>> = {
  bool: ['bool', 'int'],
  int: ['int'],
  float: ['float'],
  text: ['str'],
  tuple: ['tuple'],
  range: ['range'],
  none: ['NoneType'],
  slice: ['slice'],
};

function instanceOf(run: Run, value: Value, type: Value): boolean | undefined {
  if (value.kind === 'unknown') return undefined;
  if (value.kind === 'array' && value.scalar) return scalarInstanceOf(value, type);
  if (type.kind === 'builtin') {
    if (type.name === 'object') return true;
    const own = builtinTypes[value.kind] ?? builtinTypeOfObject(run, value) ?? mixedType(run, value);
    return own
      ? own.includes(type.name)
      : value.kind === 'array' || value.kind === 'function' || value.kind === 'reference'
        ? false
        : undefined;
  }
  if (type.kind === 'libraryName' && value.kind === 'array' && isTensorClass(type.name, value.library)) return true;
  if (type.kind === 'libraryName')
    return /^(collections\.abc|typing)\./.test(type.name) ? undefined : builtinTypes[value.kind] ? false : undefined;
  if (value.kind === 'array')
    return type.kind === 'libraryClass' ? isTensorClass(type.row.name, value.library) : type.kind === 'class' ? false : undefined;
  if (value.kind === 'reference') return objectInstanceOf(run, value, type);
  return type.kind === 'class' || type.kind === 'libraryClass' ? false : undefined;
}

/** NumPy's float64 is a Python float too, its other numbers are no Python numbers: https://numpy.org/doc/stable/reference/arrays.scalars.html */
function scalarInstanceOf({ dtype }: ArrayValue, type: Value): boolean | undefined {
  if (dtype === undefined) return undefined;
  if (type.kind === 'builtin') return type.name === 'object' || (type.name === 'float' && dtype === 'float64');
  if (type.kind === 'dtype') return type.library === 'numpy' ? type.dtype === dtype : undefined;
  if (type.kind === 'class') return false;
  const name = type.kind === 'libraryClass' ? type.row.name : type.kind === 'libraryName' ? type.name : '';
  const kind = dtype.includes('float') ? 'floating' : dtype.startsWith('uint') ? 'unsignedinteger' : 'signedinteger';
  switch (name) {
    case 'numpy.generic':
      return true;
    case 'numpy.number':
      return dtype !== 'bool';
    case 'numpy.integer':
      return dtype !== 'bool' && kind !== 'floating';
    case 'numpy.floating':
    case 'numpy.signedinteger':
    case 'numpy.unsignedinteger':
      return dtype !== 'bool' && name === `numpy.${kind}`;
    default:
      return name.startsWith('numpy.ndarray') || name.startsWith('torch.') ? false : undefined;
  }
}

/** A member of an `IntEnum` is an int; an instance of a class over `NamedTuple` a tuple. */
function mixedType(run: Run, value: Value): readonly string[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'instance') return undefined;
  if (namedTupleItems(run, value)) return ['tuple'];
  const mixin = enumMixin(state.class);
  if (mixin && mixin !== 'none') return [mixin];
  return state.class.bases.flatMap((base) => (base.kind === 'builtin' ? [base.name] : []));
}

function builtinTypeOfObject(run: Run, value: Value): readonly string[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'list' || state?.kind === 'dict' || state?.kind === 'set' ? [state.kind] : undefined;
}

const isTensorClass = (name: string, library: string): boolean => {
  if (name.startsWith('numpy.')) return library === 'numpy' && name === 'numpy.ndarray';
  return name.startsWith(`${library}.`) && /\.(Tensor|Array)$/.test(name);
};

function objectInstanceOf(run: Run, value: Extract<Value, { kind: 'reference' }>, type: Value): boolean | undefined {
  const state = stateOf(run, value);
  if (state?.kind === 'libraryObject') {
    if (type.kind === 'libraryClass') return classMembers(state.row).ancestry.includes(type.row.name) || unlisted(state.row);
    return type.kind === 'class' ? false : undefined;
  }
  if (state?.kind !== 'instance') return type.kind === 'class' || type.kind === 'libraryClass' ? false : undefined;
  if (type.kind === 'class') {
    if (state.class.definition === type.definition) return true;
    if (derives(state.class, type.definition, 0)) return true;
    return hasUnknownBase(run, state.class) ? undefined : false;
  }
  if (type.kind !== 'libraryClass') return undefined;
  const base = libraryBase(run, state.class);
  return base ? classMembers(base.row).ancestry.includes(type.row.name) : hasUnknownBase(run, state.class) ? undefined : false;
}

/** The bases of data sets and of what only has a name in the tables are not listed there. */
const unlisted = (row: ClassRow): false | undefined => (/^torch\.(?:nn|optim)\.|^keras\./.test(row.name) ? false : undefined);

function derives(cls: Extract<Value, { kind: 'class' }>, definition: object, depth: number): boolean {
  return (
    depth < 20 &&
    cls.bases.some((base) => base.kind === 'class' && (base.definition === definition || derives(base, definition, depth + 1)))
  );
}

function typeOf(run: Run, value: Value): Value | undefined {
  if (value.kind === 'text' && value.scalar) return undefined;
  const builtin = builtinTypes[value.kind]?.[0] ?? builtinTypeOfObject(run, value)?.[0];
  if (builtin !== undefined) return { kind: 'builtin', name: builtin };
  if (value.kind === 'array') return arrayType(value);
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind === 'instance') return state.class;
  return state?.kind === 'libraryObject' ? { kind: 'libraryClass', row: state.row, library: state.library } : undefined;
}

/** `numpy.float32` of a NumPy scalar, else the class of the library's arrays. */
function arrayType({ library, scalar, dtype }: ArrayValue): Value | undefined {
  if (scalar) return dtype && { kind: 'dtype', library, dtype };
  const name = library === 'numpy' ? 'numpy.ndarray' : library === 'torch' ? 'torch.Tensor' : undefined;
  return name === undefined ? undefined : { kind: 'libraryName', name, library };
}
