import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { copyNode, type Layout, layoutOf } from '../src/tree/memory.ts';
import { type GrammarTables, grammarTables, snapshot } from '../src/tree/snapshot.ts';

const require = createRequire(import.meta.url);
const module: object = {};
const wasmBinary = new Uint8Array(readFileSync(require.resolve('web-tree-sitter/web-tree-sitter.wasm'))).buffer;
await Parser.init(Object.assign(module, { wasmBinary }));

/** This package's own sources, and the programs of its Markdown tests. */
const sources = readdirSync(join(import.meta.dirname, '../src/python')).map((name) => read('../src/python', name));
const programs = ['python.md', 'javascript.md', 'half-typed.md'].map((name) => read('.', name));
const texts = [...sources, ...programs, ...programs.flatMap((text) => text.split(/^```\w*$/m))];

test.each(['python', 'tsx'] as const)(
  'the %s grammar is read from memory as the cursor tells it, damage included',
  async (name) => {
    const grammar = await Language.load(readFileSync(require.resolve(`@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`)));
    const parser = new Parser();
    parser.setLanguage(grammar);
    const tables = grammarTables(grammar);
    const layout = layoutOf(module, grammar, tables);
    if (!layout) throw new Error('the memory of the parser is not laid out as expected');
    for (const text of texts) compare(parser, tables, layout, text);
    const damaged = fc.tuple(fc.constantFrom(...texts), fc.nat(), fc.nat(30), fc.constantFrom('', '(', '"', '\n  ', 'def '));
    fc.assert(
      fc.property(damaged, ([text, at, length, put]) => {
        const start = at % (text.length + 1);
        compare(parser, tables, layout, text.slice(0, start) + put + text.slice(start + length));
      }),
      { numRuns: 60 },
    );
  },
);

function compare(parser: Parser, tables: GrammarTables, layout: Layout, text: string): void {
  const tree = parser.parse(text);
  const cursor = tree?.walk();
  const same = (offset: number): number => offset;
  if (cursor?.gotoFirstChild())
    do {
      const copied = copyNode(cursor.nodeId, cursor.startIndex, cursor.nodeTypeId, layout, tables, same);
      expect(copied).toEqual(snapshot(cursor, tables, same));
    } while (cursor.gotoNextSibling());
  cursor?.delete();
  tree?.delete();
}

function read(folder: string, name: string): string {
  return readFileSync(join(import.meta.dirname, folder, name), 'utf8');
}
