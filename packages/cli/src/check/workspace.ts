/** Where a check stands: the folder that modules are imported from, and the names that people see. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { definesSoftlens } from './load-configuration.ts';

export interface Workspace {
  /** Documents are named by their path below it. */
  readonly root: string;
  /** A document's name as people see it: relative to the current folder. */
  shown(path: string): string;
  /** The document's name of a path that was given. */
  named(given: string): string;
}

export function openWorkspace(cwd: string, paths: readonly string[], configuration: string | undefined): Workspace {
  const folders = paths.map((path) => folderAt(resolve(cwd, path)));
  const common = folders.reduce(commonFolder, folders[0] ?? cwd);
  const root =
    configuration !== undefined && isWithin(common, dirname(configuration)) ? dirname(configuration) : projectFolder(common);
  const sameFolder = relative(root, cwd) === '';
  return {
    root,
    shown: (path) => (sameFolder ? path : slashed(relative(cwd, join(root, path)))),
    named: (given) => slashed(relative(root, resolve(cwd, given))),
  };
}

/** The nearest configuration at or above what is checked: softlens.json, or pyproject.toml with [tool.softlens]. */
export function findConfiguration(cwd: string, paths: readonly string[]): string | undefined {
  const folders = paths.map((path) => folderAt(resolve(cwd, path)));
  return upwards(folders.reduce(commonFolder, folders[0] ?? cwd)).flatMap((folder) => configurationIn(folder) ?? [])[0];
}

export const isConfiguration = (path: string): boolean => /[\\/](?:softlens\.json|pyproject\.toml)$/.test(path);

/** softlens.json, or a pyproject.toml that speaks of Softlens. */
export function configurationIn(folder: string): string | undefined {
  const json = join(folder, 'softlens.json');
  if (existsSync(json)) return json;
  const toml = join(folder, 'pyproject.toml');
  return existsSync(toml) && definesSoftlens(readFileSync(toml, 'utf8')) ? toml : undefined;
}

const projectMarks = ['pyproject.toml', 'setup.py', 'setup.cfg', 'package.json', '.git'];

/** The project that a folder lies in, so that a file in it imports what it does when the whole project is checked. */
function projectFolder(folder: string): string {
  return upwards(folder).find((one) => projectMarks.some((mark) => existsSync(join(one, mark)))) ?? folder;
}

function folderAt(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
}

function upwards(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}

function commonFolder(a: string, b: string): string {
  return upwards(a).find((folder) => isWithin(b, folder)) ?? a;
}

function isWithin(path: string, folder: string): boolean {
  const inner = relative(folder, path);
  return inner === '' || !(inner === '..' || inner.startsWith(`..${sep}`) || resolve(inner) === inner);
}

const slashed = (path: string): string => path.split(sep).join('/');
