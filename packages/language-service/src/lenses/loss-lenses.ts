/** Lenses above losses: what the loss gets, and whether that is what it expects. */
import type { Fact, Finding } from '@softlens/analysis';
import { type LossCheck, lossCheck } from '@softlens/analysis/format';
import { text } from '@softlens/analysis/messages';
import { ownFindings } from '../findings/diagnostics.ts';
import type { DisplayOptions, Snapshot } from '../snapshot.ts';
import type { Lens } from './lenses.ts';

export interface LossLenses {
  readonly right: readonly Lens[];
  readonly wrong: readonly Lens[];
  /** Problems that are no loss's. */
  readonly rest: readonly Finding[];
}

/** A wrong one needs its finding: what no rule reports may be meant. */
export function lossLenses(snapshot: Snapshot, options: DisplayOptions): LossLenses {
  const problems = ownFindings(snapshot).filter(({ severity }) => severity === 'error' || severity === 'warning');
  const checked = snapshot.analysis.facts.flatMap((fact) => {
    const check = fact.kind === 'expression' ? lossCheck(fact.call) : undefined;
    return check ? [{ fact, check }] : [];
  });
  const wrong = checked.flatMap(({ fact, check }) => {
    const finding = check.isRight ? undefined : problems.find((one) => one.start >= fact.start && one.end <= fact.end);
    return finding ? [{ finding, lens: lensOf(fact, check, snapshot, options) }] : [];
  });
  const told = new Set(wrong.map(({ finding }) => finding));
  return {
    right: checked.filter(({ check }) => check.isRight).map(({ fact, check }) => lensOf(fact, check, snapshot, options)),
    wrong: wrong.map(({ lens }) => lens),
    rest: problems.filter((one) => !told.has(one)),
  };
}

function lensOf({ start, end }: Fact, check: LossCheck, { document }: Snapshot, { language }: DisplayOptions): Lens {
  const { space, wanted, consumer, isRight } = check;
  const words = {
    space: text(`space.${space.name}`, language),
    consumer,
    wanted: wanted.map((name) => text(`space.${name}`, language)).join(text('list.or', language)),
  };
  const title = text(isRight ? 'lens.right' : 'lens.wrong', language, words);
  const path = [...space.origin.map(({ place }) => place), { path: document.path, start, end }];
  return { start, end, title, path };
}
