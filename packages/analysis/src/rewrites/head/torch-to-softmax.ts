/**
 * A head of one unit with sigmoid becomes two units with softmax: σ(z) = softmax([0, z])[1], so class 0 takes zeros.
 * What is not understood keeps its meaning through z = z₁ − z₀, which is `z.diff(dim=1)`.
 */
import type { Call, Expression, Range } from '@softlens/syntax';
import { argumentAt, removeArgument } from '../../rules/fixes/nodes.ts';
import type { Changes } from '../changes.ts';
import { isExpression, placeKey, type SourceTree } from '../source-tree.ts';
import { isTight } from './text.ts';
import { createLossCalls, refuseOtherCalls, takeLoss } from './torch-loss.ts';
import { toIndices, wholeNumber } from './torch-targets.ts';
import { unitsOf } from './torch-to-sigmoid.ts';
import { calledObject, libraryObject, of, type Stage, type StageOf, type TorchHead } from './torch-values.ts';
import { type Use, useOf } from './uses.ts';

interface Context {
  readonly trees: readonly SourceTree[];
  readonly changes: Changes;
  readonly stageOf: StageOf;
  readonly losses: ReturnType<typeof createLossCalls>;
  /** Sigmoids whose result goes into BCELoss: they are left out, as cross-entropy takes scores. */
  readonly dropped: ReadonlySet<string>;
  readonly done: Set<string>;
}

interface Spot {
  readonly tree: SourceTree;
  readonly node: Expression;
  readonly stage: Stage;
  readonly use: Use;
}

export function torchToSoftmax(head: TorchHead, trees: readonly SourceTree[], stageOf: StageOf, changes: Changes): void {
  const units = unitsOf(head.call);
  if (!units) {
    changes.refuse();
    return;
  }
  changes.replace('layer', head.tree, units, '2');
  const spots = spotsOf(trees, stageOf, changes);
  const context: Context = {
    trees,
    changes,
    stageOf,
    losses: createLossCalls(),
    dropped: new Set(spots.flatMap((spot) => (isBceInput(spot) && 'site' in spot.stage ? [placeKey(spot.stage.site)] : []))),
    done: new Set(),
  };
  for (const spot of spots) {
    if (spot.stage.kind === 'sigmoid') ofProbability(context, spot);
    else if (spot.stage.kind === 'scores' || spot.stage.kind === 'flat') ofScore(context, spot, spot.stage.kind === 'flat');
    else changes.refuse();
  }
  refuseOtherCalls(changes, context.losses, trees);
}

function spotsOf(trees: readonly SourceTree[], stageOf: StageOf, changes: Changes): readonly Spot[] {
  return trees.flatMap((tree) =>
    tree.facts.flatMap((fact): Spot[] => {
      const stage = stageOf(fact.value);
      const node = tree.expressionAt(fact);
      if (stage === 'mixed' || (stage && of(fact.value).some((one) => one.kind === 'array' && one.library !== 'torch')))
        changes.refuse();
      return stage && stage !== 'mixed' && node ? [{ tree, node, stage, use: useOf(tree, node) }] : [];
    }),
  );
}

function isBceInput({ stage, use }: Spot): boolean {
  return stage.kind === 'sigmoid' && use.kind === 'argument' && use.fact.op === 'binaryCrossEntropy' && use.role === 'x';
}

function ofScore(context: Context, spot: Spot, isFlat: boolean): void {
  const { changes } = context;
  const { use, tree, node } = spot;
  if (use.kind === 'passed' || isCarried(context, spot)) return;
  const flattened = flattenerOf(node, use);
  if (flattened) {
    withoutFlattening(changes, tree, node, flattened);
    return;
  }
  const called = use.kind === 'argument' && use.role === 'x' ? use : use.kind === 'method' && use.fact ? use : undefined;
  if (called?.fact?.op === 'binaryCrossEntropyWithLogits') {
    lossCall(context, spot, called.call, 'binaryCrossEntropyWithLogits', isFlat);
    return;
  }
  if (called?.fact?.op === 'sigmoid') {
    activation(context, spot, called.call, isFlat);
    return;
  }
  const decision = use.kind === 'compare' ? decisionOf(tree, use.compare, node, 0) : undefined;
  if (decision && !isFlat) {
    decide(changes, tree, node, decision);
    return;
  }
  if (!isTight(node) || leadsOn(context, tree, node)) {
    changes.refuse();
    return;
  }
  changes.insert('predictions', tree, node.end, isFlat ? '.diff(dim=1).squeeze(1)' : '.diff(dim=1)');
}

/** Only where the sigmoid is left out: elsewhere what follows it keeps its form. */
function ofProbability(context: Context, spot: Spot): void {
  const { changes, dropped } = context;
  const { use, tree, node, stage } = spot;
  if (!('site' in stage)) return;
  const isInModel = inModel(context, stage.site);
  if (!dropped.has(placeKey(stage.site))) {
    if (isInModel) ofModelOutput(context, spot, stage.site);
    return;
  }
  if (isInModel) dropLayer(context, stage.site);
  // Behind another flattening a value is known no more by its form.
  if (!isNeverFlat(context, stage.site)) {
    changes.refuse();
    return;
  }
  if (use.kind === 'passed' || isCarried(context, spot)) return;
  if (use.kind === 'argument' && isBceInput(spot)) {
    lossCall(context, spot, use.call, 'binaryCrossEntropy', isFlattening(tree, node));
    return;
  }
  const flattened = flattenerOf(node, use);
  if (flattened) {
    withoutFlattening(changes, tree, node, flattened);
    return;
  }
  const decision = use.kind === 'compare' ? decisionOf(tree, use.compare, node, 0.5) : undefined;
  if (decision) {
    decide(changes, tree, node, decision);
    return;
  }
  if (!isTight(node) || leadsOn(context, tree, node)) {
    changes.refuse();
    return;
  }
  changes.insert('predictions', tree, node.end, '.softmax(dim=1)[:, 1:]');
}

function lossCall(
  context: Context,
  { tree }: Spot,
  call: Call,
  from: 'binaryCrossEntropyWithLogits' | 'binaryCrossEntropy',
  isFlat: boolean,
): void {
  const { changes, trees } = context;
  const fact = tree.factOf(call)?.call;
  const range = fact?.ranges.get('target');
  const target = range && call.args.find(({ value }) => value.start <= range.start && range.end <= value.end)?.value;
  if (!fact || !target) {
    changes.refuse();
    return;
  }
  takeLoss(changes, context.losses, trees, { tree, call, fact }, from, 'crossEntropy');
  toIndices(changes, tree, target, isFlat);
}

/** `torch.sigmoid(z)` → `torch.softmax(z, dim=1)[:, 1:]`, whose form is that of the sigmoid; or `z`, where it is left out. */
function activation(context: Context, { tree, node }: Spot, call: Call, isFlat: boolean): void {
  const { changes, dropped } = context;
  if (calledObject(tree, call) || call.callee.kind !== 'attribute' || !/^(?:sigmoid)$/.test(call.callee.name)) {
    changes.refuse();
    return;
  }
  if (dropped.has(`${tree.path} ${call.start} ${call.end}`)) {
    if (!isTight(node)) {
      changes.refuse();
      return;
    }
    if (call.start < node.start) changes.replace('activation', tree, { start: call.start, end: node.start }, '');
    changes.replace('activation', tree, { start: node.end, end: call.end }, '');
    return;
  }
  const use = useOf(tree, call);
  const decision = use.kind === 'compare' && !isFlat ? decisionOf(tree, use.compare, call, 0.5) : undefined;
  if (decision && isTight(node)) {
    decide(changes, tree, node, decision);
    return;
  }
  changes.replace('activation', tree, call.callee.nameRange, 'softmax');
  const isMethod = call.callee.object === node;
  changes.insert('activation', tree, isMethod ? call.argsRange.end - 1 : node.end, isMethod ? 'dim=1' : ', dim=1');
  const flattened = isFlat ? undefined : flattenerOf(call, use);
  if (!flattened) {
    changes.insert('predictions', tree, call.end, isFlat ? '[:, 1]' : '[:, 1:]');
    return;
  }
  if (flattened.start !== call.start) {
    changes.refuse();
    return;
  }
  changes.replace('predictions', tree, { start: call.end, end: flattened.end }, '[:, 1]');
}

const inModel = ({ trees }: Context, site: { readonly path: string; readonly start: number; readonly end: number }): boolean =>
  libraryObject(trees.find(({ path }) => path === site.path)?.factOf(site)?.value) !== undefined;

/** The sigmoid at the end of a Sequential becomes a softmax, of which the model's callers take the second column. */
function ofModelOutput(context: Context, { tree, node }: Spot, site: { readonly path: string } & Range): void {
  const { changes, trees } = context;
  const home = trees.find(({ path }) => path === site.path);
  const made = home?.expressionAt(site);
  if (!home || made?.kind !== 'call' || made.callee.kind !== 'attribute' || made.callee.name !== 'Sigmoid') {
    changes.refuse();
    return;
  }
  changes.replace('activation', home, { start: made.callee.nameRange.start, end: made.end }, 'Softmax(dim=1)');
  const isCallOfModel = node.kind === 'call' && calledObject(tree, node)?.row.name === 'torch.nn.Sequential';
  if (!isCallOfModel) return;
  const flattened = flattenerOf(node, useOf(tree, node));
  if (!flattened) {
    changes.insert('predictions', tree, node.end, '[:, 1:]');
    return;
  }
  if (flattened.start !== node.start) {
    changes.refuse();
    return;
  }
  changes.replace('predictions', tree, { start: node.end, end: flattened.end }, '[:, 1]');
}

function dropLayer({ changes, trees, done }: Context, site: { readonly path: string } & Range): void {
  if (done.has(placeKey(site))) return;
  done.add(placeKey(site));
  const home = trees.find(({ path }) => path === site.path);
  const around = home && argumentAt(home.document, site);
  if (!home || !around) {
    changes.refuse();
    return;
  }
  const { start, end } = removeArgument(home.document, around.call, around.argument);
  changes.replace('activation', home, { start, end }, '');
}

/** `z.squeeze(1)` and the like, by node: what makes (N, 1) into (N,). */
function flattenerOf(node: Expression, use: Use): Expression | undefined {
  if (use.kind === 'index') {
    const [rows, column] = use.index.indices;
    const isAll = rows?.kind === 'slice' && !rows.lower && !rows.upper && !rows.step;
    return isAll && use.index.indices.length === 2 && wholeNumber(column) === 0 ? use.index : undefined;
  }
  const call = use.kind === 'method' ? use.call : use.kind === 'argument' && use.role === 'x' ? use.call : undefined;
  if (call?.callee.kind !== 'attribute') return undefined;
  const others = call.args.filter(({ value }) => value !== node).map(({ value }) => wholeNumber(value));
  const { name } = call.callee;
  const isOne = others.length === 1 && (name === 'squeeze' ? others[0] === 1 || others[0] === -1 : others[0] === -1);
  if (name === 'squeeze' && (others.length === 0 || isOne)) return call;
  if (/^(?:view|reshape)$/.test(name) && isOne) return call;
  return /^(?:flatten|ravel)$/.test(name) && others.length === 0 ? call : undefined;
}

/** What is computed from the value goes by its meaning further on, and would be rewritten twice. */
function leadsOn({ stageOf }: Context, tree: SourceTree, node: Expression): boolean {
  for (let at = tree.parentOf(node); at && (isExpression(at) || 'value' in at); at = tree.parentOf(at)) {
    const value = isExpression(at) ? tree.factOf(at)?.value : undefined;
    if (value && stageOf(value) !== undefined) return true;
  }
  return false;
}

function withoutFlattening(changes: Changes, tree: SourceTree, node: Expression, flattened: Expression): void {
  if (flattened.start < node.start) {
    if (!isTight(node)) {
      changes.refuse();
      return;
    }
    changes.replace('predictions', tree, { start: flattened.start, end: node.start }, '');
  }
  changes.replace('predictions', tree, { start: node.end, end: flattened.end }, '');
}

const isFlattening = (tree: SourceTree, node: Expression): boolean => {
  const inner =
    node.kind === 'index'
      ? node.object
      : node.kind === 'call' && node.callee.kind === 'attribute'
        ? node.callee.object
        : undefined;
  return inner !== undefined && flattenerOf(inner, useOf(tree, inner)) === node;
};

function isBceArgument(tree: SourceTree, node: Expression): boolean {
  const use = useOf(tree, node);
  return use.kind === 'argument' && use.fact.op === 'binaryCrossEntropy' && use.role === 'x';
}

/** No flattening but that written into the loss itself: every other value has the form (N, 1). */
function isNeverFlat({ trees, stageOf }: Context, site: { readonly path: string } & Range): boolean {
  return trees.every((tree) =>
    tree.facts.every((fact) => {
      const stage = stageOf(fact.value);
      const node = tree.expressionAt(fact);
      if (!stage || stage === 'mixed' || !node) return true;
      if (stage.kind === 'flat') return false;
      if (!('site' in stage) || placeKey(stage.site) !== placeKey(site)) return true;
      return !isFlattening(tree, node) || isBceArgument(tree, node);
    }),
  );
}

/** `(z > 0)[:, 0].long()`, the decision itself: what an argmax over two units says. */
function decisionOf(tree: SourceTree, compare: Expression, node: Expression, threshold: number): Range | undefined {
  if (compare.kind !== 'compare' || compare.operators.length !== 1 || compare.operators[0] !== '>') return undefined;
  const [left, right] = compare.operands;
  if (left !== node || right?.kind !== 'number' || right.value !== threshold) return undefined;
  let [whole, isFlat, isLong]: [Expression, boolean, boolean] = [compare, false, false];
  for (let step = 0; step < 2; step++) {
    const parent = tree.parentOf(whole);
    if (parent?.kind === 'index') {
      if (!flattenerOf(whole, { kind: 'index', index: parent })) return undefined;
      [whole, isFlat] = [parent, true];
      continue;
    }
    const call = parent?.kind === 'attribute' ? tree.parentOf(parent) : undefined;
    if (parent?.kind !== 'attribute' || call?.kind !== 'call' || call.callee !== parent) return undefined;
    const flattens = flattenerOf(whole, { kind: 'method', call, attribute: parent, fact: undefined }) !== undefined;
    if (flattens) isFlat = true;
    else if (parent.name === 'long' && call.args.length === 0) isLong = true;
    else return undefined;
    whole = call;
  }
  return isFlat && isLong ? whole : undefined;
}

function decide(changes: Changes, tree: SourceTree, node: Expression, whole: Range): void {
  if (!isTight(node)) {
    changes.refuse();
    return;
  }
  changes.replace('predictions', tree, { start: whole.start, end: node.start }, '');
  changes.replace('predictions', tree, { start: node.end, end: whole.end }, '.argmax(dim=1)');
}

function isCarried({ stageOf, changes }: Context, { use, tree, stage }: Spot): boolean {
  if (use.kind !== 'carried') return false;
  const value = tree.factOf(use.as)?.value;
  const after = value && stageOf(value);
  if (after === undefined || after === 'mixed' || after.kind !== stage.kind) changes.refuse();
  return true;
}
