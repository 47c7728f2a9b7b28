/** What each control does to the state. */
import { type ExplorerState, emptyState, type Head, type Mode, maxClasses, rangeFor } from './state.ts';

export function setLogit(state: ExplorerState, index: number, value: number): ExplorerState {
  if (!Number.isFinite(value)) return state;
  return withLogits(state, state.logits.with(index, value));
}

export function addClass(state: ExplorerState): ExplorerState {
  if (state.logits.length >= maxClasses) return state;
  return { ...withLogits(state, [...state.logits, 0]), labels: [...state.labels, false] };
}

export function removeClass(state: ExplorerState, index: number): ExplorerState {
  if (state.logits.length <= fewest(state.mode)) return state;
  const target = state.target > index ? state.target - 1 : state.target === index ? 0 : state.target;
  return { ...withLogits(state, state.logits.toSpliced(index, 1)), labels: state.labels.toSpliced(index, 1), target };
}

export function fewest(mode: Mode): number {
  return mode === 'multi-label' ? 1 : 2;
}

/** Two classes keep the first two logits and lay the others aside; a single logit x is the class 1 of [0, x]. */
export function setMode(state: ExplorerState, mode: Mode): ExplorerState {
  if (mode === state.mode) return state;
  const all = [...state.logits, ...state.spare];
  const enough = all.length >= fewest(mode) ? all : [0, ...all];
  const logits = mode === 'two-class' ? enough.slice(0, 2) : enough;
  const next = { ...state, mode, spare: mode === 'two-class' ? enough.slice(2) : [] };
  return { ...withLogits(next, logits), target: state.target < logits.length ? state.target : 0 };
}

export function setTopK(state: ExplorerState, k: number): ExplorerState {
  return { ...state, topK: k >= state.logits.length ? null : Math.max(1, Math.round(k)) };
}

export function setLabel(state: ExplorerState, index: number, on: boolean): ExplorerState {
  return { ...state, labels: state.logits.map((_, i) => (i === index ? on : (state.labels[i] ?? false))) };
}

export function fold(state: ExplorerState, section: string, folded: boolean): ExplorerState {
  const others = state.folded.filter((one) => one !== section);
  return { ...state, folded: folded ? [...others, section] : others };
}

/** What is written back: with the classes that are not shown, or nothing where their places are no longer known. */
export function toWrite({ logits, origin }: ExplorerState): readonly number[] | undefined {
  const read = origin?.vectors[origin.chosen];
  if (!read?.written) return undefined;
  const rest = read.logits.slice(maxClasses);
  return rest.length === 0 || logits.length === maxClasses ? [...logits, ...rest] : undefined;
}

/** Back to what was read from the source, or to the beginning. */
export function reset(state: ExplorerState): ExplorerState {
  const { origin } = state;
  const start = { ...emptyState, folded: state.folded, origin };
  if (!origin) return start;
  const logits = origin.vectors[origin.chosen]?.logits ?? [];
  return { ...start, mode: origin.mode, temperature: origin.temperature, ...fresh(logits.slice(0, maxClasses)) };
}

export function chooseVector(state: ExplorerState, chosen: number): ExplorerState {
  return state.origin ? reset({ ...state, origin: { ...state.origin, chosen } }) : state;
}

export interface Preset {
  readonly name: 'classic' | 'equal' | 'confident' | 'binary' | 'labels' | 'tokens' | 'overflow';
  readonly state: Pick<ExplorerState, 'mode' | 'logits'> & Partial<ExplorerState>;
}

export const presets: readonly Preset[] = [
  { name: 'classic', state: { mode: 'softmax', logits: [2, 1, 0.1] } },
  { name: 'equal', state: { mode: 'softmax', logits: [1, 1, 1, 1] } },
  { name: 'confident', state: { mode: 'softmax', logits: [9, 2, 1, -3] } },
  { name: 'binary', state: { mode: 'two-class', logits: [0, 1.2], target: 1 } },
  { name: 'labels', state: { mode: 'multi-label', logits: [1.5, -0.3, 0.8, -2.2], labels: [true, false, true, false] } },
  {
    name: 'tokens',
    state: {
      mode: 'softmax',
      logits: [4.2, 3.9, 3.1, 2.4, 2.2, 1.5, 0.9, 0.3, -0.6, -1.4],
      temperature: 0.8,
      topK: 6,
      topP: 0.9,
    },
  },
  { name: 'overflow', state: { mode: 'softmax', logits: [1000, 1001, 1002] } },
];

export function applyPreset(state: ExplorerState, { state: preset }: Preset): ExplorerState {
  const folded = preset.logits.some((z) => z > 80) ? state.folded.filter((one) => one !== 'precision') : state.folded;
  return {
    ...emptyState,
    head: state.head,
    features: state.features,
    folded,
    origin: state.origin,
    ...fresh(preset.logits),
    ...preset,
  };
}

export function editHead(state: ExplorerState, change: Partial<Head>): ExplorerState {
  return { ...state, head: { ...state.head, ...change } };
}

function fresh(logits: readonly number[]): Pick<ExplorerState, 'logits' | 'range' | 'labels'> {
  return { logits, range: rangeFor(logits), labels: logits.map((z) => z > 0) };
}

function withLogits(state: ExplorerState, logits: readonly number[]): ExplorerState {
  const topK = state.topK !== null && state.topK < logits.length ? state.topK : null;
  return { ...state, logits, topK, range: Math.max(state.range, rangeFor(logits)) };
}
