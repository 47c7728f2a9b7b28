/** Enumerations: https://docs.python.org/3/library/enum.html */
import { bool, int, text } from '../../values/make.ts';
import type { InstanceObject, Reference, UserClass, Value } from '../../values/value.ts';
import { constantKey } from '../expressions/equality.ts';
import { type Run, unknown } from '../run/run.ts';
import { allocate, stateOf } from './objects.ts';

/** What the members of an enumeration are besides: an `IntEnum`'s count as numbers. */
type Mixin = 'int' | 'str' | 'float' | 'none';

export function enumMixin(cls: UserClass, depth = 0): Mixin | undefined {
  let mixin: Mixin = 'none';
  let isEnum = false;
  for (const base of cls.bases) {
    const name = base.kind === 'libraryName' || base.kind === 'builtin' ? base.name : undefined;
    if (name === 'int' || name === 'str' || name === 'float') mixin = name;
    else if (name && /^enum\.\w*(?:Enum|Flag)$/.test(name)) {
      isEnum = true;
      if (/Int/.test(name)) mixin = 'int';
      if (/Str/.test(name)) mixin = 'str';
    } else if (base.kind === 'class' && depth < 10) {
      const inherited = enumMixin(base, depth + 1);
      if (inherited) {
        isEnum = true;
        mixin = inherited;
      }
    }
  }
  return isEnum ? mixin : undefined;
}

const members = new WeakMap<object, readonly Reference[]>();

/** Makes a member of every name that the class body binds to a value. */
export function defineMembers(run: Run, cls: UserClass, table: Map<string, Value>): void {
  const mixin = enumMixin(cls);
  if (!mixin) return;
  const made: Reference[] = [];
  let last: Value = int(0);
  for (const [name, given] of table) {
    if (name.startsWith('_') || given.kind === 'function' || given.kind === 'class' || given.kind === 'method') continue;
    last = isAuto(given) ? automatic(run, last, name, mixin) : given;
    const earlier = made.find((one) => sameMember(run, one, last));
    const fields = new Map<string, Value>([
      ['name', text(name)],
      ['value', last],
      ['_name_', text(name)],
      ['_value_', last],
    ]);
    const member = earlier ?? allocate(run, { kind: 'instance', class: cls, fields, open: false });
    if (!earlier) made.push(member);
    table.set(name, member);
  }
  members.set(cls.definition, made);
}

const isAuto = (value: Value): boolean => value.kind === 'unknown' && value.reason.name === 'enum.auto';

function automatic(run: Run, last: Value, name: string, mixin: Mixin): Value {
  if (mixin === 'str') return text(name.toLowerCase());
  return last.kind === 'int' ? int(Number(last.value) + 1) : unknown(run, 'unmodelled', 'enum.auto');
}

const ownValue = (run: Run, member: Reference): Value | undefined => memberState(run, member)?.fields.get('value');

function sameMember(run: Run, member: Reference, value: Value): boolean {
  const own = ownValue(run, member);
  const key = own && constantKey(own);
  return key !== undefined && key === constantKey(value);
}

/** The members in the order of their definition; undefined where the class is no enumeration. */
export const enumMembers = (cls: UserClass): readonly Reference[] | undefined => members.get(cls.definition);

/** `Color(3)`: the member with this value. */
export function memberByValue(run: Run, cls: UserClass, value: Value | undefined): Value | undefined {
  const all = enumMembers(cls);
  if (!all || !value) return undefined;
  if (value.kind === 'reference' && all.some(({ id }) => id === value.id)) return value;
  if (value.kind === 'unknown' || value.kind === 'alternatives') return undefined;
  return all.find((member) => sameMember(run, member, value)) ?? unknown(run, 'error', 'ValueError');
}

/** `Color['RED']`. */
export function memberByName(run: Run, cls: UserClass, name: Value): Value | undefined {
  const all = enumMembers(cls);
  if (!all || name.kind !== 'text') return undefined;
  const found = cls.members.get(name.value);
  return found?.kind === 'reference' ? found : unknown(run, 'error', 'KeyError');
}

function memberState(run: Run, value: Value): InstanceObject | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'instance' && enumMembers(state.class) ? state : undefined;
}

export const isMember = (run: Run, value: Value): boolean => memberState(run, value) !== undefined;

/** The number or text that a member of an `IntEnum` or a `(str, Enum)` counts as; the value itself where it is none. */
export function unmixed(run: Run, value: Value): Value {
  const state = memberState(run, value);
  const mixin = state && enumMixin(state.class);
  return mixin && mixin !== 'none' ? (state.fields.get('value') ?? value) : value;
}

/** `Color.RED`, or `<Color.RED: 1>`; the members of `IntEnum` and `StrEnum` print as their values. */
export function memberText(
  run: Run,
  value: Value,
  repr: boolean,
  show: (value: Value) => string | undefined,
): string | undefined {
  const state = memberState(run, value);
  const name = state?.fields.get('name');
  const own = state?.fields.get('value');
  if (!state || name?.kind !== 'text' || !own) return undefined;
  const full = `${state.class.definition.name}.${name.value}`;
  if (repr) {
    const shown = show(own);
    return shown === undefined ? undefined : `<${full}: ${shown}>`;
  }
  const printsValue = state.class.bases.some((base) => base.kind === 'libraryName' && /^enum\.(?:Int|Str)/.test(base.name));
  return printsValue ? (own.kind === 'text' ? own.value : show(own)) : full;
}

export const isMemberOf = (run: Run, cls: UserClass, value: Value): Value | undefined => {
  const all = enumMembers(cls);
  if (!all) return undefined;
  const state = memberState(run, value);
  return state ? bool(state.class.definition === cls.definition) : undefined;
};
