/** Classes of the program: definition, construction, lookup along the bases, `super()`. */
import type { ClassDefinition, Expression, Statement } from '@softlens/syntax';
import { none, text } from '../../values/make.ts';
import type { LibraryClass, Reference, UserClass, UserFunction, Value } from '../../values/value.ts';
import { type Arguments, argumentsOf, withFirst } from '../calls/arguments.ts';
import { callMethod } from '../calls/calls.ts';
import { decorate } from '../calls/decorators.ts';
import { callFunction, functionValue } from '../calls/functions.ts';
import { withModelSteps } from '../calls/models.ts';
import { noteObject } from '../entries/escaped.ts';
import { isHeapObject } from '../expressions/equality.ts';
import { evaluate } from '../expressions/expressions.ts';
import { initializeBase, isModel, protocolOf } from '../protocols/index.ts';
import { type Frame, freshSymbol, inFrame, isPython, markCalled, type Run, unknown } from '../run/run.ts';
import { createScope } from '../run/scope.ts';
import { casesOf } from '../state/alternatives.ts';
import { readCell, writeCell } from '../state/heap.ts';
import { isExceptionClass, setExceptionArguments } from '../statements/exceptions.ts';
import { executeBlock } from '../statements/statements.ts';
import { constructDataclass, isDataclass } from './dataclasses.ts';
import { defineMembers, memberByValue } from './enums.ts';
import { allocate, setState, stateOf } from './objects.ts';

export function defineClass(run: Run, definition: ClassDefinition): UserClass {
  const bases = definition.bases.map((base) => baseValue(run, base));
  const keywords = definition.keywords.map(({ name, value }) => [name, evaluate(run, value)] as const);
  const { frame } = run;
  const scope = createScope(run, 'class', frame.document, frame.scope);
  const members = new Map<string, Value>();
  const inner: Frame = { ...frame, scope, exits: [], topLevel: false, caller: frame, site: undefined };
  inFrame(run, inner, () => {
    for (const statement of definition.body) defineMember(run, statement, members);
  });
  for (const [name, cell] of scope.cells) {
    const value = readCell(run.heap, cell);
    if (value && !isHeapObject(value)) members.set(name, value);
  }
  const cls: UserClass = { kind: 'class', definition, path: frame.document.path, bases, members };
  for (const member of members.values()) if (member.kind === 'function') member.owner = cls;
  defineMembers(run, cls, members);
  const made: UserClass = isDataclass(run, cls) ? { ...cls, dataclass: true } : cls;
  if (isPython(run)) announceClass(run, made, keywords);
  return made;
}

/** A base; of a generic one that is given its parameters, `Generic[T]` or `Stack[int]`, the base itself. */
function baseValue(run: Run, node: Expression): Value {
  const generic = node.kind === 'index' ? casesOf(run, evaluate(run, node.object))[0]?.value : undefined;
  if (generic?.kind === 'class' || (generic?.kind === 'libraryName' && bare.has(generic.name))) return generic;
  return casesOf(run, evaluate(run, node))[0]?.value ?? unknown(run, 'unmodelled', 'base');
}

/** What Python calls of a class that is just made: `__set_name__` of its members, `__init_subclass__` of its bases. */
function announceClass(run: Run, cls: UserClass, keywords: readonly (readonly [name: string | undefined, value: Value])[]): void {
  const { definition, members } = cls;
  for (const [name, member] of members)
    if (member.kind === 'reference') callMethod(run, member, '__set_name__', [cls, text(name)], definition);
  const inherited = classAttribute(run, cls, '__init_subclass__', cls);
  if (inherited?.value.kind !== 'function') return;
  const given = keywords.flatMap(([name, value]) =>
    name === undefined || name === 'metaclass' ? [] : [[name, { value }] as const],
  );
  const args = { ...argumentsOf([cls], definition), keywords: new Map(given) };
  callFunction(run, inherited.value, args, cls, inherited.owner);
}

/** Methods that a class over `ABC` leaves to its subclasses: it cannot be made. https://docs.python.org/3/library/abc.html */
function isAbstract(run: Run, cls: UserClass): boolean {
  const order = linearized(cls);
  const hasAbc = order.some(
    ({ bases, definition }) =>
      bases.some((base) => 'name' in base && base.name === 'abc.ABC') || metaclassName(definition) === 'ABCMeta',
  );
  if (!hasAbc) return false;
  const names = new Set(order.flatMap(({ members }) => [...members.keys()]));
  return [...names].some((name) => {
    const found = classAttribute(run, cls, name)?.value;
    return found?.kind === 'function' && found.definition.kind === 'function' && found.definition.decorators.some(isAbstractMark);
  });
}

const isAbstractMark = (node: Expression): boolean =>
  (node.kind === 'name' && node.name === 'abstractmethod') || (node.kind === 'attribute' && node.name === 'abstractmethod');

function metaclassName({ keywords }: ClassDefinition): string | undefined {
  const value = keywords.find(({ name }) => name === 'metaclass')?.value;
  return value?.kind === 'name' || value?.kind === 'attribute' ? value.name : undefined;
}

/** A metaclass of the program decides what calling the class does. */
const hasOwnMetaclass = (cls: UserClass): boolean =>
  linearized(cls).some(({ definition }) => {
    const name = metaclassName(definition);
    return name !== undefined && name !== 'ABCMeta' && name !== 'EnumMeta' && name !== 'type';
  });

/** JavaScript's accessors have keys of their own; its fields belong to instances. */
function defineMember(run: Run, statement: Statement, members: Map<string, Value>): void {
  if (statement.kind === 'function' && statement.member) {
    const { member, name } = statement;
    const value = functionValue(run, statement);
    const key = member.constructor ? 'constructor' : member.accessor === 'set' ? `set ${name}` : name;
    members.set(key, member.static ? { ...value, decoration: 'static' } : decorate(run, value, statement.decorators));
    return;
  }
  if (statement.kind === 'assign' && statement.declaration === 'let') return;
  executeBlock(run, [statement]);
}

export interface Found {
  readonly value: Value;
  readonly owner: UserClass;
}

/** The attribute of a class or of its bases in the program, in the order in which Python looks. */
export function classAttribute(run: Run, cls: UserClass, name: string, after?: UserClass): Found | undefined {
  let started = after === undefined;
  for (const one of linearized(cls)) {
    if (!started) {
      started = one.definition === after?.definition;
      continue;
    }
    const written = run.session.changed.has(one.definition) ? readCell(run.heap, memberCell(one, name)) : undefined;
    if (written && !isHeapObject(written)) return { value: written, owner: one };
    const value = one.members.get(name);
    if (value) return { value, owner: one };
  }
  return undefined;
}

/** The cell of a class's attribute that was written after its definition. */
const memberCell = (cls: UserClass, name: string): string => `class:${cls.path}:${cls.definition.start}.${name}`;

export function writeClassAttribute(run: Run, cls: UserClass, name: string, value: Value): void {
  run.session.changed.add(cls.definition);
  if (run.ids) run.opaque = true;
  writeCell(run.heap, memberCell(cls, name), value);
}

/** `__mro__` where all bases are in view. */
export function resolutionOrder(cls: UserClass): readonly Value[] | undefined {
  const order = linearized(cls);
  const isKnown = order.every(({ bases }) => bases.every((base) => base.kind === 'class'));
  return isKnown ? [...order, { kind: 'builtin', name: 'object' }] : undefined;
}

const orders = new WeakMap<UserClass, readonly UserClass[]>();

/** Depth first with the last mention kept: C3's order wherever C3 has one that programs of this kind use. */
function linearized(cls: UserClass): readonly UserClass[] {
  const known = orders.get(cls);
  if (known) return known;
  const all: UserClass[] = [];
  const visit = (one: UserClass, depth: number): void => {
    if (depth > 30 || all.length > 200) return;
    all.push(one);
    for (const base of one.bases) if (base.kind === 'class') visit(base, depth + 1);
  };
  visit(cls, 0);
  const order = all.filter((one, i) => !all.some((later, j) => j > i && later.definition === one.definition));
  orders.set(cls, order);
  return order;
}

/** The framework's class that a class of the program derives from. */
export function libraryBase(_run: Run, cls: UserClass): LibraryClass | undefined {
  for (const one of linearized(cls)) {
    for (const base of one.bases) if (base.kind === 'libraryClass') return base;
  }
  return undefined;
}

/** True when some base is neither in view nor in the tables. */
export const hasUnknownBase = (_run: Run, cls: UserClass): boolean =>
  linearized(cls).some((one) =>
    one.bases.some((base) => base.kind === 'unknown' || (base.kind === 'libraryName' && !bare.has(base.name))),
  );

/** Bases that bring no attributes that a program reads. */
const bare: ReadonlySet<string> = new Set(['abc.ABC', 'typing.Generic', 'typing.Protocol']);

export function constructClass(run: Run, cls: UserClass, args: Arguments): Value {
  markCalled(run, cls.definition);
  const member = memberByValue(run, cls, args.positional[0]?.value);
  if (member) return member;
  if (isPython(run) && hasOwnMetaclass(cls))
    return unknown(run, 'unmodelled', 'metaclass', freshSymbol(run, `call@${args.node.start}`));
  if (isPython(run) && isAbstract(run, cls)) return unknown(run, 'error', 'TypeError');
  const allocated = isPython(run) ? fromNew(run, cls, args) : undefined;
  if (allocated && instanceClass(run, allocated)?.definition !== cls.definition) return allocated;
  const instance = allocated ?? newInstance(run, cls);
  initializeFields(run, cls, instance);
  const enumeration = enumMember(run, cls, args);
  if (enumeration) return enumeration;
  const init = classAttribute(run, cls, '__init__') ?? classAttribute(run, cls, 'constructor');
  const initializer = init?.value;
  if (initializer?.kind === 'function') {
    const call = (): Value => callFunction(run, initializer, withFirst(args, instance), instance, init?.owner);
    if (isModel(protocolOf(run, cls))) withModelSteps(run, call);
    else call();
  } else if (cls.dataclass || linearized(cls).some((one) => one.dataclass) || protocolOf(run, cls) === 'flaxModule')
    constructDataclass(run, cls, instance, args);
  else if (isExceptionClass(cls))
    setExceptionArguments(
      run,
      instance,
      args.positional.map(({ value }) => value),
    );
  else initializeBase(run, instance, args);
  noteObject(run, instance, args);
  return instance;
}

export const newInstance = (run: Run, cls: UserClass): Reference =>
  allocate(run, { kind: 'instance', class: cls, fields: new Map(), open: hasUnknownBase(run, cls) });

/** What the program's own `__new__` gives: an instance that was there before, as often as not. */
function fromNew(run: Run, cls: UserClass, args: Arguments): Reference | undefined {
  const found = classAttribute(run, cls, '__new__');
  if (found?.value.kind !== 'function' || isExceptionClass(cls)) return undefined;
  const result = callFunction(run, found.value, withFirst(args, cls), cls, found.owner);
  return result.kind === 'reference' ? result : undefined;
}

/** JavaScript's instance fields, base class first. */
function initializeFields(run: Run, cls: UserClass, instance: Reference): void {
  for (const one of [...linearized(cls)].reverse()) {
    for (const statement of one.definition.body) {
      if (statement.kind !== 'assign' || statement.declaration !== 'let') continue;
      const value = statement.value ? evaluate(run, statement.value) : none;
      const state = stateOf(run, instance);
      for (const target of statement.targets) {
        if (target.kind === 'name' && state?.kind === 'instance')
          setState(run, instance, { ...state, fields: new Map(state.fields).set(target.name, value) });
      }
    }
  }
}

/** `Color('red')` of an Enum: a member that is not followed. */
function enumMember(run: Run, cls: UserClass, args: Arguments): Value | undefined {
  const base = cls.bases[0];
  if (base?.kind !== 'libraryName' || !/^enum\.\w*Enum$/.test(base.name)) return undefined;
  return unknown(run, 'unmodelled', 'enum', freshSymbol(run, `enum@${args.node.start}`));
}

/**
 * `super()` in a method: an object that looks attributes up behind the method's class. It is a `method` whose function is
 * the class to go on from, so that no further kind of value is needed.
 */
export function superValue(run: Run): Value {
  const { frame } = run;
  const owner = ownerFrame(frame);
  const self = selfOf(run, frame);
  if (!owner || !self) return unknown(run, 'unmodelled', 'super');
  return superObject(run, self, owner);
}

function ownerFrame(frame: Frame): UserClass | undefined {
  return frame.owner?.kind === 'class' ? frame.owner : undefined;
}

/** The first parameter of the running method. */
function selfOf(run: Run, frame: Frame): Value | undefined {
  if (frame.self) return frame.self;
  const first = frame.function?.definition.params[0]?.target;
  return first?.kind === 'name'
    ? evaluate(run, { kind: 'name', name: first.name, start: first.start, end: first.end })
    : undefined;
}

/** An instance of a class that has what the bases of `owner` have, and shares the fields of `self` by writing through. */
function superObject(run: Run, self: Value, owner: UserClass): Value {
  const cls = self.kind === 'class' ? self : self.kind === 'reference' ? instanceClass(run, self) : undefined;
  if (!cls) return unknown(run, 'unmodelled', 'super');
  return { kind: 'partial', function: { kind: 'builtin', name: 'super' }, positional: [self, owner, cls], keywords: new Map() };
}

const instanceClass = (run: Run, self: Reference): UserClass | undefined => {
  const state = stateOf(run, self);
  return state?.kind === 'instance' ? state.class : undefined;
};

/** `super().name`. */
export function superAttribute(run: Run, value: Extract<Value, { kind: 'partial' }>, name: string): Value {
  const [self, owner, cls] = value.positional;
  if (!self || owner?.kind !== 'class' || cls?.kind !== 'class') return unknown(run, 'unmodelled', 'super');
  const found = classAttribute(run, cls, name, owner);
  if (found?.value.kind === 'function') {
    const fn: UserFunction = found.value;
    if (fn.decoration === 'static') return fn;
    if (fn.decoration === 'property') return callFunction(run, fn, argumentsOf([self], fn.definition), self, found.owner);
    return { kind: 'method', self, function: fn };
  }
  if (found) return found.value;
  if (name === '__new__' || name === '__setattr__') return { kind: 'builtin', name: `object.${name}` };
  const initializes = name === '__init__' || name === 'constructor' || name === '__init_subclass__';
  if (libraryBase(run, cls))
    return { kind: 'method', self, function: { kind: 'builtin', name: `base.${initializes ? '__init__' : name}` } };
  return initializes
    ? { kind: 'method', self, function: { kind: 'builtin', name: 'object.__init__' } }
    : unknown(run, 'unread-attribute', name);
}
