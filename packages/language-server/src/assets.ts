import type { GrammarName } from '@softlens/syntax';

/** The WebAssembly files beside the bundles, as their packages name them. */
export const runtimeFile = 'web-tree-sitter.wasm';

export function grammarFile(name: GrammarName): string {
  return `tree-sitter-${name}.wasm`;
}
