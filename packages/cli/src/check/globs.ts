/** Globs of a configuration: a name without a slash is met at any depth, and a folder stands for all below it. */
import picomatch from 'picomatch';

function globMatcher(patterns: readonly string[]): (path: string) => boolean {
  if (patterns.length === 0) return () => false;
  return picomatch(patterns.flatMap(withFolders), { dot: true });
}

/** One glob at a time, each compiled once. */
export function cachedGlobs(): (glob: string, path: string) => boolean {
  const compiled = new Map<string, (path: string) => boolean>();
  return (glob, path) => {
    const matches = compiled.get(glob) ?? globMatcher([glob]);
    compiled.set(glob, matches);
    return matches(path);
  };
}

function withFolders(pattern: string): readonly string[] {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const anywhere = bare.includes('/') ? bare : `**/${bare}`;
  return [anywhere, `${anywhere}/**`];
}
