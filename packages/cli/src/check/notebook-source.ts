/** Where the cells of a notebook are written in its JSON, and how to edit them there so that nothing else moves. */
import { type Node, parseTree } from 'jsonc-parser';

export interface CellEdit {
  /** Counts all cells from 1. */
  readonly cell: number;
  /** In the cell's own text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The JSON with the edits made, or undefined where a cell is not as expected. Edits of a cell do not overlap. */
export function editNotebook(json: string, edits: readonly CellEdit[]): string | undefined {
  const nodes = sourceNodes(json);
  const changes: { readonly offset: number; readonly length: number; readonly text: string }[] = [];
  for (const cell of new Set(edits.map((edit) => edit.cell))) {
    const node = nodes[cell - 1];
    if (!node) return undefined;
    const before = linesOf(node);
    const after = edited(
      before.join(''),
      edits.filter((edit) => edit.cell === cell),
    );
    const change = node.type === 'array' ? arrayChange(json, node, before, splitLines(after)) : stringChange(json, node, after);
    if (change) changes.push(change);
  }
  return changes
    .sort((a, b) => b.offset - a.offset)
    .reduce((text, { offset, length, text: put }) => text.slice(0, offset) + put + text.slice(offset + length), json);
}

/** The line of the JSON, from 1, that holds a line of a cell: what annotations of the file refer to. */
export function rawLine(json: string, cell: number, line: number): number {
  const node = sourceNodes(json)[cell - 1];
  const element = node?.type === 'array' ? node.children?.[line - 1] : node;
  return json.slice(0, element?.offset ?? 0).split('\n').length;
}

/** The nodes that hold the cells' text, in order; undefined for a cell without. */
function sourceNodes(json: string): readonly (Node | undefined)[] {
  const root = parseTree(json.replace(/^\uFEFF/, ' '));
  const sheet = property(root, 'worksheets')?.children?.[0];
  const cells = property(root, 'cells') ?? property(sheet, 'cells');
  return (cells?.children ?? []).map((cell) => property(cell, 'source') ?? property(cell, 'input'));
}

function property(node: Node | undefined, name: string): Node | undefined {
  if (node?.type !== 'object') return undefined;
  return node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function linesOf(node: Node): readonly string[] {
  return (node.type === 'array' ? (node.children ?? []) : [node]).map(({ value }) => (typeof value === 'string' ? value : ''));
}

function edited(text: string, edits: readonly CellEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

const splitLines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Only the lines that differ are written anew, with what stands between two lines now. */
function arrayChange(json: string, node: Node, before: readonly string[], after: readonly string[]) {
  const children = node.children ?? [];
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const old = children.slice(head, children.length - tail);
  const fresh = after.slice(head, after.length - tail).map((line) => quoted(line, json));
  const separator = separatorOf(json, children);
  const [first, last] = [old[0], old.at(-1)];
  if (!first || !last) return insertion(node, head, fresh, separator);
  if (fresh.length === 0) return removal(node, head, old.length);
  return { offset: first.offset, length: last.offset + last.length - first.offset, text: fresh.join(separator) };
}

/** New lines stand after the one before them, or first. */
function insertion(node: Node, head: number, fresh: readonly string[], separator: string) {
  const children = node.children ?? [];
  const [previous, next] = [children[head - 1], children[head]];
  if (fresh.length === 0) return undefined;
  if (previous)
    return { offset: previous.offset + previous.length, length: 0, text: fresh.map((line) => separator + line).join('') };
  return { offset: next?.offset ?? node.offset + 1, length: 0, text: fresh.join(separator) + (next ? separator : '') };
}

/** Lines leave with the comma and the space that bind them to a neighbour. */
function removal(node: Node, head: number, count: number) {
  const children = node.children ?? [];
  const [previous, next] = [children[head - 1], children[head + count]];
  const [first, last] = [children[head], children[head + count - 1]];
  const start = previous ? previous.offset + previous.length : (first?.offset ?? node.offset);
  const end = !previous && next ? next.offset : last ? last.offset + last.length : start;
  return { offset: start, length: end - start, text: '' };
}

function separatorOf(json: string, children: readonly Node[]): string {
  const [a, b] = children;
  return a && b ? json.slice(a.offset + a.length, b.offset) : ',\n    ';
}

function stringChange(json: string, node: Node, after: string) {
  return { offset: node.offset, length: node.length, text: quoted(after, json) };
}

/** As the file writes text: with other letters than ASCII as they are, or escaped. */
function quoted(text: string, json: string): string {
  const plain = JSON.stringify(text);
  const isAscii = /^[\0-\x7f]*$/.test(json);
  return isAscii ? plain.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`) : plain;
}
