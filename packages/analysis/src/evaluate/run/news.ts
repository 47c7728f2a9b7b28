/** What a rule could speak of is news once: the same call of values with the same meanings finds nothing more. */
import type { Value } from '../../values/value.ts';
import { hasMeaning } from './listener.ts';
import type { Run } from './run.ts';

/** Counts a call or an operation that has a part with a meaning, or that `isConsumer` for one, and whether it was met before. */
export function noteNews(run: Run, node: object, name: string, values: readonly Value[], isConsumer = false): void {
  if (!isConsumer && !values.some(hasMeaning)) return;
  run.told++;
  const known = run.met.get(node) ?? new Set<string>();
  if (known.size === 0) run.met.set(node, known);
  else if (known.size >= maxKnown) return;
  const key = `${name} ${values.map(meaningOf).join()}`;
  if (known.has(key)) return;
  known.add(key);
  run.news++;
}

/** At one place; past it there is hardly any. */
const maxKnown = 64;

function meaningOf(value: Value): string {
  if (!hasMeaning(value)) return '';
  const form = 'form' in value && value.form ? value.form.op : '';
  if (!('space' in value) || !value.space) return form;
  const { name, family, axis, classes, origin } = value.space;
  // One class or two have rules of their own.
  const few = classes === 1 || classes === 2 ? classes : '';
  const producer = origin[0];
  return `${name}/${family}/${axis}/${few}/${form}/${producer ? `${producer.place.path}:${producer.place.start}` : ''}`;
}
