/** Everything a person can change in the explorer, as plain data: it outlives a reload of the window. */
import type { Exploration } from './exploration.ts';

export interface ExplorerState {
  readonly version: 1;
  readonly mode: Mode;
  readonly logits: readonly number[];
  /** Logits that two-class mode has no place for; other modes take them back. */
  readonly spare: readonly number[];
  /** Sliders go from −range to range. It only grows, so that nothing moves under the pointer. */
  readonly range: number;
  /** T ≥ 0; 0 is the limit that hardmax is. */
  readonly temperature: number;
  /** Null keeps all. */
  readonly topK: number | null;
  /** 1 keeps all. */
  readonly topP: number;
  /** c, added to all logits. */
  readonly shift: number;
  /** The true class. */
  readonly target: number;
  /** For several labels: which are true. */
  readonly labels: readonly boolean[];
  readonly head: Head;
  /** How many features the parameter counts are for. */
  readonly features: number;
  /** Sections that are folded. */
  readonly folded: readonly string[];
  readonly origin: Origin | null;
}

export type Mode = 'softmax' | 'two-class' | 'multi-label';

/** A two-class head over a few features, in the form that is edited; the other follows from it. */
export interface Head {
  readonly form: 'softmax' | 'sigmoid';
  readonly softmax: {
    readonly weights: readonly [readonly number[], readonly number[]];
    readonly bias: readonly [number, number];
  };
  readonly sigmoid: { readonly weights: readonly number[]; readonly bias: number };
  readonly input: readonly number[];
}

/** Where the logits came from. */
export interface Origin {
  readonly title: string;
  /** `hello.py:7`, for people. */
  readonly label: string;
  readonly uri: string;
  /** Where it was asked, to ask again. */
  readonly offset: number;
  readonly library?: string;
  readonly recovered: boolean;
  readonly mode: Mode;
  readonly temperature: number;
  readonly chosen: number;
  readonly vectors: readonly Vector[];
  /** The numbers in the source are no longer those that were read. */
  readonly stale: boolean;
}

export interface Vector {
  readonly index: readonly number[];
  readonly logits: readonly number[];
  /** Some of them stand for ±∞. */
  readonly infinite?: true;
  readonly written?: Written;
}

/** Numbers in a document, as offsets. */
export interface Written {
  readonly uri: string;
  readonly start: number;
  readonly text: string;
  /** Start and end of each number in the text. */
  readonly elements: readonly (readonly [number, number])[];
}

export const maxClasses = 32;

const defaultHead: Head = {
  form: 'softmax',
  softmax: {
    weights: [
      [0.5, -1, 0.2],
      [1.5, 0.5, -0.3],
    ],
    bias: [0.1, -0.4],
  },
  sigmoid: { weights: [1, 1.5, -0.5], bias: -0.5 },
  input: [1, 0.5, 2],
};

/** Three classes, with the logits that every explanation of softmax begins with. */
export const emptyState: ExplorerState = {
  version: 1,
  mode: 'softmax',
  logits: [2, 1, 0.1],
  spare: [],
  range: 5,
  temperature: 1,
  topK: null,
  topP: 1,
  shift: 0,
  target: 0,
  labels: [true, false, false],
  head: defaultHead,
  features: 768,
  folded: ['stages', 'heads', 'precision', 'formulas'],
  origin: null,
};

/** A state for a vector of the origin; what was folded stays so. */
export function stateOf(origin: Origin, before: ExplorerState | undefined, target = 0): ExplorerState {
  const { logits } = origin.vectors[origin.chosen] ?? { logits: emptyState.logits };
  const shown = logits.slice(0, maxClasses);
  return {
    ...emptyState,
    ...(before && { folded: before.folded, head: before.head, features: before.features }),
    mode: origin.mode,
    logits: shown,
    range: rangeFor(shown),
    temperature: origin.temperature,
    target: target < shown.length ? target : 0,
    labels: shown.map((z) => z > 0),
    origin,
  };
}

export function modeOf({ activation, vectors }: Exploration): Mode {
  if (activation === 'sigmoid' || activation === 'log-sigmoid' || activation === 'binary-cross-entropy') return 'multi-label';
  const classes = vectors[0]?.logits.length ?? 0;
  if (classes === 2) return 'two-class';
  // A softmax over one class gives 1, whatever its logit is.
  return classes === 1 && activation === undefined ? 'multi-label' : 'softmax';
}

const widest = 100_000;
const ranges = [5, 10, 20, 50, 100, 200, 500, 1000, 5000, widest];

/** What lies far out, as masks do, stays at the end of its slider: the others would not be told apart. */
export function rangeFor(logits: readonly number[]): number {
  const largest = Math.max(0, ...logits.map(Math.abs).filter((size) => size <= widest));
  return ranges.find((range) => range >= largest) ?? widest;
}

/** A stored state, if it is one: an older version of the extension may have written it. */
export function readState(stored: unknown): ExplorerState | undefined {
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || stored.version !== 1) return undefined;
  return Object.keys(emptyState).every((key) => key in stored) ? (stored as ExplorerState) : undefined;
}
