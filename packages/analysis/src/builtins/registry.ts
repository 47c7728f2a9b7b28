/** Functions of the languages themselves, by name: `len`, `math.exp`, `list.append`, `Math.max`. */
import type { Range } from '@softlens/syntax';
import { type Arguments, keywordsOf, valuesOf } from '../evaluate/calls/arguments.ts';
import { stateOf } from '../evaluate/objects/objects.ts';
import { afterUnseen } from '../evaluate/random/effects.ts';
import { unfollowed } from '../evaluate/random/state.ts';
import { inherit } from '../evaluate/run/facts.ts';
import { freshSymbol, isPython, type Run, unknown } from '../evaluate/run/run.ts';
import { distribute } from '../evaluate/state/alternatives.ts';
import { exceptionClass } from '../evaluate/statements/exceptions.ts';
import { moduleObject } from '../resolve/commonjs.ts';
import type { Value } from '../values/value.ts';
import { javascriptArrayMember, javascriptArrays } from './javascript/arrays.ts';
import { javascriptConstants, javascriptGlobals, javascriptNames, javascriptTextMember } from './javascript/globals.ts';
import { javascriptMapMember, javascriptMaps } from './javascript/maps.ts';
import { javascriptSetMember, javascriptTexts } from './javascript/texts.ts';
import { baseFunctions } from './python/base.ts';
import { collectionsModule } from './python/collections.ts';
import { compositions } from './python/compositions.ts';
import { dictMethods } from './python/dicts.ts';
import { functionalModules } from './python/functional.ts';
import { heapsModule } from './python/heaps.ts';
import { iterationFunctions } from './python/iteration.ts';
import { itertoolsModule } from './python/itertools.ts';
import { jsonModule } from './python/json.ts';
import { listMethods } from './python/lists.ts';
import { mathConstants, mathFunctions } from './python/math.ts';
import { moduleFunctions } from './python/modules.ts';
import { numberFunctions } from './python/numbers.ts';
import { numpyFunctions } from './python/numpy.ts';
import { objectFunctions } from './python/objects.ts';
import { flagNames } from './python/patterns/values.ts';
import { patternsModule } from './python/patterns.ts';
import { setMethods } from './python/sets.ts';
import { statisticsModule } from './python/statistics.ts';
import { transformations } from './python/transformations.ts';
import { typeFunctions } from './python/types.ts';
import { wrappingModule } from './python/wrapping.ts';
import { textMethods } from './text/methods.ts';

export interface BuiltinCall {
  /** By which it is called: `js.list.map`. */
  readonly name?: string;
  readonly self: Value | undefined;
  readonly args: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly node: Range;
  readonly given: Arguments;
}

export type Implementation = (run: Run, call: BuiltinCall) => Value;

/** Implementations by name. Pure ones see one case of every argument at a time. */
export interface BuiltinTable {
  readonly pure?: Readonly<Record<string, Implementation>>;
  readonly effects?: Readonly<Record<string, Implementation>>;
}

interface Entry {
  readonly implementation: Implementation;
  readonly pure: boolean;
}

let entries: Map<string, Entry> | undefined;

function table(): Map<string, Entry> {
  if (entries) return entries;
  entries = new Map();
  const tables: readonly BuiltinTable[] = [
    numberFunctions,
    iterationFunctions,
    typeFunctions,
    objectFunctions,
    mathFunctions,
    functionalModules,
    itertoolsModule,
    heapsModule,
    statisticsModule,
    jsonModule,
    patternsModule,
    wrappingModule,
    collectionsModule,
    numpyFunctions,
    compositions,
    listMethods,
    dictMethods,
    setMethods,
    textMethods,
    javascriptArrays,
    javascriptGlobals,
    javascriptTexts,
    javascriptMaps,
    baseFunctions,
    moduleFunctions,
    unbound,
    transformations,
  ];
  for (const { pure = {}, effects = {} } of tables) {
    for (const [name, implementation] of Object.entries(pure)) entries.set(name, { implementation, pure: true });
    for (const [name, implementation] of Object.entries(effects)) entries.set(name, { implementation, pure: false });
  }
  return entries;
}

export function callBuiltin(run: Run, name: string, self: Value | undefined, args: Arguments): Value {
  const entry = table().get(name);
  if (!entry) afterUnseen(run);
  if (!entry) return unknown(run, 'unread-call', name, freshSymbol(run, `call@${args.node.start}`));
  const values = valuesOf(args);
  const keywords = new ReadKeywords(keywordsOf(args));
  if (args.open && entry.pure) return unknown(run, 'unmodelled', name);
  const invoke = (all: readonly Value[]): Value => {
    const own = self && entry.pure ? all[0] : self;
    const act = (): Value =>
      entry.implementation(run, {
        name,
        self: own,
        args: self && entry.pure ? all.slice(1) : all,
        keywords,
        node: args.node,
        get given() {
          keywords.skipped = 0;
          return args;
        },
      });
    return callsInOrder.test(name) ? act() : unfollowed(run, act);
  };
  const inputs = self && entry.pure ? [self, ...values] : values;
  if (run.recorder && (unseen.test(name) || values.some((value) => mayIterate(run, value, name)))) afterUnseen(run);
  const result = entry.pure ? distribute(run, inputs, invoke) : invoke(inputs);
  // Something was given that is not listed.
  if (args.open && result.kind === 'unknown' && result.reason.key === 'error') return unknown(run, 'unmodelled', name);
  // A keyword that nobody looked at may mean something else: `int('11', base=2)`.
  if (keywords.skipped > 0 && result.kind !== 'none') return unknown(run, 'unmodelled', name);
  return entry.pure ? inherit(run, result, inputs) : result;
}

/** `model.apply(init)` and hooks run code of the program in a way of their own. */
const unseen = /^module\.(?:apply|register_\w*hook)$/;

/** What goes through an iterator that is not in view may draw: a loader shuffles. */
const mayIterate = (run: Run, value: Value, name: string): boolean => {
  if (!iterating.has(name)) return false;
  if (value.kind === 'unknown') return true;
  return value.kind === 'reference' && stateOf(run, value)?.kind === 'libraryObject';
};
const iterating: ReadonlySet<string> = new Set(
  'all any dict enumerate filter iter list map max min next reversed set sorted sum tuple zip frozenset'.split(' '),
);

/** What runs once and at once what the program gives it: `super().__init__()`, calls of models. */
const callsInOrder = /^(?:base\.|module\.|super)/;

/** Keywords, and how many of them have not been looked at. */
class ReadKeywords extends Map<string, Value> {
  skipped: number;
  readonly #read = new Set<string>();

  constructor(keywords: ReadonlyMap<string, Value>) {
    super(keywords);
    this.skipped = this.size;
  }

  override get(name: string): Value | undefined {
    const value = super.get(name);
    if (value && this.skipped > 0 && !this.#read.has(name)) {
      this.#read.add(name);
      this.skipped--;
    }
    return value;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    this.skipped = 0;
    return super[Symbol.iterator]();
  }

  override entries(): MapIterator<[string, Value]> {
    this.skipped = 0;
    return super.entries();
  }
}

const pythonNames: ReadonlySet<string> = new Set([
  'abs',
  'all',
  'any',
  'bin',
  'bool',
  'callable',
  'chr',
  'dict',
  'divmod',
  'enumerate',
  'filter',
  'float',
  'format',
  'frozenset',
  'eval',
  'getattr',
  'globals',
  'hasattr',
  'hex',
  'oct',
  'int',
  'isinstance',
  'issubclass',
  'iter',
  'len',
  'list',
  'map',
  'max',
  'min',
  'next',
  'object',
  'ord',
  'pow',
  'print',
  'range',
  'repr',
  'reversed',
  'round',
  'set',
  'setattr',
  'slice',
  'sorted',
  'str',
  'sum',
  'tuple',
  'vars',
  'type',
  'zip',
  'staticmethod',
  'classmethod',
  'property',
  'Ellipsis',
  'input',
  'open',
]);

/** A name that every program has without an import. */
export function builtinNamed(run: Run, name: string): Value | undefined {
  if (isPython(run)) {
    if (name === '__name__') return { kind: 'text', value: '__main__' };
    if (name === '__file__') return unknown(run, 'input', name);
    return pythonNames.has(name) ? { kind: 'builtin', name } : exceptionClass(name);
  }
  if (name === 'module' || name === 'exports') return moduleObject(run, name);
  return javascriptConstants.get(name) ?? (javascriptNames.has(name) ? { kind: 'builtin', name } : undefined);
}

/** `math.exp`, `Math.PI`, `collections.OrderedDict`. */
export function builtinQualified(qualified: string): Value | undefined {
  if (others.has(qualified)) return undefined;
  const found = findQualified(qualified);
  if (!found && others.size < maxOthers) others.add(qualified);
  return found;
}

/** Names of libraries, which are asked for again and again. */
const others = new Set<string>();
const maxOthers = 20_000;

function findQualified(qualified: string): Value | undefined {
  const constant = mathConstants.get(qualified) ?? javascriptConstants.get(qualified) ?? flagNames.get(qualified);
  if (constant) return constant;
  if (table().has(qualified)) return { kind: 'builtin', name: qualified };
  return unboundMethod(qualified);
}

/** `str.lower` as a value: the first argument is what it works on. */
function unboundMethod(qualified: string): Value | undefined {
  const [type, method, ...more] = qualified.split('.');
  const name = `${type === 'str' ? 'text' : type}.${method}`;
  if (!valueTypes.has(type ?? '') || more.length > 0 || !table().has(name)) return undefined;
  return {
    kind: 'partial',
    function: { kind: 'builtin', name: 'unbound' },
    positional: [{ kind: 'text', value: name }],
    keywords: new Map(),
  };
}

const valueTypes: ReadonlySet<string> = new Set(['str', 'list', 'dict', 'tuple', 'set', 'float', 'int']);

const unbound: BuiltinTable = {
  effects: {
    unbound: (run, { args: [name, self], given }) =>
      name?.kind === 'text' && self
        ? callBuiltin(run, name.value, self, { ...given, positional: given.positional.slice(2) })
        : unknown(run, 'error', 'self'),
  },
};

/** Methods and properties of strings, numbers, tuples, lists, dicts and sets. */
export function builtinMember(run: Run, object: Value, name: string): Value | undefined {
  const type = typeName(run, object);
  if (type === undefined) return undefined;
  if (!isPython(run)) {
    const own =
      type === 'text'
        ? javascriptTextMember(object, name)
        : (javascriptArrayMember(run, object, name) ??
          javascriptSetMember(run, object, name) ??
          javascriptMapMember(run, object, name));
    if (own) return own;
  }
  const full = isPython(run) ? `${type}.${name}` : `js.${type}.${name}`;
  return table().has(full) ? { kind: 'method', self: object, function: { kind: 'builtin', name: full } } : undefined;
}

function typeName(run: Run, object: Value): string | undefined {
  switch (object.kind) {
    case 'text':
    case 'tuple':
    case 'int':
    case 'float':
    case 'range':
    case 'function':
      return object.kind;
    // A vector of `@softlens/core` is a Float64Array.
    case 'array':
      return object.library === 'core' && object.shape?.length === 1 ? 'list' : undefined;
    case 'reference': {
      const state = stateOf(run, object);
      return state?.kind === 'list' || state?.kind === 'dict' || state?.kind === 'set' ? state.kind : undefined;
    }
    default:
      return undefined;
  }
}
