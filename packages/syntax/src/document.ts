import type { Language, Module } from './ir.ts';
import { assemble, lowerPieces, rootIsError, unreadable } from './lower.ts';
import { prepare } from './prepare.ts';
import type { LoadedGrammar } from './tree/runtime.ts';

/** A replacement of [start, end) by `text`, in offsets of the document before any change of the same edit. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface OpenDocument {
  readonly module: Module;
  readonly text: string;
  /** Applies the changes and returns the new module. Statements before them keep their identity. */
  edit(changes: readonly Change[]): Module;
  /** Frees the parser's memory. The last module stays usable. */
  dispose(): void;
}

/** Longer texts are not parsed: the parser's memory is about forty times the text. */
const maximumLength = 24_000_000;

export function parseModule(grammar: LoadedGrammar | undefined, text: string, language: Language): Module {
  if (grammar === undefined || text.length > maximumLength) return unreadable(text, language);
  const prepared = prepare(text, language);
  const tree = grammar.parser.parse(prepared.text);
  if (tree === null) return unreadable(text, language);
  try {
    const pieces = lowerPieces(tree, grammar, text, prepared, language, () => undefined);
    return assemble(text, language, pieces, rootIsError(tree), prepared.mended);
  } finally {
    tree.delete();
  }
}

export function openDocument(grammar: () => LoadedGrammar | undefined, initial: string, language: Language): OpenDocument {
  let text = initial;
  let module = parseModule(grammar(), text, language);
  return {
    get module() {
      return module;
    },
    get text() {
      return text;
    },
    edit(changes) {
      text = applyChanges(text, changes);
      module = parseModule(grammar(), text, language);
      return module;
    },
    dispose() {},
  };
}

function applyChanges(text: string, changes: readonly Change[]): string {
  let result = text;
  for (const change of [...changes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    result = result.slice(0, change.start) + change.text + result.slice(change.end);
  }
  return result;
}
