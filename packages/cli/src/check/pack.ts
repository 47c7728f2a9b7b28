/** Results as tables, for the disk and for other threads: a name is written once, however many results depend on it. */
import type { FileResult } from './analyse-file.ts';

export interface Packed {
  readonly names: readonly string[];
  /** Lists of names, by their numbers. */
  readonly lists: readonly (readonly number[])[];
  readonly results: readonly PackedResult[];
}

interface PackedResult extends Omit<FileResult, 'dependencies' | 'sought'> {
  readonly file: string;
  /** The number of a list. */
  readonly dependencies: number;
  readonly sought: readonly number[];
}

export function pack(results: Iterable<readonly [string, FileResult]>): Packed {
  const names = new Map<string, number>();
  const nameOf = (name: string): number => numberOf(names, name);
  const lists: (readonly number[])[] = [];
  const known = new Map<readonly string[], number>();
  const listOf = (list: readonly string[]): number => {
    const number = known.get(list) ?? lists.push(list.map(nameOf)) - 1;
    known.set(list, number);
    return number;
  };
  const packed = Array.from(results, ([file, { dependencies, sought, ...rest }]): PackedResult => {
    return { ...rest, file, dependencies: listOf(dependencies), sought: sought.map(listOf) };
  });
  return { names: [...names.keys()], lists, results: packed };
}

export function unpack({ names, lists, results }: Packed): ReadonlyMap<string, FileResult> {
  const read = lists.map((list) => list.map((number) => names[number] ?? ''));
  const listOf = (number: number): readonly string[] => read[number] ?? [];
  return new Map(
    results.map(({ file, dependencies, sought, ...rest }): [string, FileResult] => [
      file,
      { ...rest, dependencies: listOf(dependencies), sought: sought.map(listOf) },
    ]),
  );
}

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name) ?? numbers.size;
  numbers.set(name, known);
  return known;
}
