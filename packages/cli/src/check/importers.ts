/** The files of a project that import given ones, directly or not, so that a finding appears whichever of its files is named. */
import { basename, dirname, join } from 'node:path';
import type { Sources } from '../sources.ts';
import { collectFiles } from './collect-files.ts';

/** Looking further would take longer than checking the project. */
const maxFiles = 4000;
const maxImporters = 40;

/** By the text of their import statements: an importer too many costs time and reports nothing. */
export function findImporters(
  named: readonly string[],
  sources: Sources,
  root: string,
  isExcluded: (path: string) => boolean,
): readonly string[] {
  const { files } = collectFiles([root], { root, isExcluded });
  if (files.length > maxFiles) return [];
  const imports = new Map(files.map((file) => [file, importedWords(sources.rawText(file) ?? '')]));
  const found = new Set<string>(named);
  for (let fresh = [...named]; fresh.length > 0 && found.size < named.length + maxImporters; ) {
    const names = new Set(fresh.map(moduleWord));
    fresh = files.filter((file) => !found.has(file) && imports.get(file)?.some((word) => names.has(word)));
    for (const file of fresh) found.add(file);
  }
  return [...found].filter((file) => !named.includes(file)).slice(0, maxImporters);
}

/** `models/net.py` is imported as `net`, `models/__init__.py` as `models`. */
function moduleWord(file: string): string {
  const name = basename(file).replace(/\.[^.]+$/, '');
  return name === '__init__' || name === 'index' ? basename(dirname(join('/', file))) : name;
}

/** The words of all import statements, in Python and JavaScript alike, also where a notebook quotes them. */
function importedWords(text: string): readonly string[] {
  const statements =
    text.match(/(?:^|["\n;])\s*(?:import|from|export)\b[^\n;(]*(?:\([^)]*\)|[^\n;]*)|\b(?:require|import)\(['"][^'"\n]*/g) ?? [];
  return [...new Set(statements.flatMap((statement) => statement.match(/[\w-]+/g) ?? []))];
}
