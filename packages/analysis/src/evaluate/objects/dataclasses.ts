/** Classes whose constructor comes from their annotated fields: dataclasses, named tuples, Flax modules. */
import type { Expression } from '@softlens/syntax';
import type { InstanceObject, Reference, UserClass, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callWith } from '../calls/calls.ts';
import { callFunction } from '../calls/functions.ts';
import { evaluate } from '../expressions/expressions.ts';
import { type Frame, inFrame, type Run, unknown } from '../run/run.ts';
import { classAttribute } from './classes.ts';
import { setState, stateOf } from './objects.ts';

export function isDataclass(_run: Run, cls: UserClass): boolean {
  return cls.bases.some(
    (base) =>
      (base.kind === 'libraryName' || base.kind === 'builtin') &&
      (base.name === 'typing.NamedTuple' || base.name === 'pydantic.BaseModel'),
  );
}

interface Field {
  readonly name: string;
  readonly value: Value | undefined;
}

export function constructDataclass(run: Run, cls: UserClass, instance: Reference, args: Arguments): void {
  const state = stateOf(run, instance);
  if (state?.kind !== 'instance') return;
  const fields = new Map(state.fields);
  const rest = [...args.positional];
  for (const field of fieldsOf(run, cls)) {
    const given = args.keywords.get(field.name) ?? rest.shift();
    fields.set(
      field.name,
      given?.value ?? field.value ?? unknown(run, 'parameter', field.name, `param:${cls.definition.name}.${field.name}`),
    );
  }
  setState(run, instance, { ...state, fields });
  const after = classAttribute(run, cls, '__post_init__');
  if (after?.value.kind === 'function') callFunction(run, after.value, argumentsOf([instance], args.node), instance, after.owner);
}

/** Annotated fields of the bases first, then the class's own. */
function fieldsOf(run: Run, cls: UserClass, depth = 0): readonly Field[] {
  const fields = new Map<string, Field>();
  if (depth < 10)
    for (const base of cls.bases)
      if (base.kind === 'class') for (const field of fieldsOf(run, base, depth + 1)) fields.set(field.name, field);
  for (const statement of cls.definition.body) {
    if (statement.kind !== 'assign' || !statement.annotation || isOfClass(statement.annotation)) continue;
    for (const target of statement.targets) {
      if (target.kind === 'name')
        fields.set(target.name, {
          name: target.name,
          value: statement.value && defaultOf(run, cls, target.name, statement.value),
        });
    }
  }
  return [...fields.values()];
}

/** `total: ClassVar[int] = 0` is no field. */
function isOfClass(annotation: Expression): boolean {
  const named = annotation.kind === 'index' ? annotation.object : annotation;
  return (named.kind === 'name' || named.kind === 'attribute') && named.name === 'ClassVar';
}

/** `field(default_factory=list)` makes a new value each time; anything else was evaluated with the class. */
function defaultOf(run: Run, cls: UserClass, name: string, node: Parameters<typeof evaluate>[1]): Value | undefined {
  if (node.kind !== 'call') return cls.members.get(name);
  const factory = node.args.find((argument) => argument.name === 'default_factory');
  const fallback = node.args.find((argument) => argument.name === 'default');
  const frame: Frame = run.frame;
  return inFrame(run, frame, () => {
    if (factory) return callWith(run, evaluate(run, factory.value), [], node);
    return fallback ? evaluate(run, fallback.value) : cls.members.get(name);
  });
}

/** Fields by name, in order, of a dataclass or a named tuple. */
export function dataFields(run: Run, value: Value): readonly (readonly [string, Value])[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'instance' || !isDataLike(state.class)) return undefined;
  return fieldsOf(run, state.class).flatMap(({ name }) => {
    const field = state.fields.get(name);
    return field ? [[name, field] as const] : [];
  });
}

const isDataLike = (cls: UserClass, depth = 0): boolean =>
  cls.dataclass === true || (depth < 10 && cls.bases.some((base) => base.kind === 'class' && isDataLike(base, depth + 1)));

/** A class over `typing.NamedTuple`: its instances are tuples. */
export function namedTupleItems(run: Run, value: Value): readonly Value[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'instance' || !isNamedTuple(state.class)) return undefined;
  return dataFields(run, value)?.map(([, field]) => field);
}

/** `_fields` of a class over `typing.NamedTuple`. */
export const namedTupleFields = (run: Run, cls: UserClass): readonly string[] | undefined =>
  isNamedTuple(cls) ? fieldsOf(run, cls).map(({ name }) => name) : undefined;

const isNamedTuple = (cls: UserClass): boolean =>
  cls.bases.some(
    (base) =>
      ((base.kind === 'libraryName' || base.kind === 'builtin') && base.name === 'typing.NamedTuple') ||
      (base.kind === 'class' && isNamedTuple(base)),
  );

/** What a dataclass prints by itself. Fields with `repr=False` are not followed. */
export function generatedText(
  run: Run,
  value: Value,
  state: InstanceObject,
): { readonly name: string; readonly fields: readonly (readonly [string, Value])[] } | undefined {
  const fields = dataFields(run, value);
  const hides = state.class.definition.body.some(
    (statement) =>
      statement.kind === 'assign' && statement.value?.kind === 'call' && statement.value.args.some(({ name }) => name === 'repr'),
  );
  return fields && !hides ? { name: state.class.definition.name, fields } : undefined;
}
