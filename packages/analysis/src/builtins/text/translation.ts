/** `str.maketrans` and `translate`: https://docs.python.org/3/library/stdtypes.html#str.translate */
import { newDict, stateOf } from '../../evaluate/objects/objects.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { int, none, text } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall } from '../registry.ts';

const codeOf = (char: string): number => char.codePointAt(0) ?? 0;

/** A dict from the numbers of characters to what they become; none for those that are dropped. */
export function maketrans(run: Run, { args: [from, to, dropped] }: BuiltinCall): Value {
  if (from?.kind === 'reference' && !to) {
    const state = stateOf(run, from);
    if (state?.kind !== 'dict' || state.open) return unknown(run, 'unmodelled', 'maketrans');
    const entries = [...state.entries.values()].map(
      ({ key, value }) => [key.kind === 'text' ? int(codeOf(key.value)) : key, value] as const,
    );
    return newDict(run, entries);
  }
  if (from?.kind !== 'text' || to?.kind !== 'text' || (dropped && dropped.kind !== 'text'))
    return unknown(run, 'unmodelled', 'maketrans');
  const [before, after] = [[...from.value], [...to.value]];
  if (before.length !== after.length) return unknown(run, 'error', 'ValueError');
  const entries: (readonly [Value, Value])[] = before.map((char, i) => [int(codeOf(char)), int(codeOf(after[i] ?? ''))]);
  const gone = dropped ? [...dropped.value].map((char): readonly [Value, Value] => [int(codeOf(char)), none]) : [];
  return newDict(run, [...entries, ...gone]);
}

export function translated(run: Run, { self, args: [table] }: BuiltinCall): Value {
  const state = table?.kind === 'reference' ? stateOf(run, table) : undefined;
  if (self?.kind !== 'text' || state?.kind !== 'dict' || state.open) return unknown(run, 'unmodelled', 'translate');
  const changes = new Map<number, string | undefined>();
  for (const { key, value } of state.entries.values()) {
    if (key.kind !== 'int') continue;
    if (value.kind !== 'none' && value.kind !== 'text' && value.kind !== 'int') return unknown(run, 'unmodelled', 'translate');
    const shown = value.kind === 'text' ? value.value : value.kind === 'int' ? String.fromCodePoint(Number(value.value)) : '';
    changes.set(Number(key.value), shown);
  }
  const result = [...self.value].map((char) => changes.get(codeOf(char)) ?? char).join('');
  return result.length > run.budget.text ? unknown(run, 'budget', 'text') : text(result);
}
