import type { CallEvent } from '../evaluate/run/listener.ts';
import type { Value } from '../values/value.ts';
import { message, type Rule } from './engine/rule.ts';

/** `numpy.random.choice` compares the sum with 1 within the square root of the epsilon of float64, or of the array's own dtype. */
const numpyTolerance = (value: Value | undefined): number =>
  Math.sqrt(value?.kind === 'array' && value.dtype ? (epsilons[value.dtype] ?? 2 ** -52) : 2 ** -52);
const epsilons: Readonly<Record<string, number>> = { float16: 2 ** -10, float32: 2 ** -23 };
/** Distributions divide by the sum: what lies further from 1 than this is meant as weights, what lies nearer is rounding. */
const [rounding, slip] = [1e-3, 0.25];

/** Literal probabilities that do not sum to 1: NumPy raises, the distributions divide by the sum without a word. */
export const rule: Rule = {
  id: 'probabilities-not-summing-to-one',
  severity: 'error',
  onCall(event, context) {
    const numpy = event.row.op === 'choice' && event.row.name.startsWith('numpy.');
    const role = numpy ? 'weights' : isCategorical(event) ? 'probs' : undefined;
    const given = role && event.ranges.has(role) ? numbersOf(event.args.get(role)) : undefined;
    if (!role || !given || given.length < 2) return;
    const sum = given.reduce((a, b) => a + b, 0);
    const gap = Math.abs(sum - 1);
    const isWrong = numpy
      ? gap > numpyTolerance(event.args.get(role))
      : gap > rounding && gap < slip && given.every((p) => p >= 0 && p < 1);
    if (!isWrong) return;
    context.report({
      place: event.ranges.get(role) ?? event.place,
      severity: numpy ? 'error' : 'warning',
      message: message(`rule.probabilities-not-summing-to-one${numpy ? '' : '.divided'}`, { sum: Number(sum.toPrecision(6)) }),
    });
  },
};

const isCategorical = ({ kind, row }: CallEvent): boolean => kind === 'construct' && /\.(?:OneHot)?Categorical$/.test(row.name);

/** One distribution whose numbers are all written. */
function numbersOf(value: Value | undefined): readonly number[] | undefined {
  if (value?.kind === 'array') return value.data?.shape.length === 1 ? Array.from(value.data.data) : undefined;
  if (value?.kind !== 'tuple') return undefined;
  const numbers = value.items.flatMap((item) => (item.kind === 'float' || item.kind === 'int' ? [Number(item.value)] : []));
  return numbers.length === value.items.length ? numbers : undefined;
}
