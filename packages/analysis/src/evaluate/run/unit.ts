/**
 * What one part of a program, a statement of its top level or an entry point, found and left. When it is the same program and
 * finds the same again, it need not run again: what it left is taken over.
 */
import type { Value } from '../../values/value.ts';
import type { Watch } from '../state/heap.ts';
import type { Test } from '../statements/conditions.ts';
import type { CallEvent, OperatorEvent } from './listener.ts';
import type { Scope } from './scope.ts';

export interface Unit {
  readonly cells: Watch;
  readonly tests: Noted<Test>;
  readonly memo: Noted<Value>;
  /** Definitions that it called, and those of which it asked whether somebody had. */
  readonly called: Set<object>;
  readonly asked: Map<object, boolean>;
  /** Scopes that its closures read. */
  readonly scopes: Map<number, Scope>;
  readonly notes: Set<string>;
  readonly dependencies: Set<string>;
  /** What rules made something of. */
  readonly heard: Heard[];
  /** Whether a limit on steps decided something. */
  pressed: boolean;
}

export type Heard =
  | { readonly kind: 'call'; readonly event: CallEvent }
  | { readonly kind: 'operator'; readonly event: OperatorEvent };

/** What was found in a table at first, and what was entered. */
export interface Noted<T> {
  readonly read: Map<string, T | undefined>;
  readonly written: Map<string, T>;
}

/** Numbers for cells, scopes and symbols: the same ones when a part of the program runs again. Each kind counts for itself. */
export interface Ids {
  next(what: string): number;
}

export const createUnit = (): Unit => ({
  cells: { read: new Map(), written: new Set() },
  tests: { read: new Map(), written: new Map() },
  memo: { read: new Map(), written: new Map() },
  called: new Set(),
  asked: new Map(),
  scopes: new Map(),
  notes: new Set(),
  dependencies: new Set(),
  heard: [],
  pressed: false,
});

export function readNoted<T>(table: ReadonlyMap<string, T>, noted: Noted<T> | undefined, key: string): T | undefined {
  const found = table.get(key);
  if (noted && !noted.written.has(key) && !noted.read.has(key)) noted.read.set(key, found);
  return found;
}

export function writeNoted<T>(table: Map<string, T>, noted: Noted<T> | undefined, key: string, value: T): void {
  table.set(key, value);
  noted?.written.set(key, value);
}
