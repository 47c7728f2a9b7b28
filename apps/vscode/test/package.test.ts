/** What is inside the packaged extension: the build runs before the tests. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readZip } from './harness/zip.ts';

const root = join(import.meta.dirname, '../../..');
const vsix = join(root, 'apps/vscode/dist/softlens.vsix');
const entries = readZip(vsix);
const names = entries.map(({ name }) => name);
const text = (name: string): string => entries.find((entry) => entry.name === name)?.data.toString('utf8') ?? '';
const manifest = JSON.parse(text('extension/package.json'));

test('the package stays under 2 MB', () => {
  expect(statSync(vsix).size).toBeLessThan(2_000_000);
});

describe('the manifest', () => {
  test.each(['main', 'browser', 'icon'])('names a file that is there as its %s', (key) => {
    expect(names).toContain(`extension/${manifest[key].replace('./', '')}`);
  });

  test('names a schema that is there for softlens.json', () => {
    const [{ fileMatch, url }] = manifest.contributes.jsonValidation;
    expect(fileMatch).toBe('softlens.json');
    expect(JSON.parse(text(`extension/${url.replace('./', '')}`)).title).toBe('softlens.json');
  });

  test('leaves out what only the repository uses', () => {
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['dependencies']));
    expect(manifest.type).toBeUndefined();
  });
});

test('both servers are there, with the grammars that they load', () => {
  expect(names).toEqual(
    expect.arrayContaining(['node.cjs', 'browser.js', 'tree-sitter-python.wasm'].map((name) => `extension/server/${name}`)),
  );
});

test('nothing else is: no sources, maps, tests or modules', () => {
  expect(names.filter((name) => /\.(ts|map|test\.\w+)$|node_modules|\/test\//.test(name))).toEqual([]);
});

test('no file tells where it was built', () => {
  expect(entries.filter(({ data }) => data.includes(root)).map(({ name }) => name)).toEqual([]);
});
