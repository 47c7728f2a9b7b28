/**
 * Results on the disk, so that a second check reads again only what changed. A result holds while every file that it depends on has the
 * text that it had, and while what its imports looked for is there, or not there, as it was. Nothing else counts: no times, no order.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Sources } from '../sources.ts';
import type { FileResult } from './analyse-file.ts';
import { type Packed, pack, unpack } from './pack.ts';

export interface Cache {
  /** The result of an earlier check, if it still holds. */
  get(sources: Sources, file: string): FileResult | undefined;
  put(sources: Sources, file: string, result: FileResult): void;
  /** Writes what is new. A folder that cannot be written is no reason to fail: the next check is slower, that is all. */
  save(): void;
}

export interface CacheOptions {
  readonly root: string;
  /** The folder of the cache; in the root when none is given. */
  readonly folder?: string | undefined;
  /** Whatever else results depend on: the program's version, import roots, rows of the configuration. */
  readonly settings: unknown;
}

export const cacheFolder = '.softlens_cache';

export function openCache({ root, folder = join(root, cacheFolder), settings }: CacheOptions): Cache {
  const path = join(folder, `${digest(JSON.stringify([format, resolve(root), settings]))}.results`);
  const stored = new Map(readStored(path));
  const hashes = createHashes();
  let holds = createHolds(root);
  let isChanged = false;
  return {
    get(sources, file) {
      const known = stored.get(file);
      if (!known?.dependencies.every((one) => one.startsWith(hashes(sources, nameIn(one)))) || !known.sought.every(holds))
        return undefined;
      return { ...known, dependencies: known.dependencies.map(nameIn) };
    },
    put(sources, file, result) {
      // A file that could not be read may be readable next time.
      if (sources.rawText(file) === undefined) return;
      isChanged = true;
      stored.set(file, { ...result, dependencies: result.dependencies.map((one) => `${hashes(sources, one)}${one}`) });
    },
    save() {
      // Files may appear before the next check.
      holds = createHolds(root);
      if (!isChanged) return;
      isChanged = false;
      const present = [...stored].filter(([file]) => statSync(join(root, file), { throwIfNoEntry: false }));
      writeStored(path, pack(present));
    },
  };
}

/** Raised when what is written changes. */
const format = 1;
const hashLength = 22;
const nameIn = (dependency: string): string => dependency.slice(hashLength);

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, hashLength);

/** The digest of a file's text, which is worked out once for as long as the text is the same. */
function createHashes(): (sources: Sources, file: string) => string {
  const known = new Map<string, { readonly text: string | undefined; readonly hash: string }>();
  return (sources, file) => {
    const text = sources.rawText(file);
    const before = known.get(file);
    if (before && before.text === text) return before.hash;
    const hash = text === undefined ? '-'.repeat(hashLength) : digest(text);
    known.set(file, { text, hash });
    return hash;
  };
}

/** Whether what imports looked for is there, and not there, as it was. */
function createHolds(root: string): (sought: readonly string[]) => boolean {
  const isThere = createLookup(root);
  const known = new Map<readonly string[], boolean>();
  return (sought) => {
    const result = known.get(sought) ?? sought.every((one) => isThere(one.slice(1)) === one.startsWith('+'));
    known.set(sought, result);
    return result;
  };
}

/** Whether a file is there, by its folder's list: most of what imports look for is in a folder that does not exist. */
function createLookup(root: string): (file: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  const filesIn = (folder: string): ReadonlySet<string> => {
    const known = folders.get(folder) ?? list(join(root, folder));
    folders.set(folder, known);
    return known;
  };
  return (file) => filesIn(dirname(file)).has(basename(file));
}

function list(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Set(entries.filter((entry) => entry.isFile() || isLinkedFile(folder, entry)).map(({ name }) => name));
  } catch {
    return new Set();
  }
}

const isLinkedFile = (folder: string, entry: { readonly name: string; isSymbolicLink(): boolean }): boolean =>
  entry.isSymbolicLink() && statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isFile() === true;

/** What is not whole, or not ours, counts as nothing. */
function readStored(path: string): ReadonlyMap<string, FileResult> {
  try {
    const bytes = readFileSync(path);
    const content = bytes.subarray(checksumLength);
    if (!checksum(content).equals(bytes.subarray(0, checksumLength))) return new Map();
    // The checksum says that this is what `writeStored` wrote.
    return unpack(deserialize(content) as Packed);
  } catch {
    return new Map();
  }
}

const checksumLength = 32;
const checksum = (content: Uint8Array): Buffer => createHash('sha256').update(content).digest();

/** Written beside and renamed, so that a check at the same time reads the old one or the new one, never half of it. */
function writeStored(path: string, packed: Packed): void {
  const folder = dirname(path);
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    writeOnce(join(folder, 'CACHEDIR.TAG'), tag);
    writeOnce(join(folder, '.gitignore'), '*\n');
    const content = serialize(packed);
    writeFileSync(beside, Buffer.concat([checksum(content), content]));
    renameSync(beside, path);
  } catch {
    rmSync(beside, { force: true });
  }
}

/** https://bford.info/cachedir/ */
const tag =
  'Signature: 8a477f597d28d172789f06886806bc55\n# This folder holds results of Softlens. It can be deleted at any time.\n';

function writeOnce(path: string, text: string): void {
  if (!statSync(path, { throwIfNoEntry: false })) writeFileSync(path, text);
}
