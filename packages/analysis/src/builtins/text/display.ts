/** Values as text: `str`, `repr`, f-strings, `format`, `%`, template literals. */
import { callMethod } from '../../evaluate/calls/calls.ts';
import { classAttribute } from '../../evaluate/objects/classes.ts';
import { generatedText } from '../../evaluate/objects/dataclasses.ts';
import { isMember, memberText } from '../../evaluate/objects/enums.ts';
import { setOrder, stateOf } from '../../evaluate/objects/objects.ts';
import { isParameter } from '../../evaluate/protocols/weights.ts';
import { isPython, overBudget, type Run, unknown } from '../../evaluate/run/run.ts';
import { chargeText } from '../../evaluate/run/work.ts';
import { current } from '../../evaluate/state/aliases.ts';
import { casesOf } from '../../evaluate/state/alternatives.ts';
import { exceptionMessage, isException } from '../../evaluate/statements/exceptions.ts';
import { stepName } from '../../operations/gradients/names.ts';
import { untaped } from '../../operations/gradients/record.ts';
import { text, tuple } from '../../values/make.ts';
import type {
  ArrayValue,
  DictObject,
  DTypeValue,
  InstanceObject,
  ListObject,
  SetObject,
  Tuple,
  Value,
} from '../../values/value.ts';
import { arrayText, quoted, scalarText } from './arrays.ts';
import { applySpec, numeric } from './format-spec.ts';
import { pythonFloat } from './numbers.ts';
import { printingFor } from './printing.ts';

/** The text of a value, or undefined where it is not known. */
export function formatValue(run: Run, value: Value, spec?: string, conversion?: string): string | undefined {
  const cases = casesOf(run, value);
  const [only] = cases;
  if (cases.length !== 1 || !only) return undefined;
  if (!isPython(run)) return javascriptText(run, only.value);
  const own = conversion === undefined ? ownFormat(run, only.value, spec ?? '') : undefined;
  if (own) return own.kind === 'text' ? own.value : undefined;
  if (conversion !== undefined && conversion !== 's') return withSpec(run, reprOf(run, only.value), spec);
  if (spec === undefined || spec === '') return conversion === 's' ? strOf(run, only.value) : plainFormat(run, only.value);
  return applySpec(run, only.value, spec);
}

/** What `__format__` of a class of the program says. */
const ownFormat = (run: Run, value: Value, spec: string): Value | undefined =>
  callMethod(run, value, '__format__', [text(spec)], { start: 0, end: 0 });

const withSpec = (run: Run, shown: string | undefined, spec: string | undefined): string | undefined =>
  shown === undefined || spec === undefined || spec === '' ? shown : applySpec(run, text(shown), spec);

export function strOf(run: Run, value: Value): string | undefined {
  if (value.kind === 'text') return value.value;
  if (value.kind === 'array') return arrayShown(run, value, false);
  if (value.kind === 'dtype') return dtypeText(value, false);
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'instance') return reprOf(run, value);
  if (classAttribute(run, state.class, '__str__')) return methodText(run, value, '__str__');
  if (isMember(run, value)) return memberText(run, value, false, (inner) => reprOf(run, inner));
  if (isException(run, value)) return exceptionMessage(run, value, (inner) => reprOf(run, inner));
  return reprOf(run, value);
}

/** `format(x, '')`: a single element of a library becomes a Python number first. */
function plainFormat(run: Run, value: Value): string | undefined {
  const single = value.kind === 'array' && value.data && value.shape?.length === 0 && isShown(run, value) ? value : undefined;
  // Of TensorFlow's tensors what NumPy makes of them.
  if (!single && value.kind === 'array' && value.library === 'tensorflow' && !value.variable && isShown(run, value))
    return arrayText({ ...untaped(value), library: 'numpy' }, false, printingFor(run, { ...value, library: 'numpy' }));
  if (!single?.data) return strOf(run, value);
  const x = single.data.data[0] ?? 0;
  return single.data.dtype.includes('float') ? pythonFloat(x) : scalarText(x, single.data.dtype);
}

/** Under `jit` and `tf.function`, functions are given what stands for an array, whose text is another. */
const isShown = (run: Run, { library }: ArrayValue): boolean =>
  (library !== 'jax' && library !== 'tensorflow') || run.frame.topLevel;

function arrayShown(run: Run, value: ArrayValue, repr: boolean): string | undefined {
  if (!isShown(run, value)) return undefined;
  chargeText(run, value);
  if (value.library === 'jax' || value.library === 'tensorflow') {
    const printing = printingFor(run, { ...value, library: 'numpy' });
    return printing && arrayText(value, repr, printing);
  }
  const printing = printingFor(run, value);
  const { tape } = value;
  // Of a frozen parameter the text is another, too.
  if (!printing || (!tape && isParameter(run, value))) return undefined;
  if (!tape) return arrayText(value, repr, printing);
  // A tensor that takes part in a graph says so.
  const step = tape.kind === 'step' ? stepName(tape) : undefined;
  if (tape.kind === 'step' && step === undefined) return undefined;
  const shown = arrayText(value, repr, printing, step === undefined ? 'requires_grad=True' : `grad_fn=<${step}>`);
  return shown !== undefined && tape.kind === 'leaf' && tape.parameter ? `Parameter containing:\n${shown}` : shown;
}

/** What `__str__` or `__repr__` of a class of the program says. */
function methodText(run: Run, value: Value, name: '__str__' | '__repr__'): string | undefined {
  const shown = callMethod(run, value, name, [], { start: 0, end: 0 });
  if (shown) return shown.kind === 'text' ? shown.value : undefined;
  return undefined;
}

/** Parts that the text of one value may have: lists may hold each other, and tuples each other many times over. */
const maxShown = 5_000;
let parts = 0;

function reprOf(run: Run, value: Value): string | undefined {
  parts = 0;
  return partOf(run, value, 6);
}

function partOf(run: Run, value: Value, depth: number): string | undefined {
  if (++parts > maxShown) return undefined;
  switch (value.kind) {
    case 'none':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
      return String(value.value);
    case 'float':
      return pythonFloat(value.value);
    case 'text':
      return quoted(value.value);
    case 'tuple':
      if (value.names) return named(run, value, depth);
      if (value.type?.startsWith('re.')) return undefined;
      if (value.type === 'torch.Size') return listed(run, value.items, depth, (inner) => `torch.Size([${inner}])`);
      return listed(run, value.items, depth, (inner) => (value.items.length === 1 ? `(${inner},)` : `(${inner})`));
    case 'array': {
      const now = current(run, value);
      return now.kind === 'array' ? arrayShown(run, now, true) : undefined;
    }
    case 'dtype':
      return dtypeText(value, true);
    case 'libraryName':
      return /^(?:numpy\.ndarray|torch\.Tensor)$/.test(value.name) ? `<class '${value.name}'>` : undefined;
    case 'range':
      return `range(${value.start}, ${value.stop}${value.step === 1 ? '' : `, ${value.step}`})`;
    case 'reference': {
      const state = stateOf(run, value);
      if (depth === 0) return undefined;
      if (state?.kind === 'list' && state.items && state.type !== 'iterator')
        return listed(run, state.items, depth, (inner) => listText(state, inner));
      if (state?.kind === 'instance') return instanceText(run, value, state, depth);
      if (state?.kind === 'set') return setText(run, state, depth);
      if (state?.kind !== 'dict' || state.open) return undefined;
      if (state.type !== undefined) return typedDict(run, value, state, depth);
      const shown = dictText(run, state, depth);
      if (!state.factory || shown === undefined) return shown;
      const made = className(state.factory);
      return made === undefined ? undefined : shortEnough(run, `defaultdict(<class '${made}'>, ${shown})`);
    }
    default:
      return undefined;
  }
}

function dictText(run: Run, state: DictObject, depth: number): string | undefined {
  const entries = [...state.entries.values()].map(
    ({ key, value: item }) => [partOf(run, key, depth - 1), partOf(run, item, depth - 1)] as const,
  );
  return entries.some((entry) => entry.includes(undefined))
    ? undefined
    : shortEnough(run, `{${entries.map(([key, item]) => `${key}: ${item}`).join(', ')}}`);
}

/** The name that `<class '…'>` tells of a built-in class or one of `collections`. */
function className(value: Value): string | undefined {
  const name = value.kind === 'builtin' || value.kind === 'libraryName' ? value.name : undefined;
  return name !== undefined && /^(?:list|dict|set|tuple|int|float|str|bool|collections\.\w+)$/.test(name) ? name : undefined;
}

function setText(run: Run, { items, frozen }: SetObject, depth: number): string | undefined {
  const ordered = items && setOrder(items);
  if (!ordered) return undefined;
  if (ordered.length === 0) return frozen ? 'frozenset()' : 'set()';
  return listed(run, ordered, depth, (inner) => (frozen ? `frozenset({${inner}})` : `{${inner}}`));
}

function dtypeText({ library, dtype, instance }: DTypeValue, repr: boolean): string | undefined {
  if (library === 'torch') return `torch.${dtype}`;
  if (library !== 'numpy') return undefined;
  if (!instance) return `<class 'numpy.${dtype === 'bool' ? 'bool_' : dtype}'>`;
  return repr ? `dtype('${dtype}')` : dtype;
}

/** `Point(x=1, y=2)` of a named tuple. */
function named(run: Run, value: Tuple, depth: number): string | undefined {
  if (value.type === undefined) return undefined;
  if (value.type.startsWith('torch.return_types.')) {
    const parts = value.items.map((item, i) => fieldText(run, value.names?.[i] ?? '', item, depth));
    return parts.includes(undefined) ? undefined : `${value.type}(\n${parts.join(',\n')})`;
  }
  const fields = value.items.map((item, i) => fieldText(run, value.names?.[i] ?? '', item, depth));
  if (value.type === '_IncompatibleKeys' && fields.every((field) => field?.endsWith('=[]') === true))
    return '<All keys matched successfully>';
  return fields.includes(undefined) ? undefined : `${value.type}(${fields.join(', ')})`;
}

function fieldText(run: Run, name: string, value: Value, depth: number): string | undefined {
  const shown = partOf(run, value, depth - 1);
  return shown === undefined ? undefined : `${name}=${shown}`;
}

function instanceText(run: Run, value: Value, state: InstanceObject, depth: number): string | undefined {
  if (classAttribute(run, state.class, '__repr__')) return methodText(run, value, '__repr__');
  if (isMember(run, value)) return memberText(run, value, true, (inner) => partOf(run, inner, depth - 1));
  return objectText(run, value, state, depth) ?? raisedText(run, value, state, depth);
}

/** `KeyError('k')` of an exception. */
function raisedText(run: Run, value: Value, state: InstanceObject, depth: number): string | undefined {
  const args = isException(run, value) ? state.fields.get('args') : undefined;
  return args?.kind === 'tuple'
    ? listed(run, args.items, depth, (inner) => `${state.class.definition.name}(${inner})`)
    : undefined;
}

/** The representation that a dataclass has by itself. */
function objectText(run: Run, value: Value, state: InstanceObject, depth: number): string | undefined {
  const own = generatedText(run, value, state);
  if (own === undefined) return undefined;
  const fields = own.fields.map(([name, item]) => fieldText(run, name, item, depth));
  return fields.includes(undefined) ? undefined : shortEnough(run, `${own.name}(${fields.join(', ')})`);
}

function listText({ type, limit }: ListObject, inner: string): string {
  if (type === undefined) return `[${inner}]`;
  return `${type}([${inner}]${limit === undefined ? '' : `, maxlen=${limit}`})`;
}

/** A Counter lists its largest counts first. */
function typedDict(run: Run, value: Value, state: DictObject, depth: number): string | undefined {
  const entries = [...state.entries.values()];
  if (state.type === 'OrderedDict') {
    const pairs = entries.map(({ key, value: item }) => tuple([key, item]));
    return pairs.length === 0 ? 'OrderedDict()' : listed(run, pairs, depth, (inner) => `OrderedDict([${inner}])`);
  }
  const counts = entries.map(({ value: item }) =>
    item.kind === 'int' || item.kind === 'float' ? Number(item.value) : undefined,
  );
  if (value.kind !== 'reference' || counts.includes(undefined)) return undefined;
  const order = entries.map((_, i) => i).sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  const shown = order.map((i) => [entries[i]?.key, entries[i]?.value].map((part) => part && partOf(run, part, depth - 1)));
  if (shown.length === 0) return 'Counter()';
  return shown.some((pair) => pair.includes(undefined))
    ? undefined
    : shortEnough(run, `Counter({${shown.map((pair) => pair.join(': ')).join(', ')}})`);
}

function listed(run: Run, items: readonly Value[], depth: number, wrap: (inner: string) => string): string | undefined {
  if (items.length > 1000) return undefined;
  const shown: string[] = [];
  for (const item of items) {
    const part = partOf(run, item, depth - 1);
    if (part === undefined) return undefined;
    shown.push(part);
  }
  return shortEnough(run, wrap(shown.join(', ')));
}

const shortEnough = (run: Run, shown: string): string | undefined => (shown.length > run.budget.text ? undefined : shown);

/** `'%d of %.2f' % (…)`, `'%(name)s' % {…}`: https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting */
export function formatted(run: Run, template: string, given: Value): Value {
  const values = given.kind === 'tuple' ? given.items : [given];
  const state = given.kind === 'reference' ? stateOf(run, given) : undefined;
  let next = 0;
  let known = true;
  const star = (asked: string | undefined): number | undefined => {
    if (asked !== '*') return asked === undefined ? undefined : Number(asked);
    const value = values[next++];
    return value?.kind === 'int' ? Number(value.value) : Number.NaN;
  };
  const result = template.replace(
    /%(?:\((\w+)\))?([-+ 0#]*)(\d+|\*)?(?:\.(\d+|\*))?([a-zA-Z%])/g,
    (_all, name: string | undefined, flags: string, width: string | undefined, digits: string | undefined, type: string) => {
      if (type === '%') return '%';
      const [size = 0, precision] = [star(width), star(digits)];
      const entry = name === undefined || state?.kind !== 'dict' ? undefined : state.entries.get(`s:${name}`);
      const value = name === undefined ? values[next++] : entry?.value;
      const shown = value && !Number.isNaN(size) ? percentField(run, value, flags, precision, type) : undefined;
      if (shown === undefined || size > run.budget.text) {
        known = false;
        return '';
      }
      if (flags.includes('-')) return shown.padEnd(size);
      if (!flags.includes('0') || 'src'.includes(type)) return shown.padStart(size);
      const sign = /^[-+ ]/.exec(shown)?.[0] ?? '';
      return sign + shown.slice(sign.length).padStart(size - sign.length, '0');
    },
  );
  if (result.length > run.budget.text) return overBudget(run, 'text');
  return known ? text(result) : unknown(run, 'unmodelled', 'text');
}

function percentField(run: Run, value: Value, flags: string, precision: number | undefined, type: string): string | undefined {
  if (type === 's' || type === 'r' || type === 'a') {
    const shown = formatValue(run, value, undefined, type === 's' ? 's' : 'r');
    return precision === undefined ? shown : shown?.slice(0, precision);
  }
  if (type === 'c' && value.kind === 'text') return value.value;
  const whole = type === 'd' || type === 'i' || type === 'u';
  const x = whole && value.kind !== 'int' ? numeric(value) : undefined;
  const converted: Value = x === undefined ? value : { kind: 'int', value: typeof x === 'bigint' ? x : Math.trunc(x) };
  const sign = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const spec = `${sign}${flags.includes('#') ? '#' : ''}${precision === undefined || whole ? '' : `.${precision}`}${whole ? 'd' : type}`;
  return formatValue(run, converted, spec);
}

function javascriptText(run: Run, value: Value): string | undefined {
  parts = 0;
  return javascriptPart(run, value, 6);
}

function javascriptPart(run: Run, value: Value, depth: number): string | undefined {
  if (++parts > maxShown || depth === 0) return undefined;
  switch (value.kind) {
    case 'text':
      return value.value;
    case 'bool':
    case 'int':
    case 'float':
      return String(value.value);
    case 'reference': {
      const state = stateOf(run, value);
      if (state?.kind !== 'list' || !state.items) return undefined;
      const shown = state.items.map((item) => (item.kind === 'none' ? '' : javascriptPart(run, item, depth - 1)));
      return shown.includes(undefined) ? undefined : shortEnough(run, shown.join(','));
    }
    default:
      return undefined;
  }
}
