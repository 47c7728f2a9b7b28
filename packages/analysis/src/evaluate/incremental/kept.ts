/** What is kept of a document's analysis, for the one after the next edit. */
import { outlineOf } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import type { Conditions } from '../../values/condition.ts';
import { importsTorch } from '../calls/tensor-calls.ts';
import { isAnnotation } from '../expressions/annotations.ts';
import type { Entry } from '../run/facts.ts';
import type { Drawn, Run, Session } from '../run/run.ts';
import type { Scope } from '../run/scope.ts';
import type { Ids, Unit } from '../run/unit.ts';
import type { Cell, CellKey } from '../state/heap.ts';
import type { Coordinates } from './coordinates.ts';
import { offsetsOf } from './coordinates.ts';
import type { Learned } from './learned.ts';
import type { Slot } from './statements.ts';

/** What one part of the program left. */
export interface Result {
  readonly unit: Unit;
  /** The steps that it might have taken at most. */
  readonly allowance: number;
  /** What was known of the path, before and after. */
  readonly before: Surroundings;
  readonly after: Surroundings;
  readonly writes: ReadonlyMap<CellKey, Cell | undefined>;
  /** Objects that it made; and those that it found, where it is about them. */
  readonly found?: Run['made'];
  readonly made: Run['made'];
  readonly steps: number;
  readonly spent: number;
  /** So much was spent by then that it got a little only. */
  readonly isLate: boolean;
  /** Whether control goes on behind it. */
  readonly goesOn: boolean;
  readonly expressions: readonly Entry[];
  readonly bindings: readonly Entry[];
}

export interface Surroundings {
  readonly path: Conditions;
  readonly gradients: boolean;
  readonly trained: boolean;
  readonly backwards: boolean;
}

export interface Kept {
  readonly session: Session;
  readonly source: ParsedDocument;
  /** The document as the interpreter sees it: one for all edits, as scopes know it. */
  readonly document: ParsedDocument;
  readonly coordinates: Coordinates;
  readonly slots: readonly Slot[];
  readonly results: ReadonlyMap<unknown, Result>;
  /** Likewise by the part's name. */
  readonly names: ReadonlyMap<string, Result>;
  readonly learned: Learned;
  readonly lasting: Lasting;
  /** Documents that the result depends on besides, by version. */
  readonly versions: ReadonlyMap<string, string | undefined>;
  readonly usesTorch: boolean;
  /** True once a fact was asked for whose place is not in the text. */
  readonly isLost: () => boolean;
  readonly edits: number;
}

/** What is the same for all analyses of a document; it only grows. */
export interface Lasting {
  scope: Scope | undefined;
  readonly names: Ids;
  readonly assumed: WeakSet<object>;
  readonly drawn: Drawn;
  /** The numbers of each part of the program, which get them again when it runs again. */
  idsOf(part: string): Ids;
  isUsedUp(): boolean;
}

/** Sessions count from one: these numbers are beyond theirs. All are small integers to every engine. */
const [firstId, lastId] = [2 ** 28, 2 ** 30 - 2 ** 20];

export function createLasting(): Lasting {
  const chunks = new Map<string, number[]>();
  let free = firstId;
  const count = (of: string): (() => number) => {
    const starts = chunks.get(of) ?? [];
    chunks.set(of, starts);
    let [chunk, at, end] = [0, 0, 0];
    return () => {
      if (at === end) {
        const size = Math.min(leastIds << Math.min(chunk * 2, 14), 2 ** 16);
        const start = starts[chunk] ?? free;
        if (starts.length === chunk) {
          starts.push(start);
          free += size;
        }
        chunk++;
        [at, end] = [start, start + size];
      }
      return at++;
    };
  };
  const idsOf = (part: string): Ids => {
    const counts = new Map<string, () => number>();
    return {
      next(what) {
        let next = counts.get(what);
        if (!next) {
          next = count(`${part} ${what}`);
          counts.set(what, next);
        }
        return next();
      },
    };
  };
  return {
    scope: undefined,
    names: idsOf('names'),
    assumed: new WeakSet(),
    drawn: { values: new WeakMap(), isUsed: false },
    idsOf,
    isUsedUp: () => free > lastId,
  };
}

/** Most parts need a few numbers of a kind. */
const leastIds = 8;

/** The edits after which an analysis starts afresh, and the stretches of text: what was typed and is gone takes room. */
const maxEdits = 1_000;
const maxStretches = 2_000;

/** Whether what is kept of an earlier analysis says anything of this one: nothing but the document itself has changed. */
export function isUsable(kept: Kept, session: Session, document: ParsedDocument): boolean {
  return (
    kept.session === session &&
    kept.edits < maxEdits &&
    kept.coordinates.stretches.length < maxStretches &&
    !kept.lasting.isUsedUp() &&
    !kept.isLost() &&
    kept.usesTorch === importsTorch(document) &&
    [...kept.versions].every(([path, version]) => session.project.module(path)?.version === version)
  );
}

/**
 * Whether parts of the document can be told apart: not where comments or a page's code spans are evaluated between statements, nor
 * where other documents run it too.
 */
export function isDivisible(document: ParsedDocument, session: Session): boolean {
  return (
    document.language === 'python' &&
    !document.asides?.length &&
    !document.module.comments.some(isAnnotation) &&
    !session.modules.has(document.path) &&
    !session.project.importers?.(document.path).length
  );
}

export const identityOf = ({ text, module }: ParsedDocument): Pick<Kept, 'coordinates' | 'slots'> => {
  const outline = outlineOf(module);
  return {
    coordinates: offsetsOf(text),
    slots: module.body.map((node, i) => ({ node, origin: outline[i]?.origin ?? node, at: node })),
  };
};
