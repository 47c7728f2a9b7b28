/** How operations carry the meaning of values along: DESIGN.md section 1. */
import type { SpaceName } from '@softlens/frameworks';
import type { Dim, Shape } from '../values/dim.ts';
import type { OriginStep, Place, Space } from '../values/space.ts';

/** Says where an axis of the input went: its new position, or undefined when it is gone. */
export type AxisMap = (axis: number) => number | undefined;

export function withStep(space: Space, place: Place, what: string): Space {
  return { ...space, origin: originAt(place, what, space) };
}

/**
 * The chain of a value with its newest link. In a loop a value comes by the same places over and over: behind the producer each is
 * told once, or the chain would grow with every turn.
 */
export function originAt(place: Place, what: string, from?: Space): Space['origin'] {
  const isHere = (step: OriginStep): boolean =>
    step.place.start === place.start && step.place.end === place.end && step.place.path === place.path && step.what === what;
  const before = from?.origin ?? [];
  return [...before.filter((step, i) => i === 0 || !isHere(step)), { place, what }];
}

interface SpaceParts {
  readonly family?: Space['family'] | undefined;
  readonly axis?: number | undefined;
  readonly classes?: Dim | undefined;
  readonly guarded?: boolean | undefined;
  readonly origin: Space['origin'];
}

export function makeSpace(name: SpaceName, { family, axis, classes, guarded, origin }: SpaceParts): Space {
  return {
    name,
    ...(family === undefined ? {} : { family }),
    ...(axis === undefined ? {} : { axis }),
    ...(classes === undefined ? {} : { classes }),
    ...(guarded ? { guarded } : {}),
    origin,
  };
}

/** The class axis counted from the start, when the rank tells it. */
export function axisIn(space: Space, rank: number | undefined): number | undefined {
  if (space.axis === undefined || space.axis >= 0 || rank === undefined) return space.axis;
  const axis = space.axis + rank;
  return axis >= 0 ? axis : undefined;
}

/** The space after a shape operation. When the class axis is gone each element stands alone: Bernoulli-like. */
export function remapSpace(space: Space | undefined, before: Shape | undefined, map: AxisMap): Space | undefined {
  if (!space || space.axis === undefined) return space;
  const axis = axisIn(space, before?.length);
  if (axis === undefined || axis < 0) return loseAxis(space, false);
  const to = map(axis);
  return to === undefined ? loseAxis(space, true) : { ...space, axis: to };
}

/** The same space without its class axis: `gone` when single elements are left, else the axis is merely unknown. */
export function loseAxis(space: Space, gone: boolean): Space {
  const family = gone && (space.name === 'probabilities' || space.name === 'log-probabilities') ? 'bernoulli' : space.family;
  return makeSpace(space.name, {
    family: gone && space.name === 'logits' ? undefined : family,
    classes: gone ? undefined : space.classes,
    guarded: space.guarded,
    origin: space.origin,
  });
}

/** For operations that keep every axis where it is; a broadcast may add axes in front. */
export function keepSpace(space: Space | undefined, before: Shape | undefined, after: Shape | undefined): Space | undefined {
  if (!space || space.axis === undefined || space.axis < 0 || !before || !after) return space;
  return { ...space, axis: space.axis + after.length - before.length };
}

/** log and exp move between spaces; anything else of them is unknown. */
export function logOf(space: Space | undefined, place: Place): Space | undefined {
  if (space?.name !== 'probabilities') return undefined;
  return withStep({ ...space, name: 'log-probabilities' }, place, 'log');
}

export function expOf(space: Space | undefined, place: Place): Space | undefined {
  if (space?.name !== 'log-probabilities') return undefined;
  return withStep({ ...space, name: 'probabilities' }, place, 'exp');
}

/** `clip(p, eps, 1 - eps)`, `p + eps`: still probabilities, whose logarithm is finite. */
export function guardedSpace(space: Space | undefined): Space | undefined {
  return space?.name === 'probabilities' ? { ...space, guarded: true } : space;
}

/** `1 - p`: each element is the probability of not being so. */
export function complementOf(space: Space | undefined, place: Place): Space | undefined {
  if (space?.name !== 'probabilities') return undefined;
  return withStep(
    makeSpace('probabilities', { family: 'bernoulli', guarded: space.guarded, origin: space.origin }),
    place,
    '1 - p',
  );
}

/** Mean, maximum and the like along `axes` (absent: all): probabilities stay such, Bernoulli when the classes are reduced away. */
export function reducedSpace(
  space: Space | undefined,
  before: Shape | undefined,
  axes: readonly number[] | undefined,
  keepdims: boolean,
): Space | undefined {
  if (space?.name !== 'probabilities' && space?.name !== 'log-probabilities' && space?.name !== 'logits') return undefined;
  if (!axes) return loseAxis(space, true);
  return remapSpace(space, before, (axis) => {
    if (axes.includes(axis)) return undefined;
    return keepdims ? axis : axis - axes.filter((other) => other < axis).length;
  });
}

/** The one space several joined values agree on; their origins are those of the first. */
export function commonSpace(spaces: readonly (Space | undefined)[]): Space | undefined {
  const [first, ...rest] = spaces;
  if (!first) return undefined;
  const agrees = rest.every((space) => space?.name === first.name && space.family === first.family && space.axis === first.axis);
  return agrees ? first : undefined;
}
