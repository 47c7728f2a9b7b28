/** How an operation ends when it cannot give a value. Only this folder throws these; the dispatcher catches them. */

import type { Space } from '../values/space.ts';
import type { Reason, ReasonKey, Unknown } from '../values/value.ts';

/** The real program would raise here. Neither end is an `Error`: they are frequent, and taking a stack costs more than the operation. */
class Raised {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

/** The result cannot be told; the program may well be right. */
class Untold {
  readonly reason: Reason;
  constructor(reason: Reason) {
    this.reason = reason;
  }
}

export function raise(message: string): never {
  throw new Raised(message);
}

export function giveUp(key: ReasonKey, name?: string): never {
  throw new Untold(name === undefined ? { key } : { key, name });
}

export function unknownValue(key: ReasonKey, name?: string, space?: Space): Unknown {
  const reason: Reason = name === undefined ? { key } : { key, name };
  return space === undefined ? { kind: 'unknown', reason } : { kind: 'unknown', reason, space };
}

/** Runs `compute` and turns its early ends into unknown values. Anything else thrown is a defect of ours: unmodelled, never a crash. */
export function settle<T>(compute: () => T): T | Unknown {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Raised) return unknownValue('error', error.message);
    if (error instanceof Untold) return { kind: 'unknown', reason: error.reason };
    return unknownValue('unmodelled', error instanceof Error ? error.message : undefined);
  }
}
