/** Globs of a configuration: a name without a slash is met at any depth, and a folder stands for all below it. */
import picomatch from 'picomatch/posix.js';

/** One glob at a time, each compiled once. */
export function cachedGlobs(): (glob: string, path: string) => boolean {
  const compiled = new Map<string, (path: string) => boolean>();
  return (glob, path) => {
    const matches = compiled.get(glob) ?? picomatch(withFolders(glob), { dot: true });
    compiled.set(glob, matches);
    return matches(path);
  };
}

function withFolders(pattern: string): string[] {
  const bare = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  const anywhere = bare.includes('/') ? bare : `**/${bare}`;
  return [anywhere, `${anywhere}/**`];
}
