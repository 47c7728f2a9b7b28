import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { GrammarName, SyntaxWasm } from '@softlens/syntax';
import { grammarFile, runtimeFile } from './assets.ts';
import { filesByScheme } from './files/by-scheme.ts';
import { diskFiles } from './files/disk.ts';
import { remoteFiles } from './files/remote.ts';
import type { ServerHost } from './host.ts';

/** `assets` is the folder of the WebAssembly files: beside the bundle. */
export function nodeHost(assets: string): ServerHost {
  return {
    wasm: () => nodeWasm(assets),
    files: (ask) => filesByScheme(diskFiles(), remoteFiles(ask)),
    yield: () => setImmediate(),
    now: () => performance.now(),
    rulePages: () => pathToFileURL(join(assets, 'rules')).href,
  };
}

export async function nodeWasm(assets: string): Promise<SyntaxWasm> {
  return {
    runtime: await readFile(join(assets, runtimeFile)),
    grammar: (name: GrammarName) => readFile(join(assets, grammarFile(name))),
  };
}
