/** What decorators make of a function or class. Unknown ones are taken to keep it, and mark it so. */
import type { Expression } from '@softlens/syntax';
import type { UserClass, UserFunction, Value } from '../../values/value.ts';
import { evaluate } from '../expressions/expressions.ts';
import { withCustomRule } from '../gradients/custom-rules.ts';
import { decoratedMode } from '../gradients/modes.ts';
import { type Run, unknown } from '../run/run.ts';
import { casesOf } from '../state/alternatives.ts';
import { callWith } from './calls.ts';
import { isRegistered } from './registrations.ts';

const kept: ReadonlySet<string> = new Set([
  'functools.lru_cache',
  'functools.cache',
  'abc.abstractmethod',
  'contextlib.contextmanager',
  'typing.no_type_check',
  'typing.overload',
  'typing.final',
]);

export function decorate(run: Run, value: Value, decorators: readonly Expression[]): Value {
  return decorators.toReversed().reduce((decorated, decorator) => apply(run, decorated, decorator), value);
}

function apply(run: Run, value: Value, node: Expression): Value {
  const decorator = casesOf(run, evaluate(run, node))[0]?.value;
  if (!decorator) return value;
  if (value.kind === 'class') return decorateClass(run, value, decorator, node);
  if (value.kind !== 'function') return value;
  const name = nameOf(decorator) ?? nameOf(calleeName(run, node));
  switch (name) {
    case 'staticmethod':
      return { ...value, decoration: 'static' };
    case 'classmethod':
      return { ...value, decoration: 'class' };
    case 'property':
      return { ...value, decoration: 'property' };
    case 'functools.cached_property':
      return { ...value, decoration: 'property', cached: true };
    case 'functools.singledispatch':
    case 'functools.singledispatchmethod':
      return unknown(run, 'unmodelled', 'singledispatch');
    case 'contextlib.contextmanager':
      return value;
    default:
  }
  const inMode = decoratedMode(name, value) ?? withCustomRule(name, value);
  if (inMode) return inMode;
  if (node.kind === 'attribute' && node.name === 'setter') return withSetter(run, value, node);
  if (node.kind === 'attribute' && node.name === 'deleter') return withDeleter(run, value, node);
  if (name !== undefined && kept.has(name)) return value;
  if (decorator.kind === 'partial' && nameOf(decorator) === 'functools.keep') return callWith(run, decorator, [value], node);
  if (isOfProgram(decorator)) return userDecorator(run, value, decorator, node);
  if (decorator.kind === 'unknown') return { ...value, decoration: value.decoration ?? 'opaque' };
  return value;
}

/** `@f.setter`: the property `f`, with what assigning to it does. */
function withSetter(run: Run, setter: UserFunction, node: Expression): Value {
  const property = node.kind === 'attribute' ? casesOf(run, evaluate(run, node.object))[0]?.value : undefined;
  return property?.kind === 'function' && property.decoration === 'property'
    ? { ...property, setter }
    : { ...setter, decoration: 'opaque' };
}

/** `@f.deleter`: the property `f`, with what `del` calls. */
function withDeleter(run: Run, deleter: UserFunction, node: Expression): Value {
  const property = node.kind === 'attribute' ? casesOf(run, evaluate(run, node.object))[0]?.value : undefined;
  return property?.kind === 'function' && property.decoration === 'property'
    ? { ...property, deleter }
    : { ...deleter, decoration: 'opaque' };
}

/** A decorator of the program is called as Python would; what it returns is the function unless that is not known. */
function userDecorator(run: Run, value: UserFunction, decorator: Value, node: Expression): Value {
  if (isRegistered(run, decorator)) return value;
  const result = callWith(run, decorator, [value], node);
  return result.kind === 'unknown' ? value : result;
}

function decorateClass(run: Run, value: UserClass, decorator: Value, node: Expression): Value {
  const name = nameOf(decorator) ?? nameOf(calleeName(run, node));
  if (name === 'dataclasses.dataclass' || name?.endsWith('.dataclass') || name === 'attr.s' || name === 'attrs.define')
    return { ...value, dataclass: true, ...option(node, 'frozen', 'frozen'), ...option(node, 'order', 'ordered') };
  if (name === 'functools.total_ordering') return { ...value, completed: true };
  if (!isOfProgram(decorator)) return value;
  const result = callWith(run, decorator, [value], node);
  return result.kind === 'class' || result.kind === 'function' ? result : value;
}

/** A flag that the decorator is given as `True`. */
const option = <Key extends string>(node: Expression, name: string, key: Key): { readonly [key in Key]?: true } => {
  const given = node.kind === 'call' ? node.args.find((argument) => argument.name === name)?.value : undefined;
  return given?.kind === 'constant' && given.value === true ? ({ [key]: true } as { readonly [key in Key]: true }) : {};
};

/** A function of the program, or a method of one of its objects: `@registry.register`. */
function isOfProgram(decorator: Value): boolean {
  return decorator.kind === 'function' || (decorator.kind === 'method' && decorator.function.kind === 'function');
}

const calleeName = (run: Run, node: Expression): Value | undefined =>
  node.kind === 'call' ? casesOf(run, evaluate(run, node.callee))[0]?.value : undefined;

function nameOf(value: Value | undefined): string | undefined {
  if (!value) return undefined;
  if (value.kind === 'builtin' || value.kind === 'libraryName') return value.name;
  if (value.kind === 'libraryFunction' || value.kind === 'libraryClass') return value.row.name;
  if (value.kind === 'partial') return nameOf(value.function);
  return undefined;
}
