import type { Language } from './ir.ts';
import { tabPatches } from './python/indentation.ts';
import { mendPatches } from './python/mend.ts';
import { applyPatches, type Prepared, unpatched } from './tree/patch.ts';

/** The text as the parser shall see it: complete where the document is half-typed. */
export function prepare(text: string, language: Language): Prepared {
  if (language !== 'python') return unpatched(text);
  return applyPatches(text, [...mendPatches(text), ...tabPatches(text)]);
}
