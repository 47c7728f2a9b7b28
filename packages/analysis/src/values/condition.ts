/**
 * A fact about the program's inputs that one alternative of a value depends on, e.g. `args.loss == 'bce'`.
 * `subject` is the symbolic identity of the tested value (`param:main.args.loss`), so that the same test at two places,
 * or in two functions that got the same value, is recognised. Two conditions contradict when they speak of
 * one subject and cannot both hold.
 */
export type Condition =
  | { readonly subject: string; readonly test: 'truthy'; readonly holds: boolean }
  | { readonly subject: string; readonly test: 'equals'; readonly to: string; readonly holds: boolean };

/** A conjunction, empty when nothing is assumed. */
export type Conditions = readonly Condition[];

/** The subject of `self.training`, shared by all modules of one run: a training loss sees it true. */
export const trainingSubject = 'training';

export function contradicts(a: Condition, b: Condition): boolean {
  if (a.test !== b.test) return excludes(a, b) || excludes(b, a);
  if (a.subject !== b.subject) return false;
  if (a.test === 'truthy' || b.test === 'truthy') return a.holds !== b.holds;
  if (a.to === b.to) return a.holds !== b.holds;
  return a.holds && b.holds;
}

/** The subject of `x in ('a', 'b')`, by that of `x` and the keys of the choices. */
export const membership = (subject: string, keys: readonly string[]): string => `${subject}${within}${keys.join()}`;

/** The subject that a membership speaks of, or the subject itself. */
export function baseSubject(subject: string): string {
  const end = subject.indexOf(within);
  return end < 0 ? subject : subject.slice(0, end);
}

const within = ' in ';

/** `x in ('a', 'b')` against `x == 'c'`. */
function excludes(member: Condition, equal: Condition): boolean {
  if (member.test !== 'truthy' || equal.test !== 'equals' || !member.holds || !equal.holds) return false;
  const prefix = equal.subject + within;
  return member.subject.startsWith(prefix) && !member.subject.slice(prefix.length).split(',').includes(equal.to);
}

export function compatible(a: Conditions, b: Conditions): boolean {
  for (const x of a) for (const y of b) if (contradicts(x, y)) return false;
  return true;
}
