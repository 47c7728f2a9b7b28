/** What a model gives: two columns become one and the other way round, so that what follows keeps its form. */
import type { Call, Expression, FunctionDefinition, Module } from '@softlens/syntax';
import type { Changes } from '../changes.ts';
import type { SourceTree, SyntaxNode } from '../source-tree.ts';
import { textOf } from '../source-tree.ts';
import { argumentOf, type KerasHead, type ModelCall } from './keras.ts';
import { wholeNumber } from './torch-targets.ts';

/** Methods that neither give nor take predictions. */
const harmless = new Set(['summary', 'save', 'save_weights', 'add', 'build', 'count_params', 'get_config', 'to_json']);

export function ofPredictions(changes: Changes, { tree, call, method }: ModelCall, head: KerasHead): void {
  if (harmless.has(method)) return;
  if (method !== 'predict' && method !== '()') {
    changes.refuse();
    return;
  }
  if (head.units === 1) {
    toTwo(changes, tree, call, head);
    return;
  }
  const nodes = usesOf(tree, call);
  if (!nodes) changes.refuse();
  for (const node of nodes ?? []) toOne(changes, tree, node, method, head);
}

/** `[:, 1:]` has the form of the single column. Scores would need a difference: they are left alone. */
function toTwo(changes: Changes, tree: SourceTree, call: Call, { gives }: KerasHead): void {
  if (gives === 'scores') {
    changes.refuse();
    return;
  }
  const parent = tree.parentOf(call);
  const column = parent?.kind === 'index' && parent.object === call ? columnOf(parent.indices) : undefined;
  if (column?.at === 0) {
    changes.replace('predictions', tree, column.node, '1');
    return;
  }
  const flattening = parent?.kind === 'attribute' ? tree.parentOf(parent) : undefined;
  const isFlattening = parent?.kind === 'attribute' && /^(?:flatten|ravel)$/.test(parent.name);
  if (isFlattening && flattening?.kind === 'call' && flattening.args.length === 0) {
    changes.replace('predictions', tree, { start: call.end, end: flattening.end }, '[:, 1]');
    return;
  }
  changes.insert('predictions', tree, call.end, '[:, 1:]');
}

function toOne(changes: Changes, tree: SourceTree, node: Expression, method: string, { gives }: KerasHead): void {
  const parent = tree.parentOf(node);
  const column = parent?.kind === 'index' && parent.object === node ? columnOf(parent.indices) : undefined;
  if (parent?.kind === 'index' && column && gives === 'probabilities') {
    changes.replace('predictions', tree, column.node, '0');
    if (column.at === 1) return;
    changes.insert('predictions', tree, parent.start, '(1 - ');
    changes.insert('predictions', tree, parent.end, ')');
    return;
  }
  const chosen = method === 'predict' ? argmaxOf(tree, node) : undefined;
  if (!chosen) {
    changes.refuse();
    return;
  }
  const threshold = gives === 'probabilities' ? '0.5' : '0';
  changes.replace('predictions', tree, { start: chosen.start, end: node.start }, '(');
  changes.replace('predictions', tree, { start: node.end, end: chosen.end }, ` > ${threshold})[:, 0].astype(int)`);
}

/** `np.argmax(p, axis=1)` and `p.argmax(axis=1)`: `predict` gives NumPy arrays. */
function argmaxOf(tree: SourceTree, node: Expression): Call | undefined {
  const parent = tree.parentOf(node);
  const method = parent?.kind === 'attribute' && parent.name === 'argmax' ? tree.parentOf(parent) : undefined;
  const fn = parent?.kind === 'positional' ? tree.parentOf(parent) : undefined;
  const call = method?.kind === 'call' ? method : fn?.kind === 'call' ? fn : undefined;
  if (!call) return undefined;
  if (!method && !/^(?:np|numpy)\.argmax$/.test(textOf(tree, call.callee))) return undefined;
  const axis = wholeNumber(argumentOf(call, 'axis', method ? 0 : 1)?.value);
  return call.args.length === (method ? 1 : 2) && (axis === 1 || axis === -1) ? call : undefined;
}

function columnOf(indices: readonly Expression[]): { readonly node: Expression; readonly at: 0 | 1 } | undefined {
  const [rows, column] = indices;
  const isAll = rows?.kind === 'slice' && !rows.lower && !rows.upper && !rows.step;
  const at = wholeNumber(column);
  return isAll && column && indices.length === 2 && (at === 0 || at === 1) ? { node: column, at } : undefined;
}

/** The call itself, or every use of the one name that it is given to. */
function usesOf(tree: SourceTree, call: Call): readonly Expression[] | undefined {
  const parent = tree.parentOf(call);
  if (parent?.kind === 'expression') return [];
  if (parent?.kind !== 'assign') return [call];
  const [target] = parent.targets;
  if (target?.kind !== 'name' || parent.targets.length !== 1) return undefined;
  const scope = scopeOf(tree, parent);
  const named = namesIn(scope).filter(({ name }) => name === target.name);
  const bindings = named.filter(({ node }) => isBinding(tree, node));
  return bindings.length === 1 ? named.flatMap(({ node }) => (isBinding(tree, node) ? [] : [node])) : undefined;
}

function scopeOf(tree: SourceTree, node: SyntaxNode): FunctionDefinition | Module {
  for (let at: SyntaxNode | undefined = node; at; at = tree.parentOf(at)) {
    if (at.kind === 'function' || at.kind === 'module') return at;
  }
  return tree.document.module;
}

interface Named {
  readonly name: string;
  readonly node: Expression;
}

function namesIn(node: object): readonly Named[] {
  return Object.values(node).flatMap((value: unknown): readonly Named[] => {
    if (Array.isArray(value)) return namesIn(value);
    if (typeof value !== 'object' || value === null) return [];
    return isName(value) ? [{ name: value.name, node: value }] : namesIn(value);
  });
}

const isName = (value: object): value is Extract<Expression, { kind: 'name' }> => 'kind' in value && value.kind === 'name';

/** Anything but reading it: an assignment, a loop, a parameter. */
function isBinding(tree: SourceTree, node: Expression): boolean {
  const parent = tree.parentOf(node);
  if (!parent) return true;
  if (parent.kind === 'assign') return parent.value !== node;
  if (parent.kind === 'for') return parent.iterable !== node;
  return parent.kind === 'augmentedAssign' || parent.kind === 'function' || parent.kind === 'delete' || parent.kind === 'with';
}
