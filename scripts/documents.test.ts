/** What the documents point at is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = [
  ...pagesOf('.'),
  ...pagesOf('docs', { recursive: true }),
  ...['packages', 'apps'].flatMap((parent) => readdirSync(join(root, parent)).flatMap((name) => pagesOf(`${parent}/${name}`))),
];

test('links lead to files', () => {
  const links = mentions(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g, withoutCode);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter(([document, link]) => !existsSync(join(root, dirname(document), link)))).toEqual([]);
});

test('paths of the repository exist, but for those of builds', () => {
  const paths = mentions(/`((?:packages|apps|docs|scripts)\/[\w./-]+)`/g, withoutCode);
  expect(paths.length).toBeGreaterThan(10);
  const isBuilt = (path: string) => /\/dist\/|\/softlens\.cjs$/.test(path);
  expect(paths.filter(([, path]) => !isBuilt(path) && !existsSync(join(root, path)))).toEqual([]);
});

test('commands are scripts of the repository', () => {
  const { scripts } = JSON.parse(read('package.json'));
  const commands = mentions(/\bpnpm (?!exec\b|install\b)([a-z][\w:-]*)/g);
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter(([, name]) => !(name in scripts))).toEqual([]);
});

const translated = documents.filter((path) => documents.includes(path.replace(/\.md$/, '.zh-cn.md')));

test.each(translated)('%s and its Chinese page lead to each other', (path) => {
  const [, name = ''] = /([^/]+)\.md$/.exec(path) ?? [];
  expect(read(path)).toContain(`[简体中文](${name}.zh-cn.md)`);
  expect(read(path.replace(/\.md$/, '.zh-cn.md'))).toContain(`[English](${name}.md)`);
});

/** The first groups of all matches, each with its document. */
function mentions(pattern: RegExp, part = (text: string) => text): readonly (readonly [string, string])[] {
  return documents.flatMap((path) => [...part(read(path)).matchAll(pattern)].map(([, name = '']) => [path, name] as const));
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

function pagesOf(folder: string, options = { recursive: false }): readonly string[] {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { ...options, encoding: 'utf8' }) : [];
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name).replaceAll('\\', '/'));
}
