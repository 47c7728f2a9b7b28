import { type OpenDocument, openDocument, parseModule } from './document.ts';
import type { Language, Module } from './ir.ts';
import { type LoadedGrammar, loadGrammar, startRuntime } from './tree/runtime.ts';

/** The grammars in use. JavaScript and TypeScript share one, which also reads JSX. */
export type GrammarName = 'python' | 'tsx';

/** The WebAssembly bytes: of web-tree-sitter's runtime and, when one is first needed, of a grammar. */
export interface SyntaxWasm {
  readonly runtime: Uint8Array;
  grammar(name: GrammarName): Promise<Uint8Array>;
  /** Told of a failure inside the parser, for a log; tests throw it again. */
  onError?(error: unknown): void;
}

export interface SyntaxParser {
  /** Fetches a language's grammar. Rejects when its bytes cannot be had or are not a grammar. */
  load(language: Language): Promise<void>;
  /** Never throws. A language that is not loaded gives an empty module with one error over the whole text. */
  parse(text: string, language: Language): Module;
  /** A document that is parsed again, in part, at every edit. */
  open(text: string, language: Language): OpenDocument;
}

const grammarOf: Readonly<Record<Language, GrammarName>> = { python: 'python', javascript: 'tsx', typescript: 'tsx' };

export async function createParser(wasm: SyntaxWasm): Promise<SyntaxParser> {
  await startRuntime(wasm.runtime);
  const pending = new Map<GrammarName, Promise<void>>();
  const report = (error: unknown): void => wasm.onError?.(error);
  const loaded = new Map<GrammarName, LoadedGrammar>();
  const fetchGrammar = async (name: GrammarName): Promise<void> => {
    loaded.set(name, await loadGrammar(await wasm.grammar(name)));
  };
  return {
    async load(language) {
      const name = grammarOf[language];
      const started = pending.get(name) ?? fetchGrammar(name);
      pending.set(name, started);
      try {
        await started;
      } catch (error) {
        pending.delete(name);
        throw error;
      }
    },
    parse(text, language) {
      return parseModule(loaded.get(grammarOf[language]), text, language, report);
    },
    open(text, language) {
      return openDocument(() => loaded.get(grammarOf[language]), text, language, report);
    },
  };
}
