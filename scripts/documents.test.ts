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

test('commands for one package name it, and a script or command that it has', () => {
  const commands = mentions(/\bpnpm --filter "?([@\w/-]+?)(?:\.\.\.)?"? ([a-z][\w:-]*)/g);
  expect(commands.length).toBeGreaterThan(3);
  const scripts = new Map(manifests().map(({ name, scripts = {} }) => [name, new Set([...Object.keys(scripts), 'pack'])]));
  expect(commands.filter(([, name, command = '']) => !scripts.get(name)?.has(command))).toEqual([]);
});

test('options of npm start are those that it lists', () => {
  const options = mentions(/\bnpm start -- (--[\w-]+)/g);
  expect(options.length).toBeGreaterThan(2);
  const source = read('scripts/start.mjs');
  expect(options.filter(([, option]) => !source.includes(`\n  ${option} `))).toEqual([]);
});

const translated = documents.filter((path) => documents.includes(path.replace(/\.md$/, '.zh-cn.md')));

test.each(translated)('%s and its Chinese page lead to each other', (path) => {
  const [, name = ''] = /([^/]+)\.md$/.exec(path) ?? [];
  expect(read(path)).toContain(`[简体中文](${name}.zh-cn.md)`);
  expect(read(path.replace(/\.md$/, '.zh-cn.md'))).toContain(`[English](${name}.md)`);
});

/** The groups of all matches, each with its document. */
function mentions(pattern: RegExp, part = (text: string) => text): readonly (readonly [string, string, string?])[] {
  return documents.flatMap((path) =>
    [...part(read(path)).matchAll(pattern)].map(([, name = '', more]) => [path, name, ...(more ? [more] : [])] as const),
  );
}

function manifests(): readonly { readonly name: string; readonly scripts?: Readonly<Record<string, string>> }[] {
  return ['packages', 'apps']
    .flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}/package.json`))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => JSON.parse(read(path)));
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '');
}

function pagesOf(folder: string, options = { recursive: false }): readonly string[] {
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { ...options, encoding: 'utf8' }) : [];
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name).replaceAll('\\', '/'));
}
