/** Calls of what the tables know: binding by role, the operation, the result's meaning, and the event for rules. */
import { type ClassRow, classMembers, type FunctionRow, lookup, parseSignature } from '@softlens/frameworks';
import { arrayLibrary } from '../../operations/dialects.ts';
import { applyGives } from '../../operations/gives.ts';
import { rememberedBy } from '../../operations/gradients/record.ts';
import { hasOperation, runOperation } from '../../operations/index.ts';
import { shapeOfRank } from '../../values/dim.ts';
import { fromLiteral, text } from '../../values/make.ts';
import type { ArrayValue, LibraryClass, LibraryFunction, LibraryObject, Reference, Unknown, Value } from '../../values/value.ts';
import { gradientFunction, gradientMethod } from '../gradients/calls.ts';
import { asLeaf } from '../gradients/leaves.ts';
import { setMode } from '../gradients/modes.ts';
import { parameterGroups } from '../gradients/optimizers.ts';
import { allocate, newDict, newList, stateOf } from '../objects/objects.ts';
import { compileModel } from '../protocols/compile.ts';
import { compoundMethod } from '../protocols/compound-distributions.ts';
import { estimatorMethod } from '../protocols/estimators.ts';
import { protocolConstruct, protocolFunction } from '../protocols/index.ts';
import { labelEncoderMethod } from '../protocols/label-encoder.ts';
import { drawnBy, madeBy } from '../random/effects.ts';
import { assume, inherit, isAssumed, recordCall } from '../run/facts.ts';
import type { CalledRow } from '../run/listener.ts';
import { freshSymbol, isPython, placeOf, type Run } from '../run/run.ts';
import { charge } from '../run/work.ts';
import { distribute } from '../state/alternatives.ts';
import { plain } from '../state/freeze.ts';
import { assigned, asTensor, asVariable, isAssignment } from '../state/variables.ts';
import { announceCall } from './announcements.ts';
import { type Arguments, type BoundArguments, bindSignature, withFirst } from './arguments.ts';
import { callWith } from './calls.ts';
import { libraryContext } from './context.ts';
import type { RowCall } from './row-call.ts';
import { withUnreadOptions } from './unread-options.ts';
import { sharing } from './views.ts';

export function callFunctionRow(run: Run, fn: LibraryFunction, args: Arguments): Value {
  const special = protocolFunction(run, fn, args) ?? whereAsked(run, fn, args);
  if (special) return special;
  const { unknowns } = run;
  const result = callRow(run, {
    kind: 'function',
    row: fn.row,
    factRow: fn.row,
    library: fn.library,
    args,
    assumed: fn.assumed === true,
  });
  if (fn.row.name === 'tensorflow.Variable') {
    const trainable = bindSignature(run, fn.row.signature, args).values.get('_trainable');
    return asVariable(run, result, !(trainable?.kind === 'bool' && !trainable.value));
  }
  const gradient = gradientFunction(run, fn, args);
  if (gradient && gradient.kind !== 'unknown') run.unknowns = unknowns;
  if (gradient) return gradient;
  return fn.row.op === 'dense' || fn.row.op === 'conv' ? activated(run, fn, args, result) : result;
}

/** `np.divide(a, b, out=c, where=mask)`: elsewhere `c` keeps what it holds. https://numpy.org/doc/stable/reference/ufuncs.html#ufuncs-kwargs */
function whereAsked(run: Run, fn: LibraryFunction, args: Arguments): Value | undefined {
  const [mask, out] = [args.keywords.get('where')?.value, args.keywords.get('out')?.value];
  if (!mask || out?.kind !== 'array' || !fn.row.name.startsWith('numpy.') || !fn.row.signature.includes('where: _where=True'))
    return undefined;
  const keywords = new Map([...args.keywords].filter(([name]) => name !== 'where' && name !== 'out'));
  const result = callFunctionRow(run, fn, { ...args, keywords });
  const chosen = lookup('numpy.where');
  if (chosen?.row.kind !== 'function') return undefined;
  return callWith(
    run,
    { kind: 'libraryFunction', row: chosen.row, library: chosen.library.name },
    [mask, result, out],
    args.node,
  );
}

/** `tf.layers.dense(x, 10, activation=tf.nn.softmax)`: the layer's own result, then its activation, a function or a name. */
function activated(run: Run, fn: LibraryFunction, args: Arguments, result: Value): Value {
  const activation = bindSignature(run, fn.row.signature, args).values.get('activation');
  if (!activation || activation.kind === 'none') return result;
  if (activation.kind !== 'text') return callWith(run, activation, [result], args.node);
  const named = lookup(`tensorflow.nn.${activation.value}`);
  return named?.row.kind === 'function'
    ? callWith(run, { kind: 'libraryFunction', row: named.row, library: named.library.name }, [result], args.node)
    : result;
}

/** A method of an array or of an object of the tables. */
export function callMethodRow(run: Run, self: Value, fn: LibraryFunction, args: Arguments): Value {
  const own = self.kind === 'reference' ? objectState(run, self) : undefined;
  const takesSelf = parseSignature(fn.row.signature)[0]?.name === 'self';
  if (self.kind === 'reference' && fn.row.name.endsWith('.compile'))
    compileModel(run, self, bindSignature(run, fn.row.signature, args), args.node);
  const compound = compoundMethod(run, self, fn, args);
  if (compound) return compound;
  const { unknowns } = run;
  const result = callRow(run, {
    kind: 'method',
    row: fn.row,
    factRow: fn.row,
    library: self.kind === 'array' ? self.library : fn.library,
    args: takesSelf ? withFirst(args, self) : args,
    self,
    ...(own ? { own: own.args, classRow: own.row } : {}),
    assumed: isAssumed(run, self) || fn.assumed === true,
  });
  if (self.kind === 'array' && fn.row.name.startsWith('tensorflow.Tensor.') && isAssignment(methodName(fn.row)))
    return assigned(run, self, result, args.node);
  const gradient = gradientMethod(run, self, fn, args);
  // That the row does not say what comes out is no sign of a loop that is not understood.
  if (gradient && gradient.kind !== 'unknown') run.unknowns = unknowns;
  return (
    gradient ??
    labelEncoderMethod(run, self, fn, args) ??
    estimatorMethod(run, self, fn, args) ??
    (fluent.test(fn.row.name) ? self : result)
  );
}

const methodName = ({ name }: FunctionRow): string => name.slice(name.lastIndexOf('.') + 1);

/** `LogisticRegression().fit(X, y)` is the estimator itself: https://scikit-learn.org/stable/developers/develop.html#fitting */
const fluent = /^sklearn\..*\.(?:fit|partial_fit|set_params)$/;

function objectState(run: Run, self: Reference): LibraryObject | undefined {
  const state = stateOf(run, self);
  return state?.kind === 'libraryObject' ? state : undefined;
}

/** Calling an instance: `nn.Linear(2, 3)(x)`, `criterion(output, target)`. */
export function callObjectRow(
  run: Run,
  self: Value,
  row: ClassRow,
  library: string,
  own: ReadonlyMap<string, Value>,
  args: Arguments,
): Value | undefined {
  const { call } = classMembers(row);
  if (!call) return undefined;
  const takesSelf = parseSignature(call.signature)[0]?.name === 'self';
  return callRow(run, {
    kind: 'instance',
    row: { ...call, name: row.name },
    factRow: row,
    classRow: row,
    library,
    args: takesSelf ? withFirst(args, self) : args,
    self,
    own,
    assumed: isAssumed(run, self),
  });
}

function callRow(run: Run, call: RowCall): Value {
  const bound = bindSignature(run, call.row.signature, call.args);
  const values = mergedArguments(call, bound);
  const roles = [...values.keys()];
  const inputs = [...values.values()];
  const assumed = call.assumed === true || inputs.some((value) => isAssumed(run, value));
  const plainInputs = inputs.map((value) => imported(plain(run, value)));
  const { row, factRow } = call;
  const signatures = factRow.signature === row.signature ? [row.signature] : [row.signature, factRow.signature];
  const isOne = !plainInputs.some((value) => value.kind === 'alternatives');
  const given = distribute(run, plainInputs, (cases) => {
    const args = new Map(roles.map((role, i) => [role, cases[i] as Value]));
    const computed = withUnreadOptions(run, signatures, args, (role) => bound.ranges.has(role), compute(run, call, args));
    const { kind, library, self } = call;
    const raw = drawnBy(run, { kind, name: factRow.name, op: row.op, library, self }, args, computed, isOne);
    const made = raw.kind === 'array' ? withHistory(run, call, bound, args, asTensor(raw) as ArrayValue) : raw;
    charge(run, made);
    const own = inherit(run, assumed ? assume(run, made) : made, run.drawn.isUsed ? [...args.values()] : []);
    const value = (args.get('x') ?? args.get('data'))?.kind === 'array' ? sharing(run, call, args, own) : own;
    announceCall(run, call, args, bound.ranges, value, assumed);
    return value;
  });
  const result = !isPython(run)
    ? given
    : givesList.test(call.factRow.name)
      ? listed(run, given)
      : call.row.op === 'classificationReport'
        ? dictOf(run, given)
        : given;
  recordCall(run, call.args.node, () => ({
    row: call.factRow,
    library: call.library,
    ...(call.row.op === undefined ? {} : { op: call.row.op }),
    args: new Map(roles.map((role, i) => [role, plainInputs[i] as Value])),
    ranges: bound.ranges,
  }));
  return result;
}

const importedValues = new WeakMap<Value, Unknown>();

/** What a module that is not in view holds may be any value: `from data import x`. The same name is the same value. */
function imported(value: Value): Value {
  if (value.kind !== 'libraryName' || value.library !== undefined) return value;
  const known = importedValues.get(value);
  if (known) return known;
  const made: Unknown = { kind: 'unknown', reason: { key: 'unresolved-import', name: value.name } };
  importedValues.set(value, made);
  return made;
}

function withHistory(
  run: Run,
  call: RowCall,
  bound: BoundArguments,
  args: ReadonlyMap<string, Value>,
  value: ArrayValue,
): ArrayValue {
  if (wantsLeaf(call, bound)) return asLeaf(run, value);
  // The weights that a norm begins with are known without having been written.
  const isLearned = value.library === 'torch' && value.data && !value.tape && args.has('initial') && !run.untracked;
  return isLearned
    ? rememberedBy('learned weights', args, libraryContext(run, call.library, call.args.node, call.row), value)
    : value;
}

/** `torch.tensor([1.0], requires_grad=True)`. */
const wantsLeaf = ({ library, kind }: RowCall, { values }: BoundArguments): boolean => {
  const asked = values.get('_requires_grad');
  return library === 'torch' && kind !== 'instance' && asked?.kind === 'bool' && asked.value;
};

/** Layers whose weights want gradients. */
const hasWeights = /^torch\.nn\.(?:\w*Linear|\w*Conv|Embedding|LSTM|GRU|RNN|\w*Norm|Multihead|PReLU|Transformer|Parameter)/;

/** Operations know tuples only; these give lists. */
const givesList = /\.tolist$|^numpy\.(?:\w*split|meshgrid|gradient|broadcast_arrays|histogramdd)$/;

function listed(run: Run, value: Value): Value {
  if (value.kind !== 'tuple') return value;
  return newList(
    run,
    value.items.map((item) => listed(run, item)),
  );
}

/** A named tuple as a dict, and those within it. */
function dictOf(run: Run, value: Value): Value {
  const { names } = value.kind === 'tuple' ? value : {};
  if (value.kind !== 'tuple' || !names) return value;
  return newDict(
    run,
    value.items.map((item, i) => [text(names[i] ?? ''), dictOf(run, item)] as const),
  );
}

/** Constructor's arguments first, then the call's, then what the row fixes. */
function mergedArguments(call: RowCall, bound: BoundArguments): ReadonlyMap<string, Value> {
  if (!call.own && !call.row.fixed) return bound.values;
  const values = new Map(call.own);
  for (const [role, value] of bound.values) values.set(role, value);
  for (const [role, literal] of Object.entries(call.row.fixed ?? {})) values.set(role, fromLiteral(literal));
  return values;
}

function compute(run: Run, call: RowCall, args: ReadonlyMap<string, Value>): Value {
  const { row } = call;
  const context = libraryContext(run, call.library, call.args.node, row);
  const result =
    row.op !== undefined && hasOperation(row.op)
      ? runTensors(run, call, row.op, args)
      : applyGives({ kind: 'unknown', reason: { key: 'unread-call', name: row.name } }, args, context);
  if (result.kind !== 'unknown') {
    if (result.kind === 'array' && !result.data && !result.texts) run.unknowns++;
    return result;
  }
  run.unknowns++;
  return result.symbol === undefined ? { ...result, symbol: freshSymbol(run, `call@${call.args.node.start}`) } : result;
}

/** What a library's function takes as its input is a tensor, of which nothing need be known. */
function runTensors(run: Run, call: RowCall, op: string, args: ReadonlyMap<string, Value>): Value {
  const context = libraryContext(run, call.library, call.args.node, call.row);
  const x = args.get('x');
  if (x?.kind !== 'unknown' || !takesTensors(call.library)) return runOperation(op, args, context);
  const tensor = tensorOf(x, arrayLibrary(call.library, context.dialect.promotion));
  const result = runOperation(op, new Map(args).set('x', tensor), context);
  const claimsNothing =
    result.kind === 'array' && !result.data && !result.shape && !result.dtype && !result.space && !result.form;
  return claimsNothing ? { kind: 'unknown', reason: x.reason } : result;
}

const tensors = new WeakMap<Unknown, Map<string, ArrayValue>>();

/** The same unknown is the same tensor, so that `exp(x) / sum(exp(x))` is seen to speak of one `x`. */
function tensorOf(x: Unknown, library: string): ArrayValue {
  const byLibrary = tensors.get(x) ?? new Map<string, ArrayValue>();
  const known = byLibrary.get(library);
  if (known) return known;
  const form = { op: 'tensor', operands: [x] };
  const shape = x.rank === undefined ? {} : { shape: shapeOfRank(x.rank) };
  const tensor: ArrayValue = { kind: 'array', library, reason: x.reason, form, ...shape, ...(x.space ? { space: x.space } : {}) };
  tensors.set(x, byLibrary.set(library, tensor));
  return tensor;
}

const takesTensors = (library: string): boolean => library !== 'python' && library !== 'sklearn' && library !== 'transformers';

/** `nn.Linear(128, 10)`, `nn.CrossEntropyLoss()`: an object that keeps its arguments by role. */
export function constructRow(run: Run, cls: LibraryClass, args: Arguments): Value {
  if (hasWeights.test(cls.row.name)) run.gradients = true;
  const bound = bindSignature(run, cls.row.signature, args);
  setMode(run, cls.row.name, bound.values.get('_mode'));
  const parameters = classMembers(cls.row).protocol === 'optimizer' ? parameterGroups(run, bound.values) : undefined;
  const special = protocolConstruct(run, cls, bound, args);
  const object: Value =
    special ??
    allocate(run, {
      kind: 'libraryObject',
      row: cls.row,
      library: cls.library,
      args: bound.values,
      fields: parameters ? new Map([['param_groups', parameters]]) : new Map(),
      place: placeOf(run, args.node),
    });
  const value = cls.assumed ? assume(run, object) : object;
  madeBy(run, cls, bound.values, object);
  const row: CalledRow = {
    name: cls.row.name,
    signature: cls.row.signature,
    ...(cls.row.accepts ? { accepts: cls.row.accepts } : {}),
  };
  const roles = [...bound.values.keys()];
  const call: RowCall = { kind: 'construct', row, factRow: cls.row, classRow: cls.row, library: cls.library, args };
  distribute(
    run,
    [...bound.values.values()].map((one) => plain(run, one)),
    (cases) => {
      announceCall(
        run,
        call,
        new Map(roles.map((role, i) => [role, cases[i] as Value])),
        bound.ranges,
        value,
        cls.assumed === true,
      );
      return value;
    },
  );
  recordCall(run, args.node, () => ({
    row: cls.row,
    library: cls.library,
    args: new Map([...bound.values].map(([role, one]) => [role, plain(run, one)])),
    ranges: bound.ranges,
  }));
  return value;
}
