/** Applies a row's `gives` to the result of its operation. */
import type { AxisRule, Gives, When } from '@softlens/frameworks';
import type { Dim } from '../values/dim.ts';
import type { Space } from '../values/space.ts';
import type { Tuple, Value } from '../values/value.ts';
import { given } from './arguments.ts';
import type { OperationArguments, OperationContext } from './operation.ts';
import { makeSpace, withStep } from './spaces.ts';

export function applyGives(result: Value, args: OperationArguments, context: OperationContext): Value {
  const gives = context.row?.gives ?? [];
  if (result.kind === 'unknown' && result.reason.key === 'error') return result;
  // The first statement that holds for a part is the one that counts.
  const parts = new Set<Gives['part']>(gives.map((each) => each.part));
  let value = result;
  for (const part of parts) {
    const statement = gives.find((each) => each.part === part && holds(each.when, args));
    if (statement) value = withPart(value, statement, args, context);
  }
  return value;
}

function withPart(value: Value, statement: Gives, args: OperationArguments, context: OperationContext): Value {
  const { part } = statement;
  if (part === undefined) return withSpace(value, spaceGiven(statement, value, args, context));
  if (value.kind !== 'tuple') return value;
  const index = typeof part === 'number' ? part : (value.names?.indexOf(part) ?? -1);
  const item = value.items[index];
  if (!item) return value;
  const items = value.items.with(index, withSpace(item, spaceGiven(statement, item, args, context)));
  const result: Tuple = { ...value, items };
  return result;
}

function withSpace(value: Value, space: Space | undefined): Value {
  if (!space) return value;
  switch (value.kind) {
    case 'array':
    case 'int':
    case 'float':
    case 'tuple':
    case 'unknown':
      return { ...value, space };
    default:
      return value;
  }
}

function spaceGiven(statement: Gives, value: Value, args: OperationArguments, context: OperationContext): Space | undefined {
  const from = spaceOf(args.get(statement.from ?? 'x'));
  if (statement.space === 'same') {
    const own = spaceOf(value);
    return own ?? (from && shapeOf(value) === undefined ? from : undefined) ?? undefined;
  }
  const shape = shapeOf(value);
  const rank = shape?.length ?? inputRank(args);
  const axis = statement.axis === undefined ? undefined : resolveAxis(statement.axis, rank, args);
  const place = axis === undefined || rank === undefined ? axis : axis < 0 ? axis + rank : axis;
  const kept = spaceOf(value)?.axis;
  const at = place ?? kept;
  const classes: Dim | undefined = at !== undefined && at >= 0 ? shape?.[at] : undefined;
  const origin = from?.origin ?? [];
  return withStep(
    makeSpace(statement.space, {
      family: statement.family,
      axis: at !== undefined && rank !== undefined && at >= rank ? undefined : at,
      classes,
      origin,
    }),
    context.place,
    context.row?.name ?? statement.space,
  );
}

export function spaceOf(value: Value | undefined): Space | undefined {
  switch (value?.kind) {
    case 'array':
    case 'int':
    case 'float':
    case 'tuple':
    case 'unknown':
      return value.space;
    default:
      return undefined;
  }
}

function shapeOf(value: Value): readonly Dim[] | undefined {
  if (value.kind === 'array') return value.shape;
  if (value.kind === 'tuple') return [value.items.length];
  return undefined;
}

function inputRank(args: OperationArguments): number | undefined {
  const x = args.get('x');
  return x && shapeOf(x)?.length;
}

/** The axis a rule speaks of; undefined when it is several, or not known. */
export function resolveAxis(rule: AxisRule, rank: number | undefined, args: OperationArguments): number | undefined {
  if (typeof rule === 'number') return rule;
  if (rule === 'all') return rank === 1 ? 0 : undefined;
  if (rule === 'torch-implicit') return rank === undefined ? undefined : rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
  if (rule === 'torch-class') return rank === undefined ? undefined : rank === 1 ? 0 : 1;
  const value = given(args, rule.role);
  if (value?.kind === 'int') return Number(value.value);
  if (value?.kind === 'tuple' && value.items.length === 1 && value.items[0]?.kind === 'int') return Number(value.items[0].value);
  return undefined;
}

function holds(when: When | undefined, args: OperationArguments): boolean {
  return Object.entries(when ?? {}).every(([role, literal]) => {
    const value = args.get(role);
    if (literal === null) return value === undefined || value.kind === 'none';
    switch (value?.kind) {
      case 'bool':
      case 'text':
      case 'float':
        return value.value === literal;
      case 'int':
        return Number(value.value) === literal;
      default:
        return false;
    }
  });
}
