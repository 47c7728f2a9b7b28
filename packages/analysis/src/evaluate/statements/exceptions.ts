/**
 * Exceptions that certainly come: a `raise`, a key that a dict does not have, `1 / 0`, `int('x')`. Their classes are classes
 * of the program like any other, so that `except`, `isinstance` and subclasses work alike.
 * https://docs.python.org/3/library/exceptions.html
 */
import type { ClassDefinition } from '@softlens/syntax';
import { int, text, tuple } from '../../values/make.ts';
import type { Reason, Reference, UserClass, Value } from '../../values/value.ts';
import { allocate, setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';

const parents: Readonly<Record<string, string>> = {
  BaseException: '',
  Exception: 'BaseException',
  KeyboardInterrupt: 'BaseException',
  SystemExit: 'BaseException',
  GeneratorExit: 'BaseException',
  ArithmeticError: 'Exception',
  ZeroDivisionError: 'ArithmeticError',
  OverflowError: 'ArithmeticError',
  FloatingPointError: 'ArithmeticError',
  AssertionError: 'Exception',
  AttributeError: 'Exception',
  EOFError: 'Exception',
  ImportError: 'Exception',
  ModuleNotFoundError: 'ImportError',
  LookupError: 'Exception',
  IndexError: 'LookupError',
  KeyError: 'LookupError',
  MemoryError: 'Exception',
  NameError: 'Exception',
  OSError: 'Exception',
  FileNotFoundError: 'OSError',
  PermissionError: 'OSError',
  TimeoutError: 'OSError',
  RuntimeError: 'Exception',
  NotImplementedError: 'RuntimeError',
  RecursionError: 'RuntimeError',
  StopIteration: 'Exception',
  TypeError: 'Exception',
  ValueError: 'Exception',
  UnicodeDecodeError: 'ValueError',
  FrozenInstanceError: 'AttributeError',
  Warning: 'Exception',
  UserWarning: 'Warning',
  DeprecationWarning: 'Warning',
  RuntimeWarning: 'Warning',
};

const classes = new Map<string, UserClass>();

/** The class of a built-in exception. */
export function exceptionClass(name: string): UserClass | undefined {
  const parent = Object.hasOwn(parents, name) ? parents[name] : undefined;
  if (parent === undefined) return undefined;
  const known = classes.get(name);
  if (known) return known;
  const at = { start: classes.size, end: classes.size };
  const definition: ClassDefinition = {
    kind: 'class',
    name,
    nameRange: at,
    bases: [],
    keywords: [],
    body: [],
    decorators: [],
    ...at,
  };
  const base = parent === '' ? undefined : exceptionClass(parent);
  const made: UserClass = { kind: 'class', definition, path: '', bases: base ? [base] : [], members: new Map() };
  classes.set(name, made);
  return made;
}

export const isExceptionClass = (cls: UserClass, depth = 0): boolean =>
  classes.get(cls.definition.name)?.definition === cls.definition ||
  (depth < 20 && cls.bases.some((base) => base.kind === 'class' && isExceptionClass(base, depth + 1)));

/** What `BaseException.__init__` keeps. */
export function setExceptionArguments(run: Run, self: Value, values: readonly Value[]): void {
  const state = self.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self.kind !== 'reference' || state?.kind !== 'instance' || !isExceptionClass(state.class)) return;
  setState(run, self, { ...state, fields: new Map(state.fields).set('args', tuple(values)) });
}

/** An instance of a built-in exception whose arguments are not known. */
export function newException(run: Run, name: string, args?: readonly Value[]): Reference | undefined {
  const cls = exceptionClass(name);
  if (!cls) return undefined;
  const fields = new Map<string, Value>([['args', args ? tuple(args) : unknown(run, 'unmodelled', 'args')]]);
  return allocate(run, { kind: 'instance', class: cls, fields, open: false });
}

/** What comes of an expression that certainly fails; undefined where it is not certain which exception that is. */
export function exceptionOf(run: Run, { key, name }: Reason): Reference | undefined {
  if (key !== 'error' || name === undefined) return undefined;
  const message = messages[name];
  if (message) return newException(run, message[0], message[1] === undefined ? undefined : [text(message[1])]);
  const [, cls = '', said = ''] = /^(\w+Error): (.*)$/s.exec(name) ?? [];
  if (cls !== '') return newException(run, cls, [cls === 'KeyError' ? keyOf(said) : text(said)]);
  return exceptionClass(name) ? newException(run, name) : undefined;
}

/** The key that a KeyError shows: a whole number, or a text between quotes. */
const keyOf = (said: string): Value => (/^-?\d+$/.test(said) ? int(Number(said)) : text(said.slice(1, -1)));

/** Reasons that the interpreter gives, by the exception that Python would raise. */
const messages: Readonly<Partial<Record<string, readonly [name: string, message?: string]>>> = {
  'division by zero': ['ZeroDivisionError', 'division by zero'],
  'float division by zero': ['ZeroDivisionError', 'float division by zero'],
  'float modulo': ['ZeroDivisionError', 'float modulo'],
  'integer division or modulo by zero': ['ZeroDivisionError', 'integer division or modulo by zero'],
  'math domain error': ['ValueError', 'math domain error'],
  'math range error': ['OverflowError', 'math range error'],
  key: ['KeyError'],
  index: ['IndexError'],
};

/** What `str` says of an exception; undefined where its arguments are not known, or it is none. */
export function exceptionMessage(run: Run, value: Value, repr: (value: Value) => string | undefined): string | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'instance' || !isExceptionClass(state.class)) return undefined;
  const args = state.fields.get('args');
  if (args?.kind !== 'tuple') return undefined;
  const [only] = args.items;
  if (!only) return '';
  if (args.items.length > 1) return repr(args);
  return only.kind === 'text' && !isKeyError(state.class) ? only.value : repr(only);
}

const isKeyError = (cls: UserClass): boolean =>
  cls === classes.get('KeyError') || cls.bases.some((base) => base.kind === 'class' && isKeyError(base));

export const isException = (run: Run, value: Value): boolean => {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'instance' && isExceptionClass(state.class);
};
