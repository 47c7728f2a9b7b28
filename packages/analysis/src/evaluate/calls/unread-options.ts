/**
 * Options that rows know by name and operations do not read (roles that begin with `_`). Most are about memory or devices; some
 * change what comes out: given otherwise than by default, the numbers are not known.
 */
import { type FunctionRow, type Literal, parseSignature } from '@softlens/frameworks';
import { fromLiteral } from '../../values/make.ts';
import type { Unknown, Value } from '../../values/value.ts';
import { withoutElements } from '../../values/without-elements.ts';
import { sameValue } from '../expressions/equality.ts';
import type { Run } from '../run/run.ts';

type Signature = FunctionRow['signature'];

/** They change more than the numbers. */
const reshaping = new Set('retstep prepend append return_indices axis dim index period keepdims return_sign sparse'.split(' '));
const changing = new Set([
  ...reshaping,
  ...'aweights fweights initial where count_include_pad divisor_override align_corners antialias'.split(' '),
  ...'axisa axisb axisc clip method interpolation exact endpoint ddof rcond tol enable_gqa max_norm'.split(' '),
  ...'sorter loc offset axis1 axis2 bias pos_label wrap multioutput repetition UPLO'.split(' '),
]);

interface Option {
  readonly name: string;
  readonly role: string;
  readonly usual: Value | undefined;
}

const known = new Map<Signature, readonly Option[]>();

function optionsOf(signature: Signature): readonly Option[] {
  const before = known.get(signature);
  if (before) return before;
  const options = parseSignature(signature).flatMap(({ name, role, default: usual }) =>
    role.startsWith('_') && changing.has(name) && !isRead(name, usual)
      ? [{ name, role, usual: usual === undefined ? undefined : fromLiteral(usual) }]
      : [],
  );
  known.set(signature, options);
  return options;
}

/** Layers have a bias by default, and their operations look for it. */
const isRead = (name: string, usual: Literal | undefined): boolean => name === 'bias' && usual === true;

const told: ReadonlySet<Value['kind']> = new Set(['array', 'tuple', 'float', 'int', 'bool']);

/** The result as far as it does not depend on an option that is given and not read. */
export function withUnreadOptions(
  run: Run,
  signatures: readonly Signature[],
  args: ReadonlyMap<string, Value>,
  isGiven: (role: string) => boolean,
  result: Value,
): Value {
  if (!told.has(result.kind)) return result;
  for (const signature of signatures)
    for (const { name, role, usual } of optionsOf(signature)) {
      const value = args.get(role);
      if (!value || value.kind === 'none' || (usual ? sameValue(value, usual) : !isGiven(role))) continue;
      return reshaping.has(name) || result.kind !== 'array' ? unread(run, name, result) : withoutData(name, result);
    }
  return result;
}

function unread(run: Run, name: string, result: Value): Value {
  const value: Unknown = { kind: 'unknown', reason: unknownReason(name) };
  run.unknowns++;
  const space = result.kind === 'array' ? result.space : undefined;
  return space ? { ...value, space } : value;
}

const unknownReason = (name: string): Unknown['reason'] => ({ key: 'unmodelled', name });

function withoutData(name: string, result: Extract<Value, { kind: 'array' }>): Value {
  if (!result.data && !result.texts) return result;
  const { tape: _tape, ...rest } = withoutElements(result);
  return { ...rest, reason: unknownReason(name) };
}
