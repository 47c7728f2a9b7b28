import type { Module, Range, Statement } from '../ir.ts';
import type { Piece } from '../lower.ts';

/** Statements that an edit only moved: copied to their new place when somebody looks. */
export interface Lowered {
  /** As they were first read. */
  readonly origin: readonly Statement[];
  /** How far from there they stand. */
  readonly by: number;
  moved: readonly Statement[] | undefined;
}

export const lowered = (origin: readonly Statement[]): Lowered => ({ origin, by: 0, moved: origin });

/** The same piece `by` units further on. */
export function shiftPiece(piece: Piece, by: number, parsed: Range): Piece {
  if (by === 0) return { ...piece, parsed };
  const { origin, by: before } = piece.lowered;
  return {
    type: piece.type,
    parsed,
    start: piece.start + by,
    end: piece.end + by,
    lowered: before + by === 0 ? lowered(origin) : { origin, by: before + by, moved: undefined },
    comments: piece.comments.length === 0 ? piece.comments : moved(piece.comments, by),
    errors: piece.errors.length === 0 ? piece.errors : moved(piece.errors, by),
  };
}

/** The statements where they stand now: copies in which every offset is moved. */
export function statementsOf(all: Lowered): readonly Statement[] {
  if (all.moved) return all.moved;
  const copies = moved(all.origin, all.by);
  copies.forEach((statement, i) => {
    const from = all.origin[i];
    if (from) origins.set(statement, from);
  });
  all.moved = copies;
  return copies;
}

const origins = new WeakMap<Statement, Statement>();

/** The statement of an earlier module that an edit only moved, or the statement itself: they differ in nothing but where they stand. */
export const originOf = (statement: Statement): Statement => origins.get(statement) ?? statement;

type Plain = { readonly [key: string]: unknown };

/** A parsed text as it is when it stands `by` units further on. */
export const shiftModule = (module: Module, by: number): Module => (by === 0 ? module : moved(module, by));

/** The lowered tree is plain data whose only numbers besides literal values and levels are `start` and `end`. */
function moved<T>(value: T, by: number): T;
function moved(value: unknown, by: number): unknown {
  if (Array.isArray(value)) {
    const copy: unknown[] = new Array(value.length);
    for (let index = 0; index < value.length; index++) copy[index] = moved(value[index], by);
    return copy;
  }
  if (!isPlain(value)) return value;
  const copy: { [key: string]: unknown } = {};
  for (const key in value) {
    const field = value[key];
    if (typeof field === 'object') copy[key] = moved(field, by);
    else copy[key] = typeof field === 'number' && (key === 'start' || key === 'end') ? field + by : field;
  }
  return copy;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null;
}
