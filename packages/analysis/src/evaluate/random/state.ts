/**
 * Where the program's generators of random numbers stand. A state is known from a seed on, as long as everything that may draw is followed;
 * it lies in the heap, so that branches fork it and join it. Two ways that leave different states leave none that is known.
 */
import type { GeneratorObject, Known, Reference } from '../../values/value.ts';
import type { Run } from '../run/run.ts';
import { type CellKey, readCell, writeCell } from '../state/heap.ts';

/** The generators that all code shares. */
export type Shared = 'numpy' | 'python' | 'torch';

const sharedCell = (name: Shared): string => `random:${name}`;
const ownCell = ({ id }: Reference): string => `random:${id}`;
/** What stands for all generators that the program made: a new one once nobody knows what became of them. */
const eraCell = 'random:own';

const lost: GeneratorObject = { kind: 'generator' };

/** Random numbers are not followed in a check, which wants no numbers; nor where code runs otherwise than in order. */
const isFollowed = (run: Run): boolean => run.recorder !== undefined && run.dormant === 0 && run.heap.depth > 0;

export function stateOfShared(run: Run, name: Shared): Known | undefined {
  return knownIn(readGenerator(run, sharedCell(name)), run);
}

export function stateOfOwn(run: Run, generator: Reference): Known | undefined {
  const cell = readGenerator(run, ownCell(generator));
  return cell?.era !== undefined && cell.era === readGenerator(run, eraCell)?.era ? knownIn(cell, run) : undefined;
}

const knownIn = (cell: GeneratorObject | undefined, run: Run): Known | undefined =>
  cell?.known && isFollowed(run) ? cell.known : undefined;

export function leaveShared(run: Run, name: Shared, known: Known | undefined): void {
  if (known && isFollowed(run) && !readGenerator(run, distrustCell(name)))
    writeCell(run.heap, sharedCell(name), { kind: 'generator', known });
  else loseShared(run, name);
}

/** A generator that the program makes, or that goes on. */
export function leaveOwn(run: Run, generator: Reference, known: Known | undefined): void {
  const key = ownCell(generator);
  if (known && isFollowed(run)) {
    const era = readGenerator(run, eraCell)?.era ?? {};
    if (readGenerator(run, eraCell)?.era === undefined) writeCell(run.heap, eraCell, { kind: 'generator', era });
    writeCell(run.heap, key, { kind: 'generator', known, era });
  } else lose(run, key);
}

const distrustCell = (name: Shared): string => `random:${name} otherwise`;

/** From here on seeds say nothing: what is drawn is drawn in another way. */
export const distrust = (run: Run, name: Shared): void => writeCell(run.heap, distrustCell(name), lost);

export function loseShared(run: Run, ...names: readonly Shared[]): void {
  for (const name of names) lose(run, sharedCell(name));
}

/** Nobody knows what became of the generators that the program made. */
export function loseOwn(run: Run): void {
  if (readGenerator(run, eraCell)?.era) writeCell(run.heap, eraCell, lost);
}

export function loseAll(run: Run): void {
  loseShared(run, 'numpy', 'python', 'torch');
  loseOwn(run);
}

function lose(run: Run, key: CellKey): void {
  if (readGenerator(run, key)?.known) writeCell(run.heap, key, lost);
}

function readGenerator(run: Run, key: CellKey): GeneratorObject | undefined {
  if (run.recorder === undefined) return undefined;
  const cell = readCell(run.heap, key);
  return cell?.kind === 'generator' ? cell : undefined;
}

/** What two ways leave of a generator: a cell that one of them does not have is one of which it knows nothing. */
export function joinedGenerators(cells: readonly unknown[]): GeneratorObject {
  const [first] = cells as readonly [GeneratorObject | undefined];
  return first && cells.every((cell) => cell === first) ? first : lost;
}

/** Runs what Python runs at another time, or in another order: what it does to generators is not known. */
export function unfollowed<T>(run: Run, body: () => T): T {
  run.dormant++;
  try {
    return body();
  } finally {
    run.dormant--;
  }
}
