/** The parser with its WebAssembly from disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createParser, type Language, type SyntaxParser } from '@softlens/syntax';

export async function loadParser(assets: string, languages: Iterable<Language>): Promise<SyntaxParser> {
  const bytes = (name: string) => readFile(join(assets, name));
  const parser = await createParser({
    runtime: await bytes('web-tree-sitter.wasm'),
    grammar: (name) => bytes(`tree-sitter-${name}.wasm`),
  });
  for (const language of new Set(languages)) await parser.load(language);
  return parser;
}
