/** Arithmetic of counts. */
import type { BinaryOperator } from '@softlens/syntax';
import type { DictObject, Value } from '../../values/value.ts';
import { allocate, stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';

const counting: Readonly<Partial<Record<BinaryOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '&': Math.min,
  '|': Math.max,
};

/** `a - b` of Counters keeps the counts above 0: https://docs.python.org/3/library/collections.html#collections.Counter */
export function countersTogether(run: Run, operator: BinaryOperator, left: Value, right: Value): Value | undefined {
  const combine = counting[operator];
  const [a, b] = [left, right].map((value) => (value.kind === 'reference' ? stateOf(run, value) : undefined));
  if (!combine || a?.kind !== 'dict' || b?.kind !== 'dict' || a.type !== 'Counter' || b.type !== 'Counter') return undefined;
  const entries: DictObject['entries'] = new Map([...b.entries, ...a.entries]);
  const countOf = ({ entries: own }: DictObject, key: string): number | undefined => {
    const value = own.get(key)?.value;
    return value === undefined ? 0 : value.kind === 'int' ? Number(value.value) : undefined;
  };
  const combined = new Map<string, { key: Value; value: Value }>();
  for (const key of new Set([...a.entries.keys(), ...b.entries.keys()])) {
    const [own, other] = [countOf(a, key), countOf(b, key)];
    if (own === undefined || other === undefined) return undefined;
    const count = combine(own, other);
    const entry = entries.get(key);
    if (count > 0 && entry) combined.set(key, { key: entry.key, value: { kind: 'int', value: count } });
  }
  return allocate(run, {
    kind: 'dict',
    entries: combined,
    open: a.open || b.open,
    rest: { kind: 'int', value: 0 },
    type: 'Counter',
  });
}
