/** What the explorer opens on: the logits behind an expression, and where they are written, if they are. */
import type { Fact } from '@softlens/analysis';
import {
  type Activation,
  type Explanation,
  type Numeric,
  numericOf,
  positiveAxis,
  producerOf,
  slicesAlong,
} from '@softlens/analysis/format';
import { log, logit } from '@softlens/core';
import { targetAt } from './hover/target.ts';
import { type LiteralArray, literalArrayIn } from './literals.ts';
import type { Snapshot, TextRange } from './snapshot.ts';

export interface Exploration {
  /** How the expression is called: `softmax`, or the name that holds the value. */
  readonly title: string;
  /** What becomes of the logits. Absent for plain numbers. */
  readonly activation?: ExploredActivation;
  /** The logits are not in the code but follow from its probabilities, up to a constant. */
  readonly recovered?: true;
  /** `torch`, `numpy` …: in whose words they can be copied. */
  readonly library?: string;
  /** The dtype of the logits, where the library has one. */
  readonly dtype?: string;
  /** The axis of normalisation among those of the logits, ≥ 0. */
  readonly axis?: number;
  /** T of softmax(z / T), where the call is given one. */
  readonly temperature?: number;
  /** The class that a loss is given as its target, per vector. */
  readonly targets?: readonly number[];
  /** The vectors along the axis, up to `maxVectors`. */
  readonly vectors: readonly ExploredVector[];
  /** The vector that the offset points at, else the first. */
  readonly chosen: number;
}

export type ExploredActivation = Activation | 'cross-entropy' | 'binary-cross-entropy';

export interface ExploredVector {
  /** Its indices along the other axes. */
  readonly index: readonly number[];
  /** Finite: ±∞, as masks have it, is ±10⁹ here, which gives the same probabilities. */
  readonly logits: readonly number[];
  /** At least one of them was infinite. */
  readonly infinite?: true;
  /** Where they are written, if that can be written anew: the brackets (or the only number), and each number in them. */
  readonly literal?: TextRange & { readonly elements: readonly TextRange[] };
}

const maxVectors = 64;
const maxClasses = 1000;
/** So far out that softmax and sigmoid give exactly 0 or 1, whatever the temperature. */
const farOut = 1e9;

/** Null where nothing with numbers is at the offset. */
export function explore(snapshot: Snapshot, offset: number): Exploration | null {
  const target = targetAt(snapshot, offset);
  if (!target) return null;
  const { fact, explanation } = target;
  const producer = producerOf(fact, snapshot.analysis);
  const loss = producer && lossOf(producer);
  const known = loss ?? explanation.activation;
  const input = known === undefined ? undefined : producer?.call?.args.get('x');
  const recovered = input ? undefined : logitsOf(explanation);
  const activation = known ?? (recovered && explanation.space?.family !== 'categorical' ? 'sigmoid' : undefined);
  const logits = recovered ?? numericOf(input ?? fact.value);
  if (!logits || logits.kind === 'bool' || logits.data.length === 0) return null;
  const axis = axisOf(logits, producer?.call?.args.get('dim'), explanation.axis);
  const vectors = axis === undefined ? [alone(logits)] : slicesAlong(logits, axis, maxVectors);
  const gives = activation !== undefined && independent.has(activation) ? givesEach : givesOne;
  if (vectors.some(({ values }) => values.length > maxClasses || !gives(values))) return null;

  const written = recovered
    ? undefined
    : writtenAt(input && producer ? inputRange(producer, snapshot) : (fact.valueRange ?? fact), logits, snapshot, offset);
  const explored = vectors.map(({ index, values }): ExploredVector => {
    const literal = written && literalOf(written, index, axis, logits.shape.length);
    const infinite = values.some((z) => !Number.isFinite(z));
    const finite = infinite ? values.map((z) => (Number.isFinite(z) ? z : Math.sign(z) * farOut)) : values;
    return { index, logits: finite, ...(infinite ? { infinite } : literal && { literal }) };
  });
  const temperature = numberOf(producer?.call?.args.get('temperature'));
  const targets = loss && targetsOf(producer, explored.length);
  return {
    title: explanation.title,
    ...(activation && { activation }),
    ...(recovered && { recovered: true }),
    ...(logits.library !== undefined && { library: logits.library }),
    ...(logits.dtype !== undefined && { dtype: logits.dtype }),
    ...(axis !== undefined && { axis }),
    ...(temperature !== undefined && { temperature }),
    ...(targets && { targets }),
    vectors: explored,
    chosen: Math.max(
      explored.findIndex(({ literal }) => literal && literal.start <= offset && offset <= literal.end),
      0,
    ),
  };
}

const independent: ReadonlySet<ExploredActivation> = new Set(['sigmoid', 'log-sigmoid', 'binary-cross-entropy']);

/** Whether a distribution comes of these logits: of ∞ or of −∞ alone, softmax makes NaN. */
function givesOne(logits: readonly number[]): boolean {
  return logits.some(Number.isFinite) && logits.every((z) => z < Infinity);
}

/** Whether each gives a probability. */
function givesEach(logits: readonly number[]): boolean {
  return !logits.some(Number.isNaN);
}

/** Probabilities whose logits are out of sight: log p is one choice of them, for single probabilities the log-odds are. */
function logitsOf({ space, numeric }: Explanation): Numeric | undefined {
  if (!space || !numeric) return undefined;
  if (space.name === 'log-probabilities') return space.family === 'categorical' ? numeric : undefined;
  if (space.name !== 'probabilities') return undefined;
  return { ...numeric, data: Array.from(numeric.data, space.family === 'categorical' ? log : logit) };
}

/** A loss that takes logits is explored by what it makes of them. */
function lossOf({ call }: Fact): ExploredActivation | undefined {
  const name = (call?.op ?? '').toLowerCase();
  if (!call?.args.has('target') || !name.includes('crossentropy')) return undefined;
  return /sigmoid|binary/.test(name) ? 'binary-cross-entropy' : 'cross-entropy';
}

function targetsOf(producer: Fact | undefined, count: number): number[] | undefined {
  const target = producer?.call?.args.get('target');
  const numeric = target && numericOf(target);
  return numeric?.kind === 'int' && numeric.data.length === count ? Array.from(numeric.data) : undefined;
}

/** The axis that the call normalises along; of plain numbers the last. */
function axisOf(logits: Numeric, given: Parameters<typeof numberOf>[0], known: number | undefined): number | undefined {
  const rank = logits.shape.length;
  return rank === 0 ? undefined : positiveAxis(known ?? numberOf(given) ?? -1, rank);
}

function numberOf(value: Fact['value'] | undefined): number | undefined {
  const numeric = value && numericOf(value);
  return numeric?.data.length === 1 ? numeric.data[0] : undefined;
}

function alone(logits: Numeric): { index: number[]; values: number[] } {
  return { index: [], values: Array.from(logits.data) };
}

/** The argument as written; of a method, what stands before the point. */
function inputRange(producer: Fact, snapshot: Snapshot): TextRange {
  const range = producer.call?.ranges.get('x');
  if (range) return range;
  const { facts } = snapshot.analysis;
  return facts.find((fact) => fact.start === producer.start && fact.end < producer.end && numericOf(fact.value)) ?? producer;
}

/** The literal with exactly these numbers: in the expression itself, or where the name that stands there was bound. */
function writtenAt(range: TextRange, logits: Numeric, snapshot: Snapshot, offset: number): LiteralArray | undefined {
  const here = literalArrayIn(snapshot.document.module, range, logits);
  if (here) return here;
  const name = snapshot.document.text.slice(range.start, range.end);
  const binding = snapshot.analysis.facts.findLast(
    (fact) => fact.kind === 'binding' && fact.name === name && fact.start <= Math.max(range.start, offset) && fact.valueRange,
  );
  return binding?.valueRange && literalArrayIn(snapshot.document.module, binding.valueRange, logits);
}

/** The brackets around one vector: only along the last axis do its numbers stand side by side. */
function literalOf(
  written: LiteralArray,
  index: readonly number[],
  axis: number | undefined,
  rank: number,
): ExploredVector['literal'] {
  if (axis !== undefined && axis !== rank - 1) return undefined;
  const found = index.reduce<LiteralArray | undefined>((at, i) => at?.items?.[i], written);
  if (!found) return undefined;
  const { start, end, items } = found;
  const elements = (items ?? [found]).map((item) => ({ start: item.start, end: item.end }));
  return { start, end, elements };
}
