/** The functions of Python's `random`: https://docs.python.org/3/library/random.html */
import { openPython, type PythonRandom, pythonState } from '../../random/python-random.ts';
import { float, int, none } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { newList, stateOf } from '../objects/objects.ts';
import { markDrawn } from '../run/facts.ts';
import type { Run } from '../run/run.ts';
import { itemsOf } from '../statements/iteration.ts';
import { draws, numberOf, seedOf, wholeOf } from './numbers.ts';
import { leaveShared, loseShared, stateOfShared } from './state.ts';

/** A call of `random.<name>`; undefined where its result is not known, and then neither is what comes after. */
export function callPythonRandom(run: Run, name: string, args: Arguments): Value | undefined {
  if (name === 'seed') {
    const seed = args.keywords.size > 0 || args.open ? undefined : seedOf(args.positional[0]?.value);
    const state = seed === undefined ? undefined : pythonState(seed);
    leaveShared(run, 'python', state && { state, draw: { source: 'python', seed: String(seed) } });
    return none;
  }
  const known = stateOfShared(run, 'python');
  if (known?.state.algorithm !== 'python' || args.open) {
    loseShared(run, 'python');
    return undefined;
  }
  const random = openPython(known.state);
  const given = (position: number, keyword: string): Value | undefined =>
    args.positional[position]?.value ?? args.keywords.get(keyword)?.value;
  const made = drawnValue(run, random, name, given);
  if (!made) {
    loseShared(run, 'python');
    return undefined;
  }
  leaveShared(run, 'python', { ...known, state: random.left() });
  return Array.isArray(made)
    ? newList(
        run,
        made.map((one: Value) => markDrawn(run, one, known.draw)),
      )
    : markDrawn(run, made as Value, known.draw);
}

type Given = (position: number, keyword: string) => Value | undefined;

function drawnValue(run: Run, random: PythonRandom, name: string, given: Given): Value | readonly Value[] | undefined {
  const number = (position: number, keyword: string, otherwise?: number): number | undefined => {
    const value = given(position, keyword);
    return value === undefined ? otherwise : numberOf(value);
  };
  switch (name) {
    case 'random':
      return float(random.random());
    case 'uniform': {
      const [a, b] = [number(0, 'a'), number(1, 'b')];
      return a === undefined || b === undefined ? undefined : float(a + (b - a) * random.random());
    }
    case 'gauss':
    case 'normalvariate': {
      const [mean, deviation] = [number(0, 'mu', 0), number(1, 'sigma', 1)];
      if (mean === undefined || deviation === undefined) return undefined;
      return float(mean + (name === 'gauss' ? random.gauss() : random.normal()) * deviation);
    }
    case 'expovariate': {
      const rate = number(0, 'lambd', 1);
      return rate === undefined ? undefined : float(random.exponential() / rate);
    }
    case 'randint':
    case 'randrange':
      return whole(random, name, given);
    case 'getrandbits': {
      const bits = wholeOf(given(0, 'k'));
      return bits !== undefined && bits >= 0 && bits <= 53 ? int(random.bits(bits)) : undefined;
    }
    case 'choice':
    case 'choices':
    case 'sample':
      return ofItems(run, random, name, given);
    default:
      return undefined;
  }
}

function whole(random: PythonRandom, name: string, given: Given): Value | undefined {
  const [first, second] = [
    wholeOf(given(0, name === 'randint' ? 'a' : 'start')),
    wholeOf(given(1, name === 'randint' ? 'b' : 'stop')),
  ];
  if (first === undefined || (given(1, 'stop') && second === undefined)) return undefined;
  if (name === 'randint')
    return second === undefined || second < first ? undefined : int(first + random.below(second - first + 1));
  const step = given(2, 'step') ? wholeOf(given(2, 'step')) : 1;
  const [start, stop] = second === undefined ? [0, first] : [first, second];
  const count = step ? Math.ceil((stop - start) / step) : 0;
  return step && count > 0 ? int(start + step * random.below(count)) : undefined;
}

function ofItems(run: Run, random: PythonRandom, name: string, given: Given): Value | readonly Value[] | undefined {
  const source = given(0, name === 'choice' ? 'seq' : 'population');
  const state = source?.kind === 'reference' ? stateOf(run, source) : undefined;
  const isSequence =
    source?.kind === 'tuple' || source?.kind === 'range' || source?.kind === 'text' || (state?.kind === 'list' && !state.type);
  const items = source && isSequence ? itemsOf(run, source).items : undefined;
  if (!items || items.length === 0 || items.length > draws.most) return undefined;
  const at = (i: number): Value => items[i] as Value;
  if (name === 'choice') return at(random.below(items.length));
  const count = name === 'choices' ? wholeOf(given(3, 'k') ?? int(1)) : wholeOf(given(1, 'k'));
  if (count === undefined || count < 0 || count > draws.kept) return undefined;
  if (name === 'sample')
    return count > items.length || given(2, 'counts') ? undefined : random.sample(items.length, count).map(at);
  if (given(2, 'cum_weights')) return undefined;
  const weights = given(1, 'weights');
  if (weights === undefined || weights.kind === 'none')
    return Array.from({ length: count }, () => at(Math.floor(random.random() * items.length)));
  const sums = sumsOf(run, weights, items.length);
  if (!sums) return undefined;
  const total = sums.at(-1) as number;
  return Array.from({ length: count }, () => {
    const number = random.random() * total;
    return at(sums.findIndex((sum, i) => i === items.length - 1 || sum > number));
  });
}

function sumsOf(run: Run, weights: Value, count: number): readonly number[] | undefined {
  const numbers = itemsOf(run, weights).items?.map(numberOf);
  if (numbers?.length !== count) return undefined;
  let sum = 0;
  const sums: number[] = [];
  for (const number of numbers) {
    if (number === undefined) return undefined;
    sum += number;
    sums.push(sum);
  }
  return sums;
}

/** `random.shuffle(items)`: the new order. */
export function orderOfPython(run: Run, length: number): readonly number[] | undefined {
  const known = stateOfShared(run, 'python');
  if (known?.state.algorithm !== 'python' || length > draws.most) return undefined;
  const random = openPython(known.state);
  const order = random.shuffled(length);
  leaveShared(run, 'python', { ...known, state: random.left() });
  return order;
}
