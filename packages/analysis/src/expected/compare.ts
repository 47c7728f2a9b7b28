/** Whether a value is what a comment expects, to the digits written. */
import type { Actual } from './actual.ts';
import type { Expected, ExpectedNumber } from './read.ts';

/** Whole numbers below this are themselves and no rounding: 0.66 is no `1`. */
const smallest = 10;
/** Libraries' own results vary by a few units in the last place between builds. */
const unitsInLastPlace = 4;

export function agrees(expected: Expected, actual: Actual): boolean {
  switch (expected.kind) {
    case 'number':
      return agreesWithNumber(expected, actual);
    case 'text':
      return actual.kind === 'text' && actual.value === expected.value;
    case 'constant':
      if (actual.kind === 'number') return typeof expected.value === 'boolean' && Number(actual.value) === Number(expected.value);
      return actual.kind === 'constant' && actual.value === expected.value;
    case 'sequence':
      return (
        actual.kind === 'sequence' &&
        (actual.type === 'set' ? sameSet(expected.items, actual.items) : sameItems(expected.items, actual.items))
      );
    case 'dict':
      return actual.kind === 'dict' && sameEntries(expected.entries, actual.entries);
    case 'rest':
      return true;
  }
}

/** `(2, 3)` behind an array of that many dimensions says its shape, not its values. */
export function saysShape(expected: Expected, actual: Actual): boolean {
  if (expected.kind !== 'sequence' || actual.kind !== 'sequence' || !actual.shape) return false;
  const { shape } = actual;
  return (
    expected.items.length === shape.length &&
    !(shape.length === 1 && shape[0] === 1) &&
    expected.items.every((item) => item.kind === 'number' && item.decimals === undefined && item.value >= 0)
  );
}

function agreesWithNumber(expected: ExpectedNumber, actual: Actual): boolean {
  // `True` counts as 1 in both languages.
  if (actual.kind === 'constant') return actual.value !== null && Number(actual.value) === expected.value;
  if (actual.kind === 'text') return actual.value.trim() !== '' && closeTo(expected, Number(actual.value), 2 ** -52);
  return actual.kind === 'number' && closeTo(expected, Number(actual.value), actual.epsilon);
}

function closeTo(expected: ExpectedNumber, actual: number, epsilon: number | undefined): boolean {
  const { value } = expected;
  if (Object.is(value, actual) || value === actual) return true;
  if (epsilon === undefined || !Number.isFinite(actual)) return false;
  return Math.abs(value - actual) <= Math.max(halfUnit(expected), unitsInLastPlace * epsilon * Math.abs(actual));
}

/** Half of the last digit written; a little more, for what lies in the middle. */
function halfUnit({ value, decimals, exponent }: ExpectedNumber): number {
  const digits = decimals ?? (exponent === 0 && Math.abs(value) < smallest ? 1 : 0);
  return 0.5000001 * 10 ** (exponent - digits);
}

/** `...` stands for any number of items. */
function sameItems(expected: readonly Expected[], actual: readonly Actual[]): boolean {
  const rest = expected.findIndex(({ kind }) => kind === 'rest');
  if (rest < 0) return expected.length === actual.length && pairwise(expected, actual);
  const behind = expected.length - rest - 1;
  if (rest + behind > actual.length) return false;
  const tail = behind === 0 ? [] : actual.slice(-behind);
  return pairwise(expected.slice(0, rest), actual.slice(0, rest)) && pairwise(expected.slice(rest + 1), tail);
}

const pairwise = (expected: readonly Expected[], actual: readonly Actual[]): boolean =>
  expected.every((one, i) => {
    const other = actual[i];
    return other !== undefined && agrees(one, other);
  });

function sameSet(expected: readonly Expected[], actual: readonly Actual[]): boolean {
  return expected.length === actual.length && expected.every((one) => actual.some((other) => agrees(one, other)));
}

type Entries<T> = readonly (readonly [T, T])[];

function sameEntries(expected: Entries<Expected>, actual: Entries<Actual>): boolean {
  return (
    expected.length === actual.length &&
    expected.every(([key, value]) => actual.some(([name, held]) => agrees(key, name) && agrees(value, held)))
  );
}
