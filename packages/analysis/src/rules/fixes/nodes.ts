/** Finding and cutting source for fixes. */
import type { Argument, Call, Expression, Module } from '@softlens/syntax';
import type { Edit, ParsedDocument } from '../../api.ts';
import type { Place } from '../../values/space.ts';

/** The smallest call whose range covers the place exactly, or undefined. */
export function callAt(document: ParsedDocument | undefined, place: Place): Call | undefined {
  return document && (nodesAt(document, place).find((node) => node.kind === 'call') as Call | undefined);
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

/** Removes one argument and the comma that went with it. */
export function removeArgument(document: ParsedDocument, call: Call, argument: Argument): Edit {
  const index = call.args.indexOf(argument);
  const before = call.args[index - 1];
  const after = call.args[index + 1];
  if (before) return { path: document.path, start: before.end, end: argument.end, text: '' };
  return { path: document.path, start: argument.start, end: after ? after.start : argument.end, text: '' };
}

/** The text of an expression so that it can stand where a call stood: in parentheses unless it binds as tightly. */
export function tightText(document: ParsedDocument, expression: Expression): string {
  const text = document.text.slice(expression.start, expression.end);
  return tight.has(expression.kind) ? text : `(${text})`;
}

const tight = new Set(['name', 'attribute', 'call', 'index', 'number', 'string', 'sequence', 'dict', 'constant']);

interface Node {
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
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
