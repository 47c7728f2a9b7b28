/** Analyses a large project on several processors: this thread and workers take files from one list, a few neighbours at a time. */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Configuration } from '@softlens/analysis/configuration';
import { loadParser } from '../parser.ts';
import { languagesIn, openSources, type Sources, sourceOptions } from '../sources.ts';
import { type FileAnalyser, type FileResult, fileAnalyser } from './analyse-file.ts';
import { type Packed, pack, unpack } from './pack.ts';

export interface ParallelUse {
  readonly analyse: FileAnalyser;
  onResult(file: string, result: FileResult): void;
  onFile(done: number, file: string): void;
}

export type Parallel = (sources: Sources, files: readonly string[], use: ParallelUse) => Promise<void>;

export interface ParallelOptions {
  readonly root: string;
  /** The folder of the bundle, which is the workers' program too; without one there are none. */
  readonly assets: string;
  readonly importRoots: readonly string[];
  readonly functions: Configuration['functions'];
  /** For tests: how many threads, whatever the size of the project. */
  readonly threads?: number;
}

/** What a worker is given. All take files from the one list, by a number that they share. */
interface Work extends ParallelOptions {
  readonly softlens: 'check';
  readonly files: readonly string[];
  readonly next: Int32Array;
}

/**
 * A worker reads and evaluates for itself what files import in common. In a repository where everything imports everything that is half
 * of all work: two threads take 1.5 times the processor time and 1.4 times the memory (measured on two processors), which pays only
 * where there are processors to spare.
 */
const leastProcessors = 4;
const maxThreads = 4;
const leastText = 1_500_000;
const leastFiles = 60;
/** Files that one thread takes at a time: neighbours import the same. */
const together = 4;

export function createParallel(options: ParallelOptions): Parallel {
  const program = join(options.assets, 'softlens.cjs');
  return async (sources, files, { analyse, onResult, onFile }) => {
    const threads = options.threads ?? threadsFor(sources, files);
    if (threads < 2 || !existsSync(program)) return;
    const next = new Int32Array(new SharedArrayBuffer(4));
    const work: Work = { ...options, softlens: 'check', files, next };
    const others = Array.from({ length: threads - 1 }, () => packedOf(new Worker(program, { workerData: work, argv: [] })));
    for (const file of taken(files, next)) {
      onFile(Math.min(Atomics.load(next, 0), files.length), file);
      onResult(file, analyse(sources, file));
      await setImmediate();
    }
    for (const packed of await Promise.all(others)) {
      if (packed) for (const [file, result] of unpack(packed)) onResult(file, result);
    }
  };
}

function* taken(files: readonly string[], next: Int32Array): Generator<string> {
  for (let from = Atomics.add(next, 0, together); from < files.length; from = Atomics.add(next, 0, together))
    yield* files.slice(from, from + together);
}

function threadsFor(sources: Sources, files: readonly string[]): number {
  const processors = availableParallelism();
  if (processors < leastProcessors || files.length < leastFiles) return 1;
  const text = files.reduce((sum, file) => sum + (sources.rawText(file)?.length ?? 0), 0);
  return text < leastText ? 1 : Math.min(processors, maxThreads);
}

/** Undefined when the worker came to nothing: its files are analysed here then. */
function packedOf(worker: Worker): Promise<Packed | undefined> {
  return new Promise((resolve) => {
    worker.once('message', (packed: Packed) => resolve(packed));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}

/** The program of a worker; false in the main thread. */
export function runsAsWorker(): boolean {
  const work: unknown = workerData;
  if (isMainThread || !isWork(work)) return false;
  void analyseAll(work).then((packed) => parentPort?.postMessage(packed));
  return true;
}

const isWork = (data: unknown): data is Work => typeof data === 'object' && data !== null && 'softlens' in data;

async function analyseAll({ root, assets, importRoots, functions, files, next }: Work): Promise<Packed> {
  const parser = await loadParser(assets, files.flatMap(languagesIn));
  const sources = openSources(root, parser, sourceOptions(functions ? { functions } : {}, importRoots));
  const analyse = fileAnalyser(parser);
  return pack(Array.from(taken(files, next), (file) => [file, analyse(sources, file)] as const));
}
