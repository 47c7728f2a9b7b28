import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createParser, type SyntaxParser } from '../src/index.ts';

const require = createRequire(import.meta.url);

/** A parser with every language loaded, from the installed WebAssembly files. */
export async function testParser(): Promise<SyntaxParser> {
  const parser = await createParser({
    runtime: await readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
    grammar: (name) => readFile(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)),
    onError: (error) => {
      throw error;
    },
  });
  await Promise.all([parser.load('python'), parser.load('typescript')]);
  return parser;
}
