/** What PyTorch's functions draw on the CPU. https://pytorch.org/docs/stable/torch.html#random-sampling */
import { openTorch, type TorchFloat, type TorchRandom } from '../../random/torch-cpu.ts';
import type { Known, Value } from '../../values/value.ts';
import { draws, numberOf, wholeOf } from './numbers.ts';
import { type Drawn, filled } from './numpy-draws.ts';

type Arguments = ReadonlyMap<string, Value>;

/** Likewise as `drawNumPy`. */
export function drawTorch(known: Known, name: string, args: Arguments, raw: Value): Drawn | undefined {
  const { state } = known;
  if (state.algorithm !== 'torch' || raw.kind !== 'array' || !raw.dtype) return undefined;
  const { shape } = raw;
  const count = shape?.every((size): size is number => typeof size === 'number')
    ? shape.reduce<number>((a, b) => a * b, 1)
    : undefined;
  if (count === undefined || count > draws.most) return undefined;
  const random = openTorch(state);
  const numbers = numbersOf(random, name, args, count, raw.dtype);
  if (!numbers) return undefined;
  return {
    value: count <= draws.kept ? filled(raw, numbers) : undefined,
    known: { ...known, state: random.left() },
  };
}

function numbersOf(
  random: TorchRandom,
  name: string,
  args: Arguments,
  count: number,
  dtype: string,
): Float64Array | readonly number[] | undefined {
  const float: TorchFloat | undefined = dtype === 'float32' || dtype === 'float64' ? dtype : undefined;
  switch (name) {
    case 'rand':
    case 'rand_like':
      return float && random.uniform(count, 0, 1, float);
    case 'randn':
    case 'randn_like':
      return float && random.normal(count, 0, 1, float);
    case 'normal':
    case 'normal_': {
      const isMethod = name === 'normal_';
      const [mean, deviation] = [args.get(isMethod ? '_mean' : 'loc'), args.get(isMethod ? '_std' : 'scale')].map(scalarOf);
      return float && mean !== undefined && deviation !== undefined ? random.normal(count, mean, deviation, float) : undefined;
    }
    case 'uniform_': {
      const [low, high] = [scalarOf(args.get('low')), scalarOf(args.get('high'))];
      return float && low !== undefined && high !== undefined ? random.uniform(count, low, high, float) : undefined;
    }
    case 'randint':
    case 'randint_like':
      return integers(random, args, count, dtype);
    case 'randperm':
      return dtype === 'int64' ? random.permutation(count) : undefined;
    default:
      return undefined;
  }
}

/** A tensor would be a mean of its own for each. */
const scalarOf = (value: Value | undefined): number | undefined => (value?.kind === 'array' ? undefined : numberOf(value));

/** `torch.randint(10, (2, 3))`, `torch.randint(0, 10, (2, 3))`. */
function integers(random: TorchRandom, args: Arguments, count: number, dtype: string): Float64Array | undefined {
  const [first, second] = [args.get('low'), args.get('high')];
  const isOnly = second === undefined || second.kind === 'none' || second.kind === 'tuple';
  const [low, high] = [isOnly ? 0 : wholeOf(first), isOnly ? wholeOf(first) : wholeOf(second)];
  // From 2^28 on releases differ in the bits that they take.
  if (low === undefined || high === undefined || high <= low || high - low >= 2 ** 28) return undefined;
  if (dtype !== 'int64' && dtype !== 'int32' && dtype !== 'float32' && dtype !== 'float64') return undefined;
  return random.integers(count, low, high - low);
}
