/** Numbers as they are written in the code: nested brackets of literals. */
import type { Numeric } from '@softlens/analysis/format';
import { roundTo } from '@softlens/core';
import type { Expression, Module } from '@softlens/syntax';
import type { TextRange } from './snapshot.ts';

/** A number, or brackets around more of them. */
export interface LiteralArray extends TextRange {
  readonly value?: number;
  readonly items?: readonly LiteralArray[];
}

/** The outermost literal in the range that holds exactly these numbers, in this shape. Undefined where they are computed. */
export function literalArrayIn(module: Module, range: TextRange, wanted: Numeric): LiteralArray | undefined {
  const pending: unknown[] = [module.body];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (Array.isArray(node)) pending.push(...node.toReversed());
    if (!isNode(node) || node.end <= range.start || node.start >= range.end) continue;
    const literal = node.start >= range.start && node.end <= range.end ? literalOf(node) : undefined;
    if (literal && holds(literal, wanted)) return literal;
    pending.push(...Object.values(node).filter(isInner).toReversed());
  }
  return undefined;
}

type Node = TextRange & { readonly kind?: Expression['kind'] };

function isInner(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function isNode(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

function literalOf(node: Expression | Node): LiteralArray | undefined {
  const { start, end } = node;
  const value = numberOf(node);
  if (value !== undefined) return { start, end, value };
  if (!('elements' in node) || node.kind !== 'sequence' || node.type === 'set') return undefined;
  const items: LiteralArray[] = [];
  for (const element of node.elements) {
    const item = literalOf(element);
    if (!item) return undefined;
    items.push(item);
  }
  return { start, end, items };
}

/** Python has no negative literals: `-0.3` is a minus and a number. */
function numberOf(node: Expression | Node): number | undefined {
  if (node.kind === 'number') return 'type' in node && node.type !== 'imaginary' && 'value' in node ? node.value : undefined;
  if (node.kind !== 'unary' || !('operand' in node) || (node.operator !== '-' && node.operator !== '+')) return undefined;
  const value = numberOf(node.operand);
  if (value === undefined) return undefined;
  return node.operator === '-' ? -value : value;
}

function holds(literal: LiteralArray, { shape, data, dtype }: Numeric): boolean {
  if (shapeOf(literal).join() !== shape.join()) return false;
  const round = (x: number): number =>
    dtype === 'float16' || dtype === 'bfloat16' || dtype === 'float32' ? roundTo(x, dtype) : x;
  return flat(literal).every((value, i) => round(value) === data[i]);
}

function shapeOf({ items }: LiteralArray): number[] {
  if (!items) return [];
  const [first] = items;
  const inner = first ? shapeOf(first) : [];
  // Ragged brackets are no array.
  return items.every((item) => shapeOf(item).join() === inner.join()) ? [items.length, ...inner] : [Number.NaN];
}

function flat({ value, items }: LiteralArray): number[] {
  return items ? items.flatMap(flat) : [value ?? Number.NaN];
}
