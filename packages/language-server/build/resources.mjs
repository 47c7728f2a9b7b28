// What stands beside a bundle, of the server and of the command line: the WebAssembly, and the rules' pages in every language.
import { cp, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const rules = join(import.meta.dirname, '../../analysis/src/rules');

/** @param {string} output A folder that exists. */
export async function copyResources(output) {
  await Promise.all([copyWasm(output), copyPages(output)]);
}

/** @param {string} output */
async function copyWasm(output) {
  const grammars = join(dirname(require.resolve('@vscode/tree-sitter-wasm/package.json')), 'wasm');
  await Promise.all([
    cp(require.resolve('web-tree-sitter/web-tree-sitter.wasm'), join(output, 'web-tree-sitter.wasm')),
    ...['python', 'tsx'].map((name) => cp(join(grammars, `tree-sitter-${name}.wasm`), join(output, `tree-sitter-${name}.wasm`))),
  ]);
}

/** What a finding's code links to, `softlens explain` prints and SARIF holds. @param {string} output */
async function copyPages(output) {
  for (const folder of [rules, join(rules, 'engine')]) {
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.md'));
    await Promise.all(pages.map((name) => cp(join(folder, name), join(output, 'rules', name))));
  }
}
