/** Which fixes of a round are made: the allowed ones whose edits do not touch those of another. */
import type { Edit, Finding } from '@softlens/analysis';

export interface ChosenFix {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** In the order of the findings. Two findings that want the very same edits are mended by them once. */
export function chooseFixes(findings: readonly Finding[], unsafe: boolean): readonly ChosenFix[] {
  const taken: Edit[] = [];
  const chosen: ChosenFix[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(({ safety }) => safety === 'safe') ?? (unsafe ? finding.fixes[0] : undefined);
    if (!fix || fix.edits.length === 0 || overlapsItself(fix.edits)) continue;
    const fresh = fix.edits.filter((edit) => !taken.some((other) => isSame(edit, other)));
    if (fresh.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    taken.push(...fresh);
    chosen.push({ finding, edits: fresh });
  }
  return chosen;
}

/** Two insertions at one place collide too: their order would be chance. */
function overlaps(a: Edit, b: Edit): boolean {
  if (a.path !== b.path) return false;
  return a.start < b.end && b.start < a.end
    ? true
    : a.start === b.start || (a.start === a.end && a.start === b.end) || (b.start === b.end && b.start === a.end);
}

function isSame(a: Edit, b: Edit): boolean {
  return a.path === b.path && a.start === b.start && a.end === b.end && a.text === b.text;
}

function overlapsItself(edits: readonly Edit[]): boolean {
  return edits.some((edit, i) => edits.slice(i + 1).some((other) => overlaps(edit, other)));
}
