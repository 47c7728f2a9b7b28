/**
 * Everything that is known of one fact, as data: hovers, lenses, hints and the command line only choose words and layout.
 */
import type { CallFact, Certainty, Fact, FileAnalysis } from '../api.ts';
import type { Shape } from '../values/dim.ts';
import type { Place, Space } from '../values/space.ts';
import type { Draw, Reason, Value } from '../values/value.ts';
import { type Distribution, describeDistribution } from './distribution.ts';
import { type Numeric, numericOf, positiveAxis, slicesAlong } from './numeric.ts';
import { producerOf, sameShape } from './producer.ts';
import { formatValue } from './value.ts';

/** What is explained in detail; anything else is only a value. */
export type Activation = 'softmax' | 'softmin' | 'log-softmax' | 'sigmoid' | 'log-sigmoid';

export interface Explanation {
  /** The name read or bound, or the last part of the called function's name. */
  readonly title: string;
  readonly value: Value;
  /** True for the result of an expression, against the value of a name or attribute. */
  readonly called: boolean;
  /** True where the value got its meaning in this very expression. */
  readonly madeHere: boolean;
  /** For a parameter: the call that passes it. */
  readonly passedAt?: Place;
  /** The value in one line, where it is known. */
  readonly text?: string;
  readonly numeric?: Numeric;
  readonly library?: string;
  readonly dtype?: string;
  readonly shape?: Shape;
  readonly space?: Space;
  readonly certainty: Certainty;
  /** The generator of the random numbers that it rests on. */
  readonly drawn?: Draw;
  readonly reason?: Reason;
  readonly call?: CallFact;
  /** The activation that made the value, here or where it was bound. */
  readonly activation?: Activation;
  /** The numbers that went into the activation, in the shape of the result. */
  readonly scores?: Numeric;
  /** The axis of normalisation, ≥ 0, where it is known. */
  readonly axis?: number;
  /** One per vector along the axis, up to `maxDistributions`; absent where the family is not categorical. */
  readonly distributions?: readonly Distribution[];
  /** How many vectors there are in all. */
  readonly distributionCount?: number;
}

const maxDistributions = 64;

/** Facts are immutable, and hints, lenses and hovers ask about the same ones. One may outlive the others that explain it. */
const explained = new WeakMap<object, WeakMap<Fact, Explanation>>();

/** `source` is the document's text, from which an expression without a name gets its title. */
export function explain(fact: Fact, analysis: Pick<FileAnalysis, 'facts' | 'factsIn' | 'path'>, source = ''): Explanation {
  const ofAnalysis = explained.get(analysis) ?? new WeakMap<Fact, Explanation>();
  explained.set(analysis, ofAnalysis);
  const known = ofAnalysis.get(fact) ?? explainAnew(fact, analysis, source);
  ofAnalysis.set(fact, known);
  return known;
}

function explainAnew(fact: Fact, analysis: Pick<FileAnalysis, 'facts' | 'factsIn' | 'path'>, source: string): Explanation {
  const value = onlyValue(fact.value);
  const producer = producerOf(fact, analysis);
  const numeric = numericOf(value);
  const text = formatValue(value);
  const space = spaceOf(value);
  const reason = fact.reason ?? reasonOf(value);
  const activation = (producer && activationOf(producer)) ?? formulas[space?.origin.at(-1)?.what ?? ''];
  const passedAt = fact.kind === 'parameter' && value.kind !== 'alternatives' ? fact.via?.at(-1) : undefined;
  const base = {
    title: titleOf(fact, source),
    value,
    called: fact.kind === 'expression' && fact.name === undefined && !/^[\w.]+$/.test(source.slice(fact.start, fact.end)),
    madeHere: isMadeHere(fact, analysis.path, space),
    ...(passedAt && { passedAt }),
    certainty: fact.certainty,
    ...(fact.drawn && { drawn: fact.drawn }),
    ...(text !== undefined && { text }),
    ...(numeric && { numeric }),
    ...(fact.call && { library: fact.call.library }),
    ...typeOf(value, numeric),
    ...(space && { space }),
    ...(reason && { reason }),
    ...(fact.call && { call: fact.call }),
    ...(activation && { activation }),
  };
  return { ...base, ...distributionsOf(numeric, space, activation, producer && inputOf(producer)) };
}

function isMadeHere({ kind, start, end }: Fact, path: string, space: Space | undefined): boolean {
  const made = space?.origin.at(-1)?.place;
  return kind === 'expression' && made !== undefined && made.path === path && made.start >= start && made.end <= end;
}

/** Alternatives that agree on everything but the condition are shown by their first; others stay as they are. */
function onlyValue(value: Value): Value {
  if (value.kind !== 'alternatives') return value;
  const texts = new Set(value.of.map((a) => formatValue(a.value) ?? a.value.kind));
  const first = value.of[0]?.value;
  return texts.size === 1 && first && numericOf(first) ? first : value;
}

export function spaceOf(value: Value): Space | undefined {
  return 'space' in value ? value.space : undefined;
}

function reasonOf(value: Value): Reason | undefined {
  return 'reason' in value ? value.reason : undefined;
}

const maxTitle = 40;

/** The called function, the name, or else the expression as it is written. */
function titleOf(fact: Fact, source: string): string {
  if (fact.call && fact.kind === 'expression') return shortName(fact.call.row.name);
  if (fact.name !== undefined) return fact.name;
  const written = source.slice(fact.start, fact.end);
  if (written.length <= maxTitle && !written.includes('\n')) return written;
  return /^([\w.]+)\(/.exec(written)?.[1] ?? '';
}

/** `softmax` of `torch.nn.functional.softmax`. */
export function shortName(qualified: string): string {
  return qualified.slice(qualified.lastIndexOf('.') + 1);
}

function typeOf(value: Value, numeric: Numeric | undefined): { library?: string; dtype?: string; shape?: Shape } {
  if (value.kind !== 'array') return numeric && numeric.shape.length > 0 ? { shape: numeric.shape } : {};
  const shape = value.shape ?? numeric?.shape;
  return { library: value.library, ...(value.dtype && { dtype: value.dtype }), ...(shape && { shape }) };
}

const activations: Readonly<Record<string, Activation>> = {
  softmax: 'softmax',
  softmin: 'softmin',
  logsoftmax: 'log-softmax',
  sigmoid: 'sigmoid',
  expit: 'sigmoid',
  logistic: 'sigmoid',
  logsigmoid: 'log-sigmoid',
};

/** Activations written out by hand, by what the origin calls them. */
const formulas: Readonly<Record<string, Activation>> = {
  'exp(x) / sum(exp(x))': 'softmax',
  '1 / (1 + exp(-x))': 'sigmoid',
  'x - logsumexp(x)': 'log-softmax',
};

function activationOf(fact: Fact): Activation | undefined {
  const name = fact.call?.op ?? shortName(fact.call?.row.name ?? '');
  return activations[name.toLowerCase().replace(/[^a-z]/g, '')];
}

/** What is normalised: the input, divided by the temperature where there is one. */
function inputOf({ call }: Fact): Numeric | undefined {
  const input = call?.args.get('x');
  const numeric = input && numericOf(input);
  const temperature = call?.args.get('temperature');
  const [t = 1] = temperature ? Array.from(numericOf(temperature)?.data ?? []) : [];
  return numeric && t !== 1 && t !== 0 ? { ...numeric, kind: 'float', data: Array.from(numeric.data, (z) => z / t) } : numeric;
}

type Normalised = Pick<Explanation, 'axis' | 'distributions' | 'distributionCount' | 'scores'>;

function distributionsOf(
  numeric: Numeric | undefined,
  space: Space | undefined,
  activation: Activation | undefined,
  input: Numeric | undefined,
): Normalised {
  if (!numeric || !space) return {};
  const scores = input && sameShape(input, numeric) ? { scores: input } : {};
  const probabilities = probabilitiesOf(numeric, space);
  const axis =
    numeric.shape.length === 0
      ? undefined
      : positiveAxis(space.axis ?? (numeric.shape.length === 1 ? 0 : undefined), numeric.shape.length);
  if (!probabilities || space.family !== 'categorical' || axis === undefined) return scores;
  const inputs = scores.scores && activation !== undefined ? slicesAlong(scores.scores, axis, maxDistributions) : [];
  const slices = slicesAlong(probabilities, axis, maxDistributions);
  const distributions = slices.map(({ index, values }, i) => {
    const given = inputs[i]?.values;
    return describeDistribution(values, {
      index,
      ...(numeric.dtype !== undefined && { dtype: numeric.dtype }),
      ...(given && { scores: activation === 'softmin' ? given.map((z) => -z) : given }),
    });
  });
  return { ...scores, axis, distributions, distributionCount: numeric.data.length / (numeric.shape[axis] || 1) };
}

function probabilitiesOf(numeric: Numeric, space: Space): Numeric | undefined {
  if (space.name === 'probabilities') return numeric;
  if (space.name !== 'log-probabilities') return undefined;
  return { ...numeric, data: Array.from(numeric.data, Math.exp) };
}
