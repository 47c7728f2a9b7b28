import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** As `diff -u` writes it, for `patch -p0`. */
export function unifiedDiff(path: string, before: string, after: string): string {
  return createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3, headerOptions: FILE_HEADERS_ONLY });
}
