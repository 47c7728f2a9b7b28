/** Finding and cutting source for fixes. */
import type { Argument, Assign, Call, Expression, If, Module, Name, Range, Sequence } from '@softlens/syntax';
import type { Edit, ParsedDocument } from '../../api.ts';
import type { Place } from '../../values/space.ts';

/** The smallest call whose range covers the place exactly, or undefined. */
export function callAt(document: ParsedDocument | undefined, place: Place): Call | undefined {
  return document && (nodesAt(document, place).find((node) => node.kind === 'call') as Call | undefined);
}

/** The expression that has exactly this range. */
export function expressionAt(document: ParsedDocument, { start, end }: Range): Expression | undefined {
  const nodes = nodesAt(document, { path: document.path, start, end });
  return nodes.find(({ kind }) => kind !== undefined && expressionKinds.has(kind)) as Expression | undefined;
}

/** What a name was given, when the function around it, or the module, gives it a value just once, before. */
export function precedingValue(document: ParsedDocument, name: Name): Expression | undefined {
  const { start, end } = name;
  const scopes = covering(document.module, { path: document.path, start, end });
  const scope = scopes.find(({ kind }) => kind === 'function' || kind === 'module');
  const [only, more] = scope ? assignmentsIn(scope, name.name) : [];
  return only && !more && only.end <= start ? only.value : undefined;
}

function assignmentsIn(scope: Node, name: string): readonly Assign[] {
  const found: Assign[] = [];
  for (let level = childrenOf(scope); level.length > 0; level = level.flatMap(childrenOf))
    found.push(...(level.filter(({ kind }) => kind === 'assign') as unknown as Assign[]));
  return found.filter(({ targets }) => targets.some((target) => target.kind === 'name' && target.name === name));
}

/** The call in whose arguments a node lies directly, with that argument. */
export function argumentAt(
  document: ParsedDocument,
  place: Place,
): { readonly call: Call; readonly argument: Argument } | undefined {
  for (const node of covering(document.module, place)) {
    if (node.kind !== 'call') continue;
    const call = node as unknown as Call;
    const argument = call.args.find(({ value }) => value.start === place.start && value.end === place.end);
    if (argument) return { call, argument };
  }
  return undefined;
}

/** The list, tuple or set in which an expression is an item. */
export function sequenceAround(document: ParsedDocument, place: Place): Sequence | undefined {
  const sequences = covering(document.module, place).filter(({ kind }) => kind === 'sequence') as unknown as readonly Sequence[];
  return sequences.find(({ elements }) => elements.some((item) => hasRange(item, place)));
}

/** `f(…)(…)`: the call of what a call gives. */
export function callOfResult(document: ParsedDocument, call: Call): Call | undefined {
  const calls = covering(document.module, { path: document.path, start: call.start, end: call.end }).filter(
    ({ kind }) => kind === 'call',
  ) as unknown as readonly Call[];
  return calls.find(({ callee }) => hasRange(callee, call));
}

/** Removes the statement that is nothing but this call, with its line; undefined where the call is part of more. */
export function removeStatement(document: ParsedDocument, call: Call): Edit | undefined {
  const { path, text, module } = document;
  const around = covering(module, { path, start: call.start, end: call.end });
  const index = around.findIndex((node) => node.kind === 'expression' && hasRange(node, call));
  const parent = around[index + 1];
  if (index < 0 || !parent) return undefined;
  const lineStart = text.lastIndexOf('\n', call.start - 1) + 1;
  const lineBreak = text.indexOf('\n', call.end);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak + 1;
  const isAlone = /^\s*$/.test(text.slice(lineStart, call.start)) && /^\s*$/.test(text.slice(call.end, lineEnd));
  const isOnly =
    parent.kind !== 'module' &&
    Object.values(parent).some((block: unknown) => Array.isArray(block) && block.length === 1 && block[0] === around[index]);
  if (isOnly || !isAlone) return { path, start: call.start, end: call.end, text: 'pass' };
  return { path, start: lineStart, end: lineEnd, text: '' };
}

const hasRange = (one: Range, { start, end }: Range): boolean => one.start === start && one.end === end;

/** Removes one argument and the comma that went with it. */
export function removeArgument(document: ParsedDocument, call: Call, argument: Argument): Edit {
  return removeItem(document, call.args, argument);
}

/** Removes one of several that commas divide. */
export function removeItem(document: ParsedDocument, items: readonly Range[], item: Range): Edit {
  const index = items.indexOf(item);
  const before = items[index - 1];
  const after = items[index + 1];
  if (before) return { path: document.path, start: before.end, end: item.end, text: '' };
  return { path: document.path, start: item.start, end: after ? after.start : item.end, text: '' };
}

/** The text of an expression so that it can stand where a call stood: in parentheses unless it binds as tightly. */
export function tightText(document: ParsedDocument, expression: Expression): string {
  const text = document.text.slice(expression.start, expression.end);
  return tight.has(expression.kind) ? text : `(${text})`;
}

const expressionKinds = new Set(['name', 'attribute', 'call', 'index', 'number', 'unary', 'binary', 'compare', 'conditional']);
const tight = new Set(['name', 'attribute', 'call', 'index', 'number', 'string', 'sequence', 'dict', 'constant']);

interface Node {
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a place is in a branch of the function around it. */
export function isInBranch(document: ParsedDocument, place: Place): boolean {
  const around = covering(document.module, place);
  const end = around.findIndex(({ kind }) => kind === 'function');
  return (end < 0 ? around : around.slice(0, end)).some(({ kind }) => kind === 'if' || kind === 'conditional');
}

/** Whether a place is in a branch that only some versions of a library take: `if torch.__version__ < '0.3':`. */
export function isForSomeVersion(document: ParsedDocument, place: Place): boolean {
  const tests = covering(document.module, place).filter((node): node is If => node.kind === 'if');
  return tests.some(({ test }) => document.text.slice(test.start, test.end).includes('__version__'));
}

function nodesAt(document: ParsedDocument, place: Place): readonly Node[] {
  return covering(document.module, place).filter(({ start, end }) => start === place.start && end === place.end);
}

const around = new WeakMap<Module, Map<string, readonly Node[]>>();

/** Every node around the place, innermost first. One place is asked for again and again: a defect is met in many ways. */
function covering(module: Module, place: Place): readonly Node[] {
  const known = around.get(module) ?? new Map<string, readonly Node[]>();
  around.set(module, known);
  const key = `${place.start} ${place.end}`;
  const nodes = known.get(key) ?? nodesAround(module, place);
  known.set(key, nodes);
  return nodes;
}

function nodesAround(root: Node, place: Place): readonly Node[] {
  const found: Node[] = [];
  let level: readonly Node[] = [root];
  while (level.length > 0) {
    found.push(...level);
    level = level.flatMap(childrenOf).filter(({ start, end }) => start <= place.start && place.end <= end);
  }
  return found.reverse();
}

/** The IR is plain data: whatever has a range is a node. */
function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
