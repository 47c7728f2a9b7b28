/** A layer, loss or distribution as an object: what calling it takes and gives. */
import { type Accepts, type FunctionRow, type Gives, parseSignature } from '@softlens/frameworks';
import { type DisplayLanguage, text } from '../../messages/index.ts';
import { fromLiteral } from '../../values/make.ts';
import type { LibraryObject, Value } from '../../values/value.ts';
import type { Explanation } from '../explanation.ts';
import { formatValue } from '../value.ts';
import { type Block, line } from './block.ts';

export function libraryObjectOf(value: Value): LibraryObject | undefined {
  return value.kind === 'reference' && value.state?.kind === 'libraryObject' ? value.state : undefined;
}

/** `torch.nn.Linear(in_features=128, out_features=10)`: with the arguments that are known and not the usual ones. */
export function objectText({ row, args }: LibraryObject): string {
  const given = parseSignature(row.signature).flatMap(({ name, role, kind, default: usual }) => {
    const value = args.get(role);
    if (kind === 'restDict') return further(value);
    const shown = value && formatValue(value);
    const isUsual = usual !== undefined && shown === formatValue(fromLiteral(usual));
    return shown === undefined || isUsual || value?.kind === 'none' ? [] : [`${name}=${shown}`];
  });
  const written = `${row.name}(${given.join(', ')})`;
  return given.length === 0 || written.length > maxLength ? row.name : written;
}

const maxLength = 90;

/** Options that the row does not name, as they were given. */
function further(value: Value | undefined): readonly string[] {
  const state = value?.kind === 'reference' ? value.state : undefined;
  if (state?.kind !== 'dict') return [];
  return [...state.entries.values()].flatMap(({ key, value: one }) => {
    const shown = formatValue(one);
    return key.kind !== 'text' || shown === undefined || one.kind === 'none' ? [] : [`${key.value}=${shown}`];
  });
}

export function object({ value }: Explanation, language: DisplayLanguage): Block[] {
  const call: Pick<FunctionRow, 'accepts' | 'gives'> | undefined = libraryObjectOf(value)?.row.call;
  if (!call) return [];
  const takes = [...rolesOf(call.accepts ?? [])].map(
    ([role, spaces]) => `\`${role}\`: ${spaces.map((space) => spaceWords(space, language)).join(text('list.or', language))}`,
  );
  const gives = (call.gives ?? []).find(({ space }) => space !== 'same');
  return [
    ...line(takes.length === 0 ? '' : text('object.takes', language, { what: takes.join(', ') })),
    ...line(
      gives === undefined || gives.space === 'same'
        ? ''
        : text('object.gives', language, { what: spaceWords(gives.space, language) }),
    ),
  ];
}

type SpaceName = Exclude<Gives['space'], 'same'>;

/** Rows that differ only in their conditions are alternatives for one role. */
function rolesOf(accepts: readonly Accepts[]): ReadonlyMap<string, readonly SpaceName[]> {
  const roles = new Map<string, readonly SpaceName[]>();
  for (const { role, space } of accepts) {
    const spaces = typeof space === 'string' ? [space] : space;
    roles.set(role, [...new Set([...(roles.get(role) ?? []), ...spaces])]);
  }
  return roles;
}

function spaceWords(space: SpaceName, language: DisplayLanguage): string {
  return text(`space.${space}`, language);
}
