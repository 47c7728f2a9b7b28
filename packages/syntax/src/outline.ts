/** A module whose statements are copied to where they stand only when somebody looks: after an edit hardly any is looked at. */
import type { Module, Range, Statement } from './ir.ts';
import type { Piece } from './lower.ts';
import { indexFrom } from './tree/index-from.ts';
import { type Lowered, lowered, originOf, statementsOf } from './tree/shift.ts';

/** A statement of the top level: where it stands, and as it was first read, which edits that only move it keep. */
export interface Outlined extends Range {
  readonly origin: Statement;
  /** Where it is copied to its place: what it was lowered with, and which of that it is. */
  readonly among: Lowered;
  readonly index: number;
}

const piecesOf = new WeakMap<Module, readonly Piece[]>();

export function moduleOf(pieces: readonly Piece[], rest: Omit<Module, 'kind' | 'body'>): Module {
  let body: readonly Statement[] | undefined;
  const module: Module = {
    kind: 'module',
    get body() {
      body ??= pieces.flatMap((piece) => statementsOf(piece.lowered));
      return body;
    },
    ...rest,
  };
  piecesOf.set(module, pieces);
  return module;
}

export function outlineOf(module: Module): readonly Outlined[] {
  const pieces = piecesOf.get(module);
  if (!pieces) {
    const among = lowered(module.body);
    return module.body.map((one, index) => ({ origin: originOf(one), start: one.start, end: one.end, among, index }));
  }
  return pieces.flatMap(({ lowered: among }) =>
    among.origin.map((one, index) => ({ origin: one, start: one.start + among.by, end: one.end + among.by, among, index })),
  );
}

/** The statement as it stands in the text now. */
export const statementOf = ({ among, index, origin }: Outlined): Statement => statementsOf(among)[index] ?? origin;

/** The last statement of the top level that begins at an offset or before it. */
export function statementAt(module: Module, offset: number): Statement | undefined {
  const pieces = piecesOf.get(module);
  if (!pieces) return lastFrom(module.body, offset);
  let at = indexFrom(pieces, offset);
  while (at > 0 && pieces[at]?.lowered.origin.length === 0) at--;
  const piece = pieces[at];
  return piece && lastFrom(statementsOf(piece.lowered), offset);
}

const lastFrom = <T extends Range>(items: readonly T[], offset: number): T | undefined => items[indexFrom(items, offset)];
