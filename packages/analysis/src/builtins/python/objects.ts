/** `getattr`, `setattr`, `print` and other functions of any object. */
import type { Range } from '@softlens/syntax';
import { argumentsOf } from '../../evaluate/calls/arguments.ts';
import { callValue } from '../../evaluate/calls/calls.ts';
import { writeAttribute } from '../../evaluate/expressions/attribute-writes.ts';
import { readAttribute } from '../../evaluate/expressions/attributes.ts';
import { readIndex } from '../../evaluate/expressions/indexing.ts';
import { readName } from '../../evaluate/expressions/names.ts';
import { classAttribute, hasUnknownBase, libraryBase } from '../../evaluate/objects/classes.ts';
import { dataFields } from '../../evaluate/objects/dataclasses.ts';
import { globalNames, moduleMemberOf, moduleNames } from '../../evaluate/objects/namespaces.ts';
import { newDict, newList, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { casesOf, joinValues } from '../../evaluate/state/alternatives.ts';
import { identityOf } from '../../evaluate/statements/conditions.ts';
import { moduleValue } from '../../resolve/import.ts';
import { bool, int, none, text, tuple } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable } from '../registry.ts';
import { formatValue } from '../text/display.ts';

export const objectFunctions: BuiltinTable = {
  pure: {
    chr: (run, { args: [x] }) =>
      x?.kind === 'int' ? text(String.fromCodePoint(Math.min(Number(x.value), 0x10ffff))) : unknown(run, 'unmodelled', 'chr'),
    ord: (run, { args: [x] }) =>
      x?.kind === 'text' && x.value !== '' ? int(x.value.codePointAt(0) ?? 0) : unknown(run, 'unmodelled', 'ord'),
    str: (run, { args: [x, ...more] }) => (more.length > 0 ? unknown(run, 'error', 'TypeError') : shown(run, x, 's')),
    repr: (run, { args: [x] }) => shown(run, x, 'r'),
    format: (run, { args: [x, spec] }) => {
      const result = x && formatValue(run, x, spec?.kind === 'text' ? spec.value : undefined);
      return result === undefined ? unknown(run, 'unmodelled', 'format') : text(result);
    },
  },
  effects: {
    print: () => none,
    input: (run) => unknown(run, 'input', 'input'),
    open: (run) => unknown(run, 'input', 'open'),
    object: (run) => unknown(run, 'unmodelled', 'object'),
    getattr: attribute,
    globals: (run) => globalNames(run),
    vars: (run, { args: [object], node }) => {
      if (object?.kind === 'module') return moduleNames(run, object.path) ?? unknown(run, 'unmodelled', 'vars');
      return object?.kind === 'reference' ? readAttribute(run, object, '__dict__', node) : unknown(run, 'unmodelled', 'vars');
    },
    eval: (run, { args: [source], node }) =>
      (source ? named(run, source, node) : undefined) ?? unknown(run, 'unmodelled', 'eval'),
    'importlib.import_module': (run, { args: [name] }) =>
      name?.kind === 'text' && !name.value.startsWith('.') && run.frame.document.language === 'python'
        ? moduleValue(run, name.value, 0)
        : unknown(run, 'unresolved-import', 'import_module'),
    hasattr: (run, { args: [object, name], node }) => {
      if (!object || name?.kind !== 'text') return unknown(run, 'unmodelled', 'hasattr');
      const value = readAttribute(run, object, name.value, node);
      if (value.kind !== 'unknown') return bool(true);
      if (lacks(run, object, value)) return bool(false);
      const subject = identityOf(object);
      return unknown(run, 'unmodelled', 'hasattr', subject === undefined ? undefined : `hasattr(${subject},${name.value})`);
    },
    setattr: (run, { args: [object, name, value] }) => {
      if (object && value && name?.kind === 'text') writeAttribute(run, object, name.value, value);
      return none;
    },
    'dataclasses.asdict': (run, { args: [x] }) => (x ? asDict(run, x, 6) : unknown(run, 'error', 'asdict')),
    'dataclasses.astuple': (run, { args: [x] }) => {
      const fields = x && dataFields(run, x);
      return fields ? tuple(fields.map(([, value]) => value)) : unknown(run, 'unmodelled', 'astuple');
    },
    'dataclasses.replace': (run, { self, args: [given], keywords, node }) => {
      const x = self ?? given;
      const fields = x && dataFields(run, x, 'init');
      const state = x?.kind === 'reference' ? stateOf(run, x) : undefined;
      if (!fields || state?.kind !== 'instance') return unknown(run, 'unmodelled', 'replace');
      return callValue(run, state.class, argumentsOf([], node, new Map([...fields, ...keywords])));
    },
    'typing.cast': (run, { args: [, value] }) => value ?? unknown(run, 'error', 'cast'),
    staticmethod: (_run, { args: [fn] }) => (fn?.kind === 'function' ? { ...fn, decoration: 'static' } : (fn ?? none)),
    classmethod: (_run, { args: [fn] }) => (fn?.kind === 'function' ? { ...fn, decoration: 'class' } : (fn ?? none)),
    property: (_run, { args: [fn] }) => (fn?.kind === 'function' ? { ...fn, decoration: 'property' } : (fn ?? none)),
  },
};

/** An instance whose class and bases are all in view, which has no attribute of this name. */
function lacks(run: Run, object: Value, found: Value): boolean {
  const state = object.kind === 'reference' ? stateOf(run, object) : undefined;
  return (
    state?.kind === 'instance' &&
    !state.open &&
    found.kind === 'unknown' &&
    found.reason.key === 'unread-attribute' &&
    !libraryBase(run, state.class) &&
    !hasUnknownBase(run, state.class) &&
    !classAttribute(run, state.class, '__getattr__') &&
    !objectAttributes.test(found.reason.name ?? '')
  );
}

/** What every object has. */
const objectAttributes = /^__\w+__$/;

/** Dataclasses within, and those in lists and dicts, become dicts too. */
function asDict(run: Run, value: Value, depth: number): Value {
  const fields = dataFields(run, value);
  if (fields && depth > 0)
    return newDict(
      run,
      fields.map(([name, field]) => [text(name), asDict(run, field, depth - 1)] as const),
    );
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  const items = state?.kind === 'list' ? state.items : undefined;
  return items && depth > 0
    ? newList(
        run,
        items.map((item) => asDict(run, item, depth - 1)),
      )
    : value;
}

function shown(run: Run, x: Value | undefined, conversion: string): Value {
  if (!x) return text('');
  const result = formatValue(run, x, undefined, conversion);
  return result === undefined ? unknown(run, 'unmodelled', 'str', x.kind === 'unknown' ? x.symbol : undefined) : text(result);
}

/** `eval(args.model)(10)`: a text that is not known most often names a class of the module. */
function named(run: Run, source: Value, node: Range): Value | undefined {
  if (source.kind === 'text') return /^[A-Za-z_]\w*$/.test(source.value) ? readName(run, source.value) : undefined;
  return source.kind === 'unknown' ? readIndex(run, globalNames(run), [source], node) : undefined;
}

/** `getattr(models, name)` chooses; with a default the attribute may be missing. */
function attribute(run: Run, { args: [object, name, fallback], node }: BuiltinCall): Value {
  if (!object || !name) return unknown(run, 'error', 'getattr');
  return joinValues(
    run,
    casesOf(run, name).map(({ value: one, when }) => {
      const chosen = one.kind !== 'text' && object.kind === 'module' ? moduleMemberOf(run, object.path, one, node) : undefined;
      if (chosen) return { value: chosen, when };
      if (one.kind !== 'text') {
        const [a, b] = [identityOf(object), identityOf(one)];
        return {
          value: unknown(run, 'unmodelled', 'getattr', a !== undefined && b !== undefined ? `getattr(${a},${b})` : undefined),
          when,
        };
      }
      const value = readAttribute(run, object, one.value, node);
      const missing =
        value.kind === 'unknown' &&
        fallback &&
        object.kind === 'reference' &&
        stateOf(run, object)?.kind === 'instance' &&
        value.reason.key === 'unread-attribute';
      return { value: missing ? fallback : value, when };
    }),
  );
}
