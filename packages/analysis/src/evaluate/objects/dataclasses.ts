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
  readonly options: FieldOptions;
}

/** What `field(…)` says of a field: https://docs.python.org/3/library/dataclasses.html#dataclasses.field */
type FieldOptions = Readonly<Record<'init' | 'repr' | 'compare' | 'named', boolean>>;

export function constructDataclass(run: Run, cls: UserClass, instance: Reference, args: Arguments): void {
  const state = stateOf(run, instance);
  if (state?.kind !== 'instance') return;
  const fields = new Map(state.fields);
  const rest = [...args.positional];
  for (const field of fieldsOf(run, cls)) {
    const { init, named } = field.options;
    const given = init ? (args.keywords.get(field.name) ?? (named ? undefined : rest.shift())) : undefined;
    if (!init && !field.value) continue;
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
  let named = cls.definition.decorators.some((node) => node.kind === 'call' && optionOf(node, 'kw_only', false));
  for (const statement of cls.definition.body) {
    if (statement.kind !== 'assign' || !statement.annotation || isOfClass(statement.annotation)) continue;
    named ||= isNamed(statement.annotation, 'KW_ONLY');
    if (isNamed(statement.annotation, 'KW_ONLY')) continue;
    for (const target of statement.targets) {
      if (target.kind === 'name')
        fields.set(target.name, {
          name: target.name,
          value: statement.value && defaultOf(run, cls, target.name, statement.value),
          options: optionsOf(statement.value, named),
        });
    }
  }
  return [...fields.values()];
}

/** `total: ClassVar[int] = 0` is no field. */
function isOfClass(annotation: Expression): boolean {
  return isNamed(annotation.kind === 'index' ? annotation.object : annotation, 'ClassVar');
}

const isNamed = (node: Expression, name: string): boolean =>
  (node.kind === 'name' || node.kind === 'attribute') && node.name === name;

function optionOf(node: Extract<Expression, { kind: 'call' }>, name: string, usual: boolean): boolean {
  const given = node.args.find((argument) => argument.name === name)?.value;
  return given?.kind === 'constant' && typeof given.value === 'boolean' ? given.value : usual;
}

function optionsOf(node: Expression | undefined, named: boolean): FieldOptions {
  if (node?.kind !== 'call' || !isNamed(node.callee, 'field')) return { init: true, repr: true, compare: true, named };
  return {
    init: optionOf(node, 'init', true),
    repr: optionOf(node, 'repr', true),
    compare: optionOf(node, 'compare', true),
    named: optionOf(node, 'kw_only', named),
  };
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

/** Fields by name, in order, of a dataclass or a named tuple; of those only that an option is not switched off for. */
export function dataFields(
  run: Run,
  value: Value,
  only?: 'init' | 'repr' | 'compare',
): readonly (readonly [string, Value])[] | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'instance' || !isDataLike(state.class)) return undefined;
  return fieldsOf(run, state.class).flatMap(({ name, options }) => {
    if (only && !options[only]) return [];
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

/** What a dataclass prints by itself. */
export function generatedText(
  run: Run,
  value: Value,
  state: InstanceObject,
): { readonly name: string; readonly fields: readonly (readonly [string, Value])[] } | undefined {
  const fields = dataFields(run, value, 'repr');
  return fields && { name: state.class.definition.name, fields };
}
