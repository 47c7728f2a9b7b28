/** From the state to what is shown. Every number comes from the library. */
import {
  activate,
  applySigmoidHead,
  applySoftmaxHead,
  argmax,
  asArray,
  binaryCrossEntropyGradient,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  crossEntropyGradient,
  entropy,
  hardmax,
  item,
  log,
  logSoftmax,
  logSumExp,
  margin,
  type NdArray,
  perplexity,
  sigmoid,
  sigmoidHeadParameters,
  softmax,
  softmaxHeadParameters,
  sum,
  topKFilter,
  topOdds,
  topPFilter,
  toSigmoidHead,
  toSoftmaxHead,
} from '@softlens/core';
import type { ExplorerState, Head } from '../state.ts';

export interface View {
  readonly classes: readonly ClassView[];
  readonly sum: number;
  readonly sumsToOne: boolean;
  readonly argmax: number;
  readonly stages: readonly Stage[];
  readonly measures: Measures;
  readonly loss: number;
  /** The largest difference that adding c makes to a probability. */
  readonly shiftEffect: number;
  readonly heads: HeadsView;
}

export interface ClassView {
  readonly logit: number;
  readonly probability: number;
  readonly hardmax: number;
  /** Which stage took it out. */
  readonly removedBy?: 'top-k' | 'top-p';
  /** The probability that training sees: filters are for sampling. */
  readonly trained: number;
  /** ∂ loss / ∂ logit: `trained` − y. */
  readonly gradient: number;
  readonly isTarget: boolean;
}

export type StageName = 'logits' | 'shift' | 'temperature' | 'top-k' | 'top-p' | 'probabilities';

export interface Stage {
  readonly name: StageName;
  readonly values: readonly number[];
}

export interface Measures {
  readonly entropy: number;
  readonly entropyBits: number;
  /** The entropy of as many equally likely classes. */
  readonly entropyLimit: number;
  readonly perplexity: number;
  /** The two most probable classes, the distance of their logits and the odds e^Δ. Absent for one class. */
  readonly top?: { readonly first: number; readonly second: number; readonly margin: number; readonly odds: number };
  readonly logSumExp: number;
}

export function view(state: ExplorerState): View {
  return state.mode === 'multi-label' ? labelsView(state) : classesView(state);
}

function classesView(state: ExplorerState): View {
  const logits = shifted(state);
  const filtered = stagesOf(state, logits);
  const probabilities = Array.from(filtered.probabilities);
  const scores = temperedScores(logits, state.temperature);
  const target = asArray(state.target);
  const gradient = crossEntropyGradient(asArray(scores), target).data;
  const hard = hardmax(logits);
  const total = item(sum(asArray(probabilities)));
  const plain = Array.from(softmax(state.logits, { temperature: state.temperature }));
  const moved = Array.from(softmax(logits, { temperature: state.temperature }));
  return {
    classes: logits.map((logit, i) => ({
      logit,
      probability: probabilities[i] ?? Number.NaN,
      hardmax: hard[i] ?? 0,
      ...(filtered.removedBy[i] && { removedBy: filtered.removedBy[i] }),
      trained: moved[i] ?? Number.NaN,
      gradient: gradient[i] ?? Number.NaN,
      isTarget: i === state.target,
    })),
    sum: total,
    sumsToOne: Math.abs(total - 1) < 1e-9,
    argmax: item(argmax(asArray(probabilities))),
    stages: filtered.stages,
    measures: measuresOf(probabilities, scores, logits),
    loss: item(crossEntropy(asArray(scores), target)),
    shiftEffect: largestDifference(plain, moved),
    heads: headsOf(state.head, state.features),
  };
}

function labelsView(state: ExplorerState): View {
  const logits = shifted(state);
  // The limit T → 0 is the step at 0, where σ stays ½.
  const scaled = logits.map((z) => (z === 0 ? 0 : z / state.temperature));
  const finite = scaled.map((z) => Math.max(-1e300, Math.min(1e300, z)));
  const probabilities = Array.from(activate(asArray(scaled), sigmoid).data);
  const truth = asArray(logits.map((_, i) => (state.labels[i] ? 1 : 0)));
  const gradient = binaryCrossEntropyGradient(asArray(finite), truth, { reduction: 'sum' }).data;
  const total = item(sum(asArray(probabilities)));
  const pairs = probabilities.map((p) => [p, 1 - p]);
  const entropies = entropy(asArray(pairs));
  const before = Array.from(activate(asArray(state.logits), sigmoid).data);
  const moved = Array.from(activate(asArray(logits), sigmoid).data);
  return {
    classes: logits.map((logit, i) => ({
      logit,
      probability: probabilities[i] ?? Number.NaN,
      hardmax: logit > 0 ? 1 : 0,
      trained: probabilities[i] ?? Number.NaN,
      gradient: gradient[i] ?? Number.NaN,
      isTarget: state.labels[i] ?? false,
    })),
    sum: total,
    sumsToOne: Math.abs(total - 1) < 1e-9,
    argmax: item(argmax(asArray(probabilities))),
    stages: [
      { name: 'logits', values: state.logits },
      ...(state.shift === 0 ? [] : [{ name: 'shift' as const, values: logits }]),
      ...(state.temperature === 1 ? [] : [{ name: 'temperature' as const, values: scaled }]),
      { name: 'probabilities', values: probabilities },
    ],
    measures: {
      entropy: item(sum(entropies)),
      entropyBits: item(sum(entropy(asArray(pairs), { unit: 'bits' }))),
      entropyLimit: logits.length * log(2),
      perplexity: Number.NaN,
      logSumExp: logSumExp(logits),
    },
    loss: item(binaryCrossEntropyWithLogits(asArray(finite), truth, { reduction: 'sum' })),
    shiftEffect: largestDifference(before, moved),
    heads: headsOf(state.head, state.features),
  };
}

export function shifted({ logits, shift }: Pick<ExplorerState, 'logits' | 'shift'>): number[] {
  return logits.map((z) => z + shift);
}

/** z / T, and in the limit T → 0 the log-probabilities, which are z / T but for a constant. */
function temperedScores(logits: readonly number[], temperature: number): number[] {
  const scaled = logits.map((z) => z / temperature);
  return scaled.every(Number.isFinite) ? scaled : Array.from(logSoftmax(logits, { temperature }));
}

interface Stages {
  readonly stages: readonly Stage[];
  readonly probabilities: ArrayLike<number>;
  readonly removedBy: readonly ('top-k' | 'top-p' | undefined)[];
}

/** The order of Hugging Face's generation: temperature, then top-k, then top-p of what is left. */
function stagesOf({ logits: given, shift, temperature, topK, topP }: ExplorerState, logits: readonly number[]): Stages {
  const stages: Stage[] = [{ name: 'logits', values: given }];
  if (shift !== 0) stages.push({ name: 'shift', values: logits });
  let scores: NdArray = asArray(temperedScores(logits, temperature));
  const removedBy: ('top-k' | 'top-p' | undefined)[] = logits.map(() => undefined);
  const remove = (filtered: NdArray, name: 'top-k' | 'top-p'): void => {
    filtered.data.forEach((z, i) => {
      if (z === -Infinity && scores.data[i] !== -Infinity) removedBy[i] = name;
    });
    scores = filtered;
    stages.push({ name, values: Array.from(filtered.data) });
  };
  if (temperature !== 1) stages.push({ name: 'temperature', values: Array.from(scores.data) });
  if (topK !== null) remove(topKFilter(scores, topK), 'top-k');
  if (topP < 1) remove(topPFilter(scores, topP), 'top-p');
  const plain = topK === null && topP >= 1;
  // Without filters in one step, which is exact.
  const probabilities = plain ? softmax(logits, { temperature }) : softmax(scores.data);
  stages.push({ name: 'probabilities', values: Array.from(probabilities) });
  return { stages, probabilities, removedBy };
}

function measuresOf(probabilities: readonly number[], scores: readonly number[], logits: readonly number[]): Measures {
  const p = asArray([...probabilities]);
  const order = probabilities.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const [first = 0, second] = order;
  const z = asArray([...scores]);
  return {
    entropy: item(entropy(p)),
    entropyBits: item(entropy(p, { unit: 'bits' })),
    entropyLimit: log(probabilities.length),
    perplexity: item(perplexity(p)),
    ...(second !== undefined && { top: { first, second, margin: item(margin(z)), odds: item(topOdds(z)) } }),
    logSumExp: logSumExp(logits),
  };
}

function largestDifference(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((x, i) => Math.abs(x - (b[i] ?? Number.NaN))));
}

export interface HeadsView {
  readonly softmax: { readonly weights: readonly (readonly number[])[]; readonly bias: readonly number[] };
  readonly sigmoid: { readonly weights: readonly number[]; readonly bias: number };
  /** The probability of class 1 for the sample input, by either. */
  readonly bySoftmax: number;
  readonly bySigmoid: number;
  readonly softmaxParameters: number;
  readonly sigmoidParameters: number;
}

/** One head as it is edited, and the other that gives the same probabilities. */
function headsOf(head: Head, features: number): HeadsView {
  const edited = { weights: head.softmax.weights.map((row) => [...row]), bias: [...head.softmax.bias] };
  const two = head.form === 'softmax' ? edited : toSoftmaxHead({ weights: [...head.sigmoid.weights], bias: head.sigmoid.bias });
  const one = head.form === 'softmax' ? toSigmoidHead(edited) : { weights: [...head.sigmoid.weights], bias: head.sigmoid.bias };
  const [w0, w1] = rowsOf(asArray(two.weights));
  const input = [...head.input];
  return {
    softmax: { weights: [w0 ?? [], w1 ?? []], bias: Array.from(asArray(two.bias).data) },
    sigmoid: { weights: Array.from(asArray(one.weights).data), bias: item(asArray(one.bias)) },
    bySoftmax: applySoftmaxHead(two, input).data[1] ?? Number.NaN,
    bySigmoid: item(applySigmoidHead(one, input)),
    softmaxParameters: softmaxHeadParameters(features),
    sigmoidParameters: sigmoidHeadParameters(features),
  };
}

function rowsOf({ data, shape: [rows = 0, columns = 0] }: NdArray): number[][] {
  return Array.from({ length: rows }, (_, r) => Array.from(data.slice(r * columns, (r + 1) * columns)));
}
