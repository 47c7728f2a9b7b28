/** The documents that an import could mean, best first. */
import type { ParsedDocument } from '../api.ts';

const scriptEndings = [
  '',
  '.ts',
  '.tsx',
  '.js',
  '.jsx',
  '.mjs',
  '.cjs',
  '.mts',
  '.cts',
  '/index.ts',
  '/index.tsx',
  '/index.js',
  '/index.mjs',
];

export function candidates(
  from: Pick<ParsedDocument, 'path' | 'language'>,
  module: string,
  level: number,
  roots: readonly string[],
): readonly string[] {
  return from.language === 'python' ? pythonCandidates(from.path, module, level, roots) : scriptCandidates(from.path, module);
}

/** Relative imports count dots from the package; absolute ones are looked up beside the script, in its parents and in the roots. */
function pythonCandidates(from: string, module: string, level: number, roots: readonly string[]): readonly string[] {
  const folder = folderOf(from);
  const inner = module.replaceAll('.', '/');
  if (level > 0) {
    const base = ancestor(folder, level - 1);
    return base === undefined ? [] : documentsOf(join(base, inner));
  }
  const bases = new Set<string>([...roots.map(trimSlash), '', folder]);
  for (let up: string | undefined = folder; up !== undefined && up !== ''; up = ancestor(up, 1)) bases.add(up);
  return [...bases].flatMap((base) => documentsOf(join(base, inner)));
}

const documentsOf = (path: string): readonly string[] =>
  path === '' ? ['__init__.py'] : [`${path}/__init__.py`, `${path}.py`, `${path}.ipynb`];

function scriptCandidates(from: string, module: string): readonly string[] {
  if (!module.startsWith('.')) return [];
  const base = normalize(join(folderOf(from), module));
  if (base === undefined) return [];
  const bare = base.replace(/\.(js|mjs|cjs|jsx)$/, '');
  return [
    ...scriptEndings.map((ending) => base + ending),
    ...(bare === base ? [] : ['.ts', '.tsx', '.mts'].map((ending) => bare + ending)),
  ];
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

function ancestor(folder: string, levels: number): string | undefined {
  let current = folder;
  for (let i = 0; i < levels; i++) {
    if (current === '') return undefined;
    current = folderOf(current);
  }
  return current;
}

const trimSlash = (path: string): string => path.replace(/^\.\/|^\.$|\/$/g, '');
const join = (folder: string, rest: string): string => (folder === '' ? rest : rest === '' ? folder : `${folder}/${rest}`);

function normalize(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else parts.push(part);
  }
  return parts.join('/');
}

/** The dotted name's parts of a Python document. */
export function packageOf(path: string): readonly string[] {
  const parts = path.replace(/\.(py|ipynb|[cm]?[jt]sx?)$/, '').split('/');
  return parts.at(-1) === '__init__' ? parts.slice(0, -1) : parts;
}
