import { Language as Grammar, Parser } from 'web-tree-sitter';
import { type Reader, readerOf } from './reader.ts';
import { grammarTables } from './snapshot.ts';

export interface LoadedGrammar {
  readonly parser: Parser;
  readonly read: Reader;
}

let started: Promise<void> | undefined;
/** The loader takes its options for the module it makes: they have the views of its memory afterwards. */
const module: object = {};

/** Starts the WebAssembly runtime once per process; later calls reuse it. */
export function startRuntime(runtime: Uint8Array): Promise<void> {
  // `locateFile` keeps the loader from looking for its own address, which a bundle does not have.
  started ??= Parser.init(Object.assign(module, { wasmBinary: exactBuffer(runtime), locateFile: (name: string) => name }));
  return started;
}

export async function loadGrammar(bytes: Uint8Array): Promise<LoadedGrammar> {
  const grammar = await Grammar.load(bytes);
  const parser = new Parser();
  parser.setLanguage(grammar);
  return { parser, read: readerOf(module, grammar, grammarTables(grammar), (text) => parser.parse(text)) };
}

/** Node's small buffers are views into a shared pool; the loader wants the bytes alone. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(copy).set(bytes);
  return copy;
}
