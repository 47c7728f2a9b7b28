/**
 * A fact about the program's inputs that one alternative of a value depends on, e.g. `args.loss == 'bce'`.
 * `subject` is the symbolic identity of the tested value (`param:main.args.loss`), so that the same test at two places,
 * or in two functions that got the same value, is recognised. Two conditions contradict when they speak of
 * one subject and cannot both hold.
 */
export type Condition =
  | { readonly subject: string; readonly test: 'truthy'; readonly holds: boolean }
  | { readonly subject: string; readonly test: 'equals'; readonly to: string; readonly holds: boolean }
  | Below;

/** `subject < bound`, or `subject <= bound` when inclusive; where it does not hold, `>=` or `>`. */
interface Below {
  readonly subject: string;
  readonly test: 'below';
  readonly bound: number;
  readonly inclusive: boolean;
  readonly holds: boolean;
}

/** A conjunction, empty when nothing is assumed. */
export type Conditions = readonly Condition[];

/** The subject of `self.training`, shared by all modules of one run: a training loss sees it true. */
export const trainingSubject = 'training';

export function contradicts(a: Condition, b: Condition): boolean {
  if (a.test !== b.test) return excludes(a, b) || excludes(b, a);
  if (a.subject !== b.subject) return false;
  if (a.test === 'truthy' || b.test === 'truthy') return a.holds !== b.holds;
  if (a.test === 'below') return b.test === 'below' && apart(a, b);
  if (b.test === 'below') return false;
  if (a.to === b.to) return a.holds !== b.holds;
  return a.holds && b.holds;
}

/** `x < 2` against `x >= 2` or `x > 3`. */
function apart(a: Below, b: Below): boolean {
  if (a.holds === b.holds) return false;
  const [upper, lower] = a.holds ? [a, b] : [b, a];
  return lower.bound > upper.bound || (lower.bound === upper.bound && (lower.inclusive || !upper.inclusive));
}

/** The subject of `x in ('a', 'b')`, by that of `x` and the keys of the choices. */
export const membership = (subject: string, keys: readonly string[]): string => `${subject}${within}${keys.join()}`;

/** The subject that a membership speaks of, or the subject itself. */
export function baseSubject(subject: string): string {
  const end = subject.indexOf(within);
  return end < 0 ? subject : subject.slice(0, end);
}

const within = ' in ';

/** `x in ('a', 'b')` against `x == 'c'`; `x < 2` against `x == 3`. */
function excludes(member: Condition, equal: Condition): boolean {
  if (equal.test !== 'equals' || !equal.holds || member.test === 'equals') return false;
  if (member.test === 'below') return member.subject === equal.subject && !meets(member, equal.to);
  if (!member.holds) return false;
  const prefix = equal.subject + within;
  return member.subject.startsWith(prefix) && !member.subject.slice(prefix.length).split(',').includes(equal.to);
}

export function compatible(a: Conditions, b: Conditions): boolean {
  for (const x of a) for (const y of b) if (contradicts(x, y)) return false;
  return true;
}

/** Whether a constant, by its key, lies on the side of the bound that is assumed. */
function meets({ bound, inclusive, holds }: Below, key: string): boolean {
  if (!/^[if]:/.test(key)) return true;
  const value = Number(key.slice(2));
  return (value < bound || (inclusive && value === bound)) === holds;
}
