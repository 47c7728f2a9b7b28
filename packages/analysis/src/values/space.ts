import type { Family, SpaceName } from '@softlens/frameworks';
import type { Dim } from './dim.ts';

/** A place in a document of the workspace. `path` is the project's name for the document. */
export interface Place {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** One link of the chain that gave a value its space: `what` is a row's name or a phrase key of the messages. */
export interface OriginStep {
  readonly place: Place;
  readonly what: string;
}

/** What a value means. Absent on a value means `unknown`: nothing is claimed. */
export interface Space {
  readonly name: SpaceName;
  readonly family?: Family;
  /** The axis along which a categorical family sums to one: ≥ 0 when the rank is known, else counted from the end (< 0) if known. */
  readonly axis?: number;
  /** How many classes along that axis, when known. */
  readonly classes?: Dim;
  /** A clamp or an epsilon keeps probabilities off 0 or 1: the logarithm was thought of. */
  readonly guarded?: boolean;
  /** The chain of places that gave the value this space, producer first, newest last. */
  readonly origin: readonly OriginStep[];
}
