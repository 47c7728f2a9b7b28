/** What the functions of `numpy.random`, and the methods of its generators, draw. https://numpy.org/doc/stable/reference/random/ */
import { type DType, fromData, type NdArray } from '@softlens/core';
import { castData } from '../../operations/elementwise/operand.ts';
import type { Kit } from '../../random/kit.ts';
import { openLegacy } from '../../random/numpy-legacy.ts';
import { openPcg64 } from '../../random/pcg64.ts';
import { shuffledRange } from '../../random/shuffle.ts';
import { float, int } from '../../values/make.ts';
import type { ArrayValue, Known, Value } from '../../values/value.ts';
import { draws, numberOf, numbersOf, wholeOf } from './numbers.ts';

export interface Drawn {
  /** Undefined where there are too many numbers, or their values are not known. */
  readonly value: Value | undefined;
  readonly known: Known;
}

type Arguments = ReadonlyMap<string, Value>;

/**
 * What a call draws, and where it leaves the generator; `raw` is its result without numbers. Undefined where this is not known: then
 * neither is what comes after.
 */
export function drawNumPy(known: Known, name: string, args: Arguments, raw: Value): Drawn | undefined {
  const kit = openKit(known);
  const value = kit && drawnValue(kit, name, args, raw);
  if (!kit || value === undefined) return undefined;
  return { value: value === 'unknown' ? undefined : value, known: { ...known, state: kit.left() } };
}

export function openKit({ state }: Known): Kit<Known['state']> | undefined {
  if (state.algorithm === 'numpy-legacy') return openLegacy(state);
  return state.algorithm === 'pcg64' ? openPcg64(state) : undefined;
}

/** `unknown` where numbers were drawn that nobody asks for. */
function drawnValue(kit: Kit<unknown>, name: string, args: Arguments, raw: Value): Value | 'unknown' | undefined {
  const count = countOf(raw);
  if (count === undefined || count > draws.most) return undefined;
  switch (name) {
    case 'rand':
    case 'random':
    case 'random_sample': {
      const { single } = kit;
      const isSingle = raw.kind === 'array' && raw.dtype === 'float32';
      return isSingle && !single ? undefined : numbers(raw, count, isSingle && single ? single : kit.random);
    }
    case 'randn':
    case 'standard_normal':
      return raw.kind === 'array' && raw.dtype !== 'float64' ? undefined : numbers(raw, count, kit.normal);
    case 'normal':
      return scaled(kit.normal, args.get('loc'), args.get('scale'), raw, count, (x, loc, scale) => loc + scale * x);
    case 'uniform':
      return scaled(kit.random, args.get('low'), args.get('high'), raw, count, (x, low, high) => low + (high - low) * x);
    case 'randint':
    case 'integers':
      return integers(kit, name, args, raw, count);
    case 'permutation':
      return permutation(kit, args, raw);
    case 'choice':
      return choice(kit, args, raw, count);
    default:
      return undefined;
  }
}

/** One where the result is a scalar. */
function countOf(raw: Value): number | undefined {
  if (raw.kind !== 'array') return 1;
  const { shape } = raw;
  return shape?.every((size): size is number => typeof size === 'number') ? shape.reduce<number>((a, b) => a * b, 1) : undefined;
}

function numbers(raw: Value, count: number, draw: () => number): Value | 'unknown' {
  const data = new Float64Array(Math.min(count, draws.kept));
  for (let i = 0; i < count; i++) {
    const number = draw();
    if (count <= draws.kept) data[i] = number;
  }
  if (count > draws.kept) return 'unknown';
  return raw.kind === 'array' ? filled(raw, data) : float(data[0] as number);
}

/** The array with its numbers. */
export function filled({ reason: _reason, ...raw }: ArrayValue, numbers: Float64Array | readonly number[]): ArrayValue {
  const shape = (raw.shape ?? []).map(Number);
  const data: NdArray = fromData(Float64Array.from(numbers), shape, 'float64');
  return { ...raw, data: castData(data, raw.dtype ?? 'float64') };
}

function scaled(
  draw: () => number,
  first: Value | undefined,
  second: Value | undefined,
  raw: Value,
  count: number,
  compute: (x: number, first: number, second: number) => number,
): Value | 'unknown' | undefined {
  const [a, b] = [numbersOf(first, count), numbersOf(second, count)];
  if (!a || !b) return undefined;
  let i = 0;
  return numbers(raw, count, () => {
    const number = compute(draw(), a(i), b(i));
    i++;
    return number;
  });
}

function integers(kit: Kit<unknown>, name: string, args: Arguments, raw: Value, count: number): Value | 'unknown' | undefined {
  const [first, second] = [args.get('low'), args.get('high')];
  const isOnly = second === undefined || second.kind === 'none';
  const [low, high] = [isOnly ? 0 : wholeOf(first), isOnly ? wholeOf(first) : wholeOf(second)];
  const endpoint = args.get('_endpoint');
  const dtype = raw.kind === 'array' ? raw.dtype : 'int64';
  if (low === undefined || high === undefined || !dtype || (endpoint && endpoint.kind !== 'bool')) return undefined;
  const most = endpoint?.kind === 'bool' && endpoint.value ? high : high - 1;
  if (most < low || most - low > Number.MAX_SAFE_INTEGER) return undefined;
  // Other whole numbers of `Generator` are drawn in parts of words.
  if (name === 'integers' && dtype !== 'int64' && dtype !== 'int32') return undefined;
  const values = kit.integers(low, most, count, dtype);
  if (raw.kind === 'array') return count <= draws.kept ? filled(raw, values) : 'unknown';
  return name === 'randint' && isDefault(args.get('dtype')) ? int(values[0] as number) : scalar(values[0] as number, 'int64');
}

/** NumPy's own number. */
const scalar = (number: number, dtype: DType): ArrayValue =>
  filled({ kind: 'array', library: 'numpy', dtype, shape: [], scalar: true }, [number]);

const isDefault = (dtype: Value | undefined): boolean =>
  dtype === undefined || dtype.kind === 'none' || (dtype.kind === 'builtin' && dtype.name === 'int');

function permutation(kit: Kit<unknown>, args: Arguments, raw: Value): Value | 'unknown' | undefined {
  const x = args.get('x');
  const length = raw.kind === 'array' ? raw.shape?.[0] : undefined;
  if (raw.kind !== 'array' || typeof length !== 'number' || (wholeOf(args.get('axis')) ?? 0) !== 0) return undefined;
  const order = shuffledRange(length, kit.interval);
  if (length > draws.kept) return 'unknown';
  if (x?.kind === 'int') return filled(raw, order);
  return rowsOf(x, raw, order);
}

/** The rows of an array, or the items of a sequence of numbers, in an order. */
function rowsOf(x: Value | undefined, raw: ArrayValue, order: readonly number[]): Value | 'unknown' {
  const source = flatNumbers(x);
  const length = source && x?.kind === 'array' ? (x.data?.shape[0] ?? 0) : (source?.length ?? 0);
  if (!source || length === 0) return 'unknown';
  const width = source.length / length;
  if (order.length * width > draws.kept) return 'unknown';
  return filled(
    raw,
    order.flatMap((row) => Array.from(source.slice(row * width, (row + 1) * width), Number)),
  );
}

function flatNumbers(x: Value | undefined): (ArrayLike<number> & { slice(a: number, b: number): ArrayLike<number> }) | undefined {
  if (x?.kind === 'array') return x.data?.data;
  if (x?.kind === 'range')
    return Array.from({ length: Math.max(0, Math.ceil((x.stop - x.start) / x.step)) }, (_, i) => x.start + i * x.step);
  const items = x?.kind === 'tuple' ? x.items.map(numberOf) : undefined;
  return items?.every((item): item is number => item !== undefined) ? items : undefined;
}

function choice(kit: Kit<unknown>, args: Arguments, raw: Value, count: number): Value | 'unknown' | undefined {
  const x = args.get('x');
  const population =
    x?.kind === 'int'
      ? Number(x.value)
      : x?.kind === 'array'
        ? x.shape?.[0]
        : x?.kind === 'tuple'
          ? x.items.length
          : flatNumbers(x)?.length;
  const shape = args.get('shape');
  const isScalar = shape === undefined || shape.kind === 'none';
  const replace = args.get('replace');
  const axis = wholeOf(args.get('axis'));
  if (typeof population !== 'number' || population < 1 || population > draws.most || replace?.kind !== 'bool') return undefined;
  if ((axis !== undefined && axis !== 0) || args.get('_shuffle')?.kind === 'unknown') return undefined;
  const shuffled = args.get('_shuffle');
  if (shuffled?.kind === 'bool' && !shuffled.value) return undefined;
  const rowSize = x?.kind === 'array' && raw.kind === 'array' ? rowSizeOf(x) : 1;
  if (rowSize === undefined) return undefined;
  const chosen = chooseFrom(kit, population, isScalar ? 1 : count / rowSize, replace.value, args.get('weights'));
  if (!chosen) return undefined;
  if (raw.kind === 'array')
    return x?.kind === 'int' ? (count <= draws.kept ? filled(raw, chosen) : 'unknown') : rowsOf(x, raw, chosen);
  const [place] = chosen;
  if (place === undefined || !isScalar) return 'unknown';
  // One of a range is Python's number, where `Generator` does not give NumPy's.
  if (x?.kind === 'int') return kit.single && !isGiven(args.get('weights')) ? scalar(place, 'int64') : int(place);
  return x?.kind === 'array' && x.shape?.length === 1 && x.data && x.dtype
    ? scalar(Number(x.data.data[place]), x.dtype)
    : 'unknown';
}

function rowSizeOf({ shape }: ArrayValue): number | undefined {
  const rest = shape?.slice(1) ?? [];
  return rest.every((size): size is number => typeof size === 'number') ? rest.reduce<number>((a, b) => a * b, 1) : undefined;
}

function chooseFrom(
  kit: Kit<unknown>,
  population: number,
  count: number,
  replace: boolean,
  given: Value | undefined,
): readonly number[] | undefined {
  if (!given || !isGiven(given)) {
    if (!replace) return count > population ? undefined : kit.withoutReplacement(population, count);
    return kit.integers(0, population - 1, count, 'int64');
  }
  const weights = flatNumbers(given);
  if (!weights || weights.length !== population) return undefined;
  const left = Array.from(weights, Number);
  if (left.some((p) => !(p >= 0)) || (!replace && left.filter((p) => p > 0).length < count)) return undefined;
  if (replace) return placesOf(left, Array.from({ length: count }, kit.random));
  const found: number[] = [];
  while (found.length < count) {
    const uniform = Array.from({ length: count - found.length }, kit.random);
    for (const place of found) left[place] = 0;
    for (const place of placesOf(left, uniform)) if (!found.includes(place)) found.push(place);
  }
  return found;
}

/** The first places where the sum of weights, of which all together are 1, is beyond the numbers. */
function placesOf(weights: readonly number[], uniform: readonly number[]): readonly number[] {
  let sum = 0;
  const sums = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return uniform.map((number) =>
    Math.max(
      0,
      sums.findIndex((each) => each / sum > number),
    ),
  );
}

const isGiven = (value: Value | undefined): boolean => value !== undefined && value.kind !== 'none';
