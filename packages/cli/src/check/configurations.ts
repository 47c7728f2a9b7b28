/** The configuration that holds for each file: the nearest at or above it. The one for the whole check says how modules are read. */
import { dirname, join, relative, sep } from 'node:path';
import type { Finding } from '@softlens/analysis';
import { applyConfiguration, type Configuration } from '@softlens/analysis/configuration';
import { fileOf } from '../sources.ts';
import { cachedGlobs } from './globs.ts';
import { type LoadedConfiguration, loadConfiguration } from './load-configuration.ts';
import { configurationIn } from './workspace.ts';

export interface Configurations {
  /** Import roots, relative to the root, and rows of the project's own functions, of all configurations that were met so far. */
  reading(): Pick<Configuration, 'src' | 'functions'>;
  /** `path` is relative to the root. */
  isExcluded(path: string): boolean;
  /** The findings as the configurations of their files want them. */
  apply(findings: readonly Finding[]): readonly Finding[];
  /** Absolute paths of what was read so far, with what is wrong in it. */
  read(): ReadonlyMap<string, LoadedConfiguration>;
}

export interface ConfigurationOptions {
  /** The folder that paths are relative to. */
  readonly root: string;
  /** The configuration of the whole check. */
  readonly file: string | undefined;
  /** `--config`: no other counts. */
  readonly isOnly: boolean;
  readonly ruleIds: readonly string[];
  /** What the command line says on top. */
  readonly adapt: (configuration: Configuration) => Configuration;
}

interface Found {
  readonly configuration: Configuration;
  /** The folder that its globs are relative to, as a prefix of paths. */
  readonly prefix: string;
}

export function openConfigurations({ root, file, isOnly, ruleIds, adapt }: ConfigurationOptions): Configurations {
  const read = new Map<string, LoadedConfiguration>();
  const byFolder = new Map<string, Found>();
  const matches = cachedGlobs();

  const load = (path: string, prefix: string): Found => {
    const loaded = read.get(path) ?? loadConfiguration(path, ruleIds);
    read.set(path, loaded);
    return { configuration: adapt(loaded.configuration), prefix };
  };
  const top: Found = file === undefined ? { configuration: adapt({}), prefix: '' } : load(file, '');

  const ofFolder = (folder: string): Found => {
    const known = byFolder.get(folder);
    if (known) return known;
    const own = isOnly || folder === '' ? undefined : configurationIn(join(root, folder));
    const isAbove = folder === '' || folder === '.' || folder.startsWith('..');
    const found = isAbove ? top : own === undefined ? ofFolder(parentOf(folder)) : load(own, `${folder}/`);
    byFolder.set(folder, found);
    return found;
  };
  const within = ({ prefix }: Found, path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);

  return {
    reading() {
      const all = new Map([...byFolder.values(), top].map((one) => [one.prefix, one]));
      const src = [...all.values()].flatMap(({ configuration, prefix }) => configuration.src?.map((one) => prefix + one) ?? []);
      // Of rows with one name the outermost counts: it is read last.
      const functions = [...all.values()]
        .sort((a, b) => b.prefix.length - a.prefix.length)
        .flatMap(({ configuration }) => configuration.functions ?? []);
      return { ...(src.length > 0 && { src }), ...(functions.length > 0 && { functions }) };
    },
    isExcluded(path) {
      const found = ofFolder(parentOf(path));
      return (found.configuration.exclude ?? []).some((glob) => matches(glob, within(found, path)));
    },
    apply: (findings) =>
      findings.flatMap((finding) => {
        const found = ofFolder(parentOf(fileOf(finding.path)));
        return applyConfiguration([finding], found.configuration, (glob, path) => matches(glob, within(found, path)));
      }),
    read: () => read,
  };
}

function parentOf(path: string): string {
  const parent = dirname(path).split(sep).join('/');
  return parent === '.' ? '' : parent;
}

/** The name of a configuration as people see it. */
export const shownFrom = (cwd: string, file: string): string => relative(cwd, file).split(sep).join('/');
