/** Refactorings between the two heads of binary classification, offered on every line that they change. */
import { headRewrites, mayHaveHeads, type Rewrite } from '@softlens/analysis';
import { text } from '@softlens/analysis/messages';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';
import type { CodeAction } from './code-actions.ts';

/** `related` are the documents that a head's values may pass through, the asked one included. */
export function refactorings(
  related: readonly Snapshot[],
  path: string,
  range: TextRange,
  options: DisplayOptions,
): CodeAction[] {
  const source = related.find(({ document }) => document.path === path)?.document.text ?? '';
  const lines = wholeLines(source, range);
  return rewritesOf(related)
    .filter(({ edits }) => edits.some((one) => one.path === path && one.start <= lines.end && lines.start <= one.end))
    .map((rewrite) => ({
      title: titleOf(rewrite, options),
      kind: 'refactor.rewrite',
      edits: rewrite.edits,
      preferred: false,
    }));
}

/** What changes may be one number of a layer: nobody should have to hit it. */
function wholeLines(source: string, { start, end }: TextRange): TextRange {
  const next = source.indexOf('\n', end);
  return { start: source.slice(0, start).lastIndexOf('\n') + 1, end: next < 0 ? source.length : next };
}

/** Whether it is worth while to look for the documents around this one. */
export const mayRefactor = ({ analysis }: Snapshot): boolean => mayHaveHeads(analysis);

/** The same documents are asked about at every move of the cursor. */
const remembered = new WeakMap<readonly Snapshot[], readonly Rewrite[]>();

function rewritesOf(related: readonly Snapshot[]): readonly Rewrite[] {
  const known = remembered.get(related);
  if (known) return known;
  const rewrites = headRewrites(related);
  remembered.set(related, rewrites);
  return rewrites;
}

function titleOf({ to, parts, edits }: Rewrite, { language }: DisplayOptions): string {
  const words = parts.map((part) => text(`rewrite.part.${part}`, language)).join(language === 'en' ? ', ' : '、');
  const what = text(`rewrite.to-${to}`, language, { parts: words });
  const files = new Set(edits.map(({ path }) => path)).size;
  return files > 1 ? text('rewrite.in-files', language, { what, files }) : what;
}
