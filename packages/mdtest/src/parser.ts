import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createParser, type SyntaxParser } from '@softlens/syntax';

const require = createRequire(import.meta.url);

/** A parser for tests, with every language loaded. The grammars come from the installed packages. */
export async function createTestParser(): Promise<SyntaxParser> {
  const parser = await createParser({
    runtime: await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: (name) => readFile(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
    onError: (error) => {
      throw error;
    },
  });
  await Promise.all([parser.load('python'), parser.load('javascript'), parser.load('typescript')]);
  return parser;
}
