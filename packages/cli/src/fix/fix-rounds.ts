/** Applies fixes, checks again, and goes on until nothing changes. */
import type { Finding } from '@softlens/analysis';
import type { CheckResult } from '../check/run-check.ts';
import { fileOf, type Sources } from '../sources.ts';
import { type ChosenFix, chooseFixes } from './choose-fixes.ts';
import { editedFile } from './edit-file.ts';

export interface Fixed {
  /** What is left. */
  readonly result: CheckResult;
  readonly sources: Sources;
  /** How many fixes were made. */
  readonly count: number;
  /** The files that changed, with what they held before and hold now. */
  readonly files: ReadonlyMap<string, { readonly before: string; readonly after: string }>;
}

/** A fix may uncover another finding; a chain longer than this would be a circle. */
const maxRounds = 10;

export function fixRounds(start: Sources, unsafe: boolean, check: (sources: Sources) => CheckResult): Fixed {
  let sources = start;
  let result = check(sources);
  let count = 0;
  const changed = new Set<string>();
  const refused = new Set<string>();
  for (let round = 0; round < maxRounds; round++) {
    const wanted = result.findings.filter((finding) => !refused.has(keyOf(finding)));
    const step = applyRound(sources, chooseFixes(wanted, unsafe));
    for (const finding of step.refused) refused.add(keyOf(finding));
    if (step.texts.size === 0) {
      if (step.refused.length === 0) break;
      continue;
    }
    for (const file of step.texts.keys()) changed.add(file);
    count += step.made;
    sources = sources.changed(step.texts);
    result = check(sources);
  }
  const files = new Map(
    [...changed].sort().map((file) => [file, { before: start.rawText(file) ?? '', after: sources.rawText(file) ?? '' }]),
  );
  return { result, sources, count, files: new Map([...files].filter(([, { before, after }]) => before !== after)) };
}

interface Round {
  readonly texts: ReadonlyMap<string, string>;
  readonly made: number;
  readonly refused: readonly Finding[];
}

/** All fixes of the round together, or where that breaks a file, one by one, without those that do. */
function applyRound(sources: Sources, fixes: readonly ChosenFix[]): Round {
  const all = textsAfter(sources, fixes);
  if (all) return { texts: all, made: fixes.length, refused: [] };
  const kept: ChosenFix[] = [];
  const refused: Finding[] = [];
  for (const fix of fixes) {
    if (textsAfter(sources, [...kept, fix])) kept.push(fix);
    else refused.push(fix.finding);
  }
  return { texts: textsAfter(sources, kept) ?? new Map(), made: kept.length, refused };
}

/** Undefined where an edit cannot be made, or a file would parse worse than before. */
function textsAfter(sources: Sources, fixes: readonly ChosenFix[]): ReadonlyMap<string, string> | undefined {
  const edits = fixes.flatMap((fix) => fix.edits);
  const texts = new Map<string, string>();
  for (const file of new Set(edits.map(({ path }) => fileOf(path)))) {
    const text = editedFile(sources, file, edits);
    if (text === undefined) return undefined;
    if (text !== sources.rawText(file)) texts.set(file, text);
  }
  const after = sources.changed(texts);
  return [...texts.keys()].every((file) => damage(after, file) <= damage(sources, file)) ? texts : undefined;
}

function damage(sources: Sources, file: string): number {
  if (sources.failure(file) !== undefined) return Number.POSITIVE_INFINITY;
  return sources.documents(file).reduce((sum, path) => sum + (sources.project.module(path)?.module.errors.length ?? 0), 0);
}

const keyOf = ({ path, rule, start, end }: Finding): string => `${path} ${rule} ${start} ${end}`;
