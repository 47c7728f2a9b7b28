/** The configuration that holds for a document: the nearest one at or above it, within its workspace folder. */
import type { Finding, Project } from '@softlens/analysis';
import { applyConfiguration, type Configuration, userRowsByName } from '@softlens/analysis/configuration';
import { canonicalUri } from '../files/remote.ts';
import type { WorkspaceFiles } from '../host.ts';
import { cachedGlobs } from './globs.ts';
import { configurationFiles, type ReadConfiguration, readConfiguration } from './read.ts';

export interface Configurations {
  /** The findings of one document as its project wants them; none where it is excluded. */
  apply(uri: string, folder: string | undefined, findings: readonly Finding[]): readonly Finding[];
  /** The same object while the file is the same. */
  of(uri: string, folder: string | undefined): Configuration | undefined;
  isExcluded(uri: string, folder: string): boolean;
  /** How the modules of a workspace folder are read: the same object while its configuration is the same. */
  reading(folder: string): Reading;
  /** Called once for every state of a file that is wrong. */
  onProblem(listener: (uri: string, read: ReadConfiguration) => void): void;
}

export type Reading = Pick<Project, 'importRoots' | 'rows'>;

interface Found {
  /** The folder that globs are relative to. */
  readonly folder: string;
  readonly configuration: Configuration;
}

export function createConfigurations(files: Pick<WorkspaceFiles, 'read'>): Configurations {
  const read = new Map<string, { text: string; result: ReadConfiguration | undefined }>();
  const matches = cachedGlobs();
  const readings = new WeakMap<Configuration, Reading>();
  let tell = (_uri: string, _read: ReadConfiguration): void => {};

  const readFile = (folder: string, name: (typeof configurationFiles)[number]): ReadConfiguration | undefined => {
    const uri = `${folder}/${name}`;
    const text = files.read(uri);
    if (text === undefined || text === 'pending') return undefined;
    const known = read.get(uri);
    if (known?.text === text) return known.result;
    const result = readConfiguration(name, text);
    read.set(uri, { text, result });
    if (result && (result.unreadable !== undefined || result.problems.length > 0)) tell(uri, result);
    return result;
  };

  const inFolder = (folder: string): Found | undefined => {
    for (const name of configurationFiles) {
      const result = readFile(folder, name);
      if (result) return { folder, configuration: result.configuration };
    }
    return undefined;
  };

  const nearest = (uri: string, top: string): Found | undefined => {
    for (let folder = parentOf(uri); folder.length >= top.length; folder = parentOf(folder)) {
      const found = inFolder(folder);
      if (found) return found;
      if (folder === parentOf(folder)) return undefined;
    }
    return undefined;
  };

  const isLeftOut = (uri: string, { folder, configuration }: Found): boolean =>
    (configuration.exclude ?? []).some((glob) => matches(glob, relativeTo(folder, uri)));

  return {
    apply(uri, top, findings) {
      const found = top === undefined ? undefined : nearest(uri, top);
      if (!found) return findings;
      if (isLeftOut(uri, found)) return [];
      const path = relativeTo(found.folder, uri);
      return applyConfiguration(findings, found.configuration, (glob) => matches(glob, path));
    },
    of: (uri, top) => (top === undefined ? undefined : nearest(uri, top)?.configuration),
    isExcluded(uri, top) {
      const found = nearest(uri, top);
      return found !== undefined && isLeftOut(uri, found);
    },
    reading(folder) {
      const configuration = inFolder(folder)?.configuration;
      if (!configuration) return plainReading;
      const known = readings.get(configuration) ?? readingOf(configuration);
      readings.set(configuration, known);
      return known;
    },
    onProblem(listener) {
      tell = listener;
    },
  };
}

export const plainReading: Reading = { importRoots: ['src'] };

function readingOf({ src, functions }: Configuration): Reading {
  return { importRoots: src ?? plainReading.importRoots, ...(functions && { rows: userRowsByName(functions) }) };
}

const parentOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf('/')));

function relativeTo(folder: string, uri: string): string {
  return canonicalUri(uri).slice(canonicalUri(folder).length + 1);
}
