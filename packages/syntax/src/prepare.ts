import type { Language } from './ir.ts';
import { assertionPatches } from './javascript/assertions.ts';
import { commentRuns, withoutComments } from './python/comment-runs.ts';
import { tabPatches } from './python/indentation.ts';
import { mendPatches } from './python/mend.ts';
import { applyPatches, type Prepared, unpatched } from './tree/patch.ts';

/** The text as the parser shall see it: complete where the document is half-typed. */
export function prepare(text: string, language: Language): Prepared {
  if (language !== 'python') return unpatched(text);
  // The grammar does not take a lone carriage return for a line break; Python does.
  const lines = text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
  const comments = commentRuns(lines);
  const shown = comments.length === 0 ? lines : withoutComments(lines, comments);
  const prepared = applyPatches(shown, [...mendPatches(shown), ...tabPatches(shown)]);
  return comments.length === 0 ? prepared : { ...prepared, comments };
}

/** Another way to read a text that has errors: TypeScript's `<T>x` and `<T>(x) => …`, which the JSX grammar cannot hold. */
export function secondReading(text: string, language: Language): Prepared | undefined {
  if (language !== 'typescript') return undefined;
  const patches = assertionPatches(text);
  return patches.length === 0 ? undefined : applyPatches(text, patches);
}
