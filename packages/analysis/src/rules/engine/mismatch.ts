/**
 * The general mechanism: an argument's space against what the parameter accepts. A `Mismatch` is a fact;
 * which rule speaks of it, and how, is decided by the rules.
 */
import type { Accepts, Family, Literal, SpaceName } from '@softlens/frameworks';
import type { CallEvent } from '../../evaluate/run/listener.ts';
import { trainingSubject } from '../../values/condition.ts';
import type { Dim } from '../../values/dim.ts';
import type { Place, Space } from '../../values/space.ts';
import type { Value } from '../../values/value.ts';

export interface Mismatch {
  readonly event: CallEvent;
  readonly accepts: Accepts;
  readonly wanted: readonly SpaceName[];
  readonly value: Value;
  readonly space: Space;
  /** Where the argument is written; the call where it is not. */
  readonly place: Place;
  /** Classes along the value's axis, when known. */
  readonly classes?: number;
}

const found = new WeakMap<CallEvent, readonly Mismatch[]>();

/** Every argument of the call whose space is known and is not one that its parameter accepts. Every rule asks the same of an event. */
export function mismatches(event: CallEvent): readonly Mismatch[] {
  if (!event.row.accepts?.length) return [];
  const known = found.get(event);
  if (known) return known;
  const result = isInferenceOnly(event) ? [] : mismatchesOf(event);
  found.set(event, result);
  return result;
}

function mismatchesOf(event: CallEvent): readonly Mismatch[] {
  return applicable(event).flatMap((accepts) => {
    const value = event.args.get(accepts.role);
    const space = value && spaceOf(value);
    if (!value || !space) return [];
    const wanted = typeof accepts.space === 'string' ? [accepts.space] : accepts.space;
    if (wanted.includes(space.name) && sameFamily(accepts.family, space.family)) return [];
    const classes = classesOf(value, space);
    return [
      {
        event,
        accepts,
        wanted,
        value,
        space,
        place: event.ranges.get(accepts.role) ?? event.place,
        ...(classes === undefined ? {} : { classes }),
      },
    ];
  });
}

/** The statements about arguments whose conditions hold for certain. */
export function applicable(event: CallEvent): readonly Accepts[] {
  return (event.row.accepts ?? []).filter(({ when }) =>
    Object.entries(when ?? {}).every(([role, literal]) => holds(event.args.get(role), literal)),
  );
}

/** True when the argument is known to be the literal. An absent one is None. */
export function holds(value: Value | undefined, literal: Literal): boolean {
  const known = literalOf(value);
  return known !== undefined && known === literal;
}

/** The plain value of a constant; undefined when it is none. */
export function literalOf(value: Value | undefined): Literal | undefined {
  if (value === undefined || value.kind === 'none') return null;
  if (value.kind === 'bool' || value.kind === 'text' || value.kind === 'float') return value.value;
  if (value.kind === 'int') return typeof value.value === 'number' ? value.value : undefined;
  return undefined;
}

export function spaceOf(value: Value): Space | undefined {
  return 'space' in value ? value.space : undefined;
}

/** With all numbers known, the reader sees what they are: rules about risks stay silent. */
export function isKnown(value: Value): boolean {
  return (value.kind === 'array' && value.data !== undefined) || value.kind === 'float' || value.kind === 'int';
}

export function classesOf(value: Value, space: Space): number | undefined {
  if (typeof space.classes === 'number') return space.classes;
  const shape = value.kind === 'array' ? value.shape : undefined;
  const size: Dim | undefined = shape && space.axis !== undefined ? shape.at(space.axis) : undefined;
  return typeof size === 'number' ? size : undefined;
}

/** A training loss sees the training alternative: what a module gives only when it is not training is no concern of it. */
function isInferenceOnly(event: CallEvent): boolean {
  return event.conditions.some((one) => one.subject === trainingSubject && one.test === 'truthy' && !one.holds);
}

export function sameFamily(wanted: Family | undefined, got: Family | undefined): boolean {
  return wanted === undefined || got === undefined || wanted === got;
}
