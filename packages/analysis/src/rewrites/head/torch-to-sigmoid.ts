/**
 * A head of two units with softmax becomes one unit with sigmoid: softmax([a, b])[1] = σ(b − a), so w = w₁ − w₀ and b = b₁ − b₀.
 * Every use of the scores is looked at; one that is not understood makes the rewrite impossible.
 */
import type { Call, Expression, Range } from '@softlens/syntax';
import { argumentAt, removeArgument } from '../../rules/fixes/nodes.ts';
import type { Changes } from '../changes.ts';
import { placeKey, type SourceTree } from '../source-tree.ts';
import { isTight } from './text.ts';
import { createLossCalls, refuseOtherCalls, takeLoss } from './torch-loss.ts';
import { toNumbers, wholeNumber } from './torch-targets.ts';
import { calledObject, callsOf, libraryObject, type Stage, type StageOf, type TorchHead } from './torch-values.ts';
import { type Use, useOf } from './uses.ts';

interface Context {
  readonly trees: readonly SourceTree[];
  readonly changes: Changes;
  readonly stageOf: StageOf;
  readonly losses: ReturnType<typeof createLossCalls>;
  /** Activations that were rewritten. */
  readonly sites: Set<string>;
}

/** Operations that say which score is the largest. */
const choices = new Set(['argmax', 'torchMax']);

interface Spot {
  readonly tree: SourceTree;
  readonly node: Expression;
  readonly stage: Stage;
  readonly use: Use;
}

export function torchToSigmoid(head: TorchHead, trees: readonly SourceTree[], stageOf: StageOf, changes: Changes): void {
  const context: Context = { trees, changes, stageOf, losses: createLossCalls(), sites: new Set() };
  const units = unitsOf(head.call);
  if (!units) {
    changes.refuse();
    return;
  }
  changes.replace('layer', head.tree, units, '1');
  for (const spot of spotsOf(context)) {
    if (spot.stage.kind === 'scores' || spot.stage.kind === 'logSoftmax') ofScores(context, spot);
    else if (spot.stage.kind === 'softmax') ofProbabilities(context, spot);
    else changes.refuse();
  }
  refuseOtherCalls(changes, context.losses, trees);
}

/** The literal number of units in the layer's call. */
export function unitsOf({ args }: Call): Expression | undefined {
  const units = args.find(({ name }) => name === 'out_features') ?? args.filter(({ kind }) => kind === 'positional')[1];
  return units?.value.kind === 'number' ? units.value : undefined;
}

function spotsOf({ trees, stageOf, changes }: Context): readonly Spot[] {
  return trees.flatMap((tree) =>
    tree.facts.flatMap((fact): Spot[] => {
      const stage = stageOf(fact.value);
      const node = tree.expressionAt(fact);
      if (stage === 'mixed') changes.refuse();
      return stage && stage !== 'mixed' && node ? [{ tree, node, stage, use: useOf(tree, node) }] : [];
    }),
  );
}

function ofScores(context: Context, spot: Spot): void {
  const { changes, trees } = context;
  const { use, tree, stage } = spot;
  if (stage.kind === 'logSoftmax') activationInModel(context, spot);
  if (use.kind === 'passed' || isCarried(context, spot)) return;
  const called = use.kind === 'argument' && use.role === 'x' ? use : use.kind === 'method' && use.fact ? use : undefined;
  const fact = called?.fact;
  if (!called || !fact) {
    changes.refuse();
    return;
  }
  const wanted = stage.kind === 'scores' ? 'crossEntropy' : 'nll';
  if (fact.op === wanted) {
    const target = targetOf(fact.ranges.get('target'), called.call);
    if (!target) {
      changes.refuse();
      return;
    }
    takeLoss(changes, context.losses, trees, { tree, call: called.call, fact }, wanted, 'binaryCrossEntropyWithLogits');
    toNumbers(changes, tree, target);
  } else if (choices.has(fact.op ?? '')) decide(context, spot, called.call, '0');
  else if (stage.kind === 'scores' && fact.op === 'softmax') activation(context, spot, called.call);
  else if (stage.kind === 'scores' && fact.op === 'logSoftmax') withoutLogSoftmax(context, spot, called.call);
  else changes.refuse();
}

function ofProbabilities(context: Context, spot: Spot): void {
  const { changes } = context;
  const { use, tree } = spot;
  activationInModel(context, spot);
  if (use.kind === 'passed' || isCarried(context, spot)) return;
  const call = use.kind === 'argument' && use.role === 'x' ? use : use.kind === 'method' ? use : undefined;
  if (call && choices.has(call.fact?.op ?? '')) {
    decide(context, spot, call.call, '0.5');
    return;
  }
  const column = use.kind === 'index' ? columnOf(use.index.indices) : undefined;
  if (use.kind !== 'index' || !column) {
    changes.refuse();
    return;
  }
  changes.replace('predictions', tree, column.node, '0');
  if (column.at !== 0) return;
  if (!isTight(spot.node)) {
    changes.refuse();
    return;
  }
  // 1 − σ(z) in parentheses, as it may stand in a product.
  changes.insert('predictions', tree, use.index.start, '(1 - ');
  changes.insert('predictions', tree, use.index.end, ')');
}

/** `[:, 1]` and `[..., 1]`: the column that is asked for. */
function columnOf(indices: readonly Expression[]): { readonly node: Expression; readonly at: 0 | 1 } | undefined {
  const [rows, column] = indices;
  const isAll = (rows?.kind === 'slice' && !rows.lower && !rows.upper && !rows.step) || isEllipsis(rows);
  if (!isAll || indices.length !== 2 || column?.kind !== 'number' || column.type !== 'int') return undefined;
  return column.value === 0 || column.value === 1 ? { node: column, at: column.value } : undefined;
}

const isEllipsis = (node: Expression | undefined): boolean => node?.kind === 'constant' && node.value === 'ellipsis';

/** The softmax in a Sequential: the place of production is where it is made. */
function activationInModel({ changes, sites, trees }: Context, { stage }: Spot): void {
  if (!('site' in stage) || sites.has(placeKey(stage.site))) return;
  const tree = trees.find(({ path }) => path === stage.site.path);
  const call = tree?.expressionAt(stage.site);
  if (!tree || call?.kind !== 'call') {
    changes.refuse();
    return;
  }
  // A call of a function or an object is rewritten with the scores it takes.
  if (!libraryObject(tree.factOf(call)?.value)) return;
  sites.add(placeKey(stage.site));
  const around = stage.kind === 'logSoftmax' && argumentAt(tree.document, stage.site);
  if (around) {
    const { start, end } = removeArgument(tree.document, around.call, around.argument);
    changes.replace('activation', tree, { start, end }, '');
    return;
  }
  if (call.callee.kind !== 'attribute' || call.callee.name !== 'Softmax') {
    changes.refuse();
    return;
  }
  changes.replace('activation', tree, { start: call.callee.nameRange.start, end: call.end }, 'Sigmoid()');
}

/** `torch.softmax(z, dim=1)` → `torch.sigmoid(z)`, and `self.softmax(z)` with the object it calls. */
function activation(context: Context, { tree, node }: Spot, call: Call): void {
  const { changes, sites, trees } = context;
  if (!isAlongUnits(tree, call)) {
    changes.refuse();
    return;
  }
  const made = calledObject(tree, call);
  if (made) {
    const home = trees.find(({ path }) => path === made.place.path);
    const construction = home?.expressionAt(made.place);
    const isOurs = callsOf(made.place, trees)?.every((place) => {
      const at = trees.find(({ path }) => path === place.path)?.expressionAt(place);
      const argument = at?.kind === 'call' ? at.args[0]?.value : undefined;
      const value = argument && trees.find(({ path }) => path === place.path)?.factOf(argument)?.value;
      const stage = value && context.stageOf(value);
      return stage !== undefined && stage !== 'mixed' && stage.kind === 'scores';
    });
    if (!home || construction?.kind !== 'call' || !isOurs) {
      changes.refuse();
      return;
    }
    if (construction.callee.kind !== 'attribute' || construction.callee.name !== 'Softmax') {
      changes.refuse();
      return;
    }
    sites.add(`${tree.path} ${call.start} ${call.end}`);
    const end = construction.end;
    changes.replace('activation', home, { start: construction.callee.nameRange.start, end }, 'Sigmoid()');
    return;
  }
  if (call.callee.kind !== 'attribute' || call.callee.name !== 'softmax') {
    changes.refuse();
    return;
  }
  changes.replace('activation', tree, call.callee.nameRange, 'sigmoid');
  const isMethod = call.callee.object === node;
  changes.replace('activation', tree, { start: isMethod ? call.argsRange.start + 1 : node.end, end: call.argsRange.end - 1 }, '');
}

/** The log-softmax is part of the new loss: `F.log_softmax(z, dim=1)` → `z`. */
function withoutLogSoftmax({ changes }: Context, { tree, node }: Spot, call: Call): void {
  if (!isAlongUnits(tree, call) || calledObject(tree, call) || !isTight(node)) {
    changes.refuse();
    return;
  }
  if (call.start < node.start) changes.replace('activation', tree, { start: call.start, end: node.start }, '');
  changes.replace('activation', tree, { start: node.end, end: call.end }, '');
}

/** The class of the larger score becomes a comparison: `z.argmax(dim=1)` → `(z > 0)[:, 0].long()`. */
function decide({ changes }: Context, { tree, node }: Spot, call: Call, threshold: string): void {
  if (!isTight(node) || !isAlongUnits(tree, call)) {
    changes.refuse();
    return;
  }
  const whole = chosen(tree, call);
  if (!whole) {
    changes.refuse();
    return;
  }
  const value = tree.factOf(node)?.value;
  const cast = value?.kind === 'array' && value.library === 'numpy' ? '.astype(int)' : '.long()';
  if (whole.name) changes.replace('predictions', tree, whole.name.from, whole.name.text);
  changes.replace('predictions', tree, { start: whole.start, end: node.start }, '(');
  changes.replace('predictions', tree, { start: node.end, end: whole.end }, ` > ${threshold})[:, 0]${cast}`);
}

interface Chosen extends Range {
  /** `_, predicted =` becomes `predicted =`. */
  readonly name?: { readonly from: Range; readonly text: string };
}

/** The whole expression that gives the indices: `z.argmax(1)`, `z.max(1)[1]`, `z.max(1).indices`, `_, y = torch.max(z, 1)`. */
function chosen(tree: SourceTree, call: Call): Chosen | undefined {
  if (tree.factOf(call)?.call?.op === 'argmax') return rangeOf(call);
  const parent = tree.parentOf(call);
  if (parent?.kind === 'index' && parent.indices.length === 1 && wholeNumber(parent.indices[0]) === 1) return rangeOf(parent);
  if (parent?.kind === 'attribute' && parent.name === 'indices') return rangeOf(parent);
  const target = parent?.kind === 'assign' && parent.targets.length === 1 ? parent.targets[0] : undefined;
  if (target?.kind !== 'sequencePattern' || target.elements.length !== 2) return undefined;
  const [values, indices] = target.elements;
  if (values?.kind !== 'name' || !/^_+$/.test(values.name) || indices?.kind !== 'name') return undefined;
  return { start: call.start, end: call.end, name: { from: target, text: indices.name } };
}

const rangeOf = ({ start, end }: Range): Chosen => ({ start, end });

/** Along the two units of (N, 2), with nothing else asked for. */
function isAlongUnits(tree: SourceTree, call: Call): boolean {
  const fact = tree.factOf(call)?.call;
  const axis = fact?.args.get('axis');
  const allowed = call.args.every(
    ({ kind, name }) => kind === 'positional' || name === 'dim' || name === 'axis' || name === 'input',
  );
  return allowed && axis?.kind === 'int' && (axis.value === 1 || axis.value === -1);
}

/** Passed on by a method, and still known behind it. */
function isCarried({ stageOf, changes }: Context, { use, tree, stage }: Spot): boolean {
  if (use.kind !== 'carried') return false;
  const value = tree.factOf(use.as)?.value;
  const after = value && stageOf(value);
  if (after === undefined || after === 'mixed' || after.kind !== stage.kind) changes.refuse();
  return true;
}

function targetOf(range: Range | undefined, call: Call): Expression | undefined {
  return range && call.args.find(({ value }) => value.start <= range.start && range.end <= value.end)?.value;
}
