/**
 * The weights that PyTorch's layers begin with, where they are drawn from a known state: of small layers with their numbers, of others
 * what is drawn is passed over. As each class's `reset_parameters` does: https://pytorch.org/docs/stable/nn.html
 */
import { openTorch, type TorchRandom } from '../../random/torch-cpu.ts';
import type { ArrayValue, Known, LibraryObject, Reference, Value } from '../../values/value.ts';
import { asLeaf } from '../gradients/leaves.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { weightShapes } from '../protocols/weight-shapes.ts';
import { noteParameter } from '../protocols/weights.ts';
import { markDrawn } from '../run/facts.ts';
import type { Run } from '../run/run.ts';
import { wholeOf } from './numbers.ts';
import { filled } from './numpy-draws.ts';
import { leaveShared, loseShared, stateOfShared } from './state.ts';

/** Numbers of one layer that are kept; a program that trains larger ones is not for reading them. */
const mostKept = 600;
/** Numbers of one layer that are drawn at all. */
const mostDrawn = 400_000;

export function drawWeights(run: Run, layer: Reference): void {
  const known = stateOfShared(run, 'torch');
  if (!known) return;
  const state = stateOf(run, layer);
  const draws = state?.kind === 'libraryObject' ? drawsOf(state) : undefined;
  const count = draws?.reduce((sum, draw) => sum + sizeOf(draw.shape), 0) ?? Number.NaN;
  if (state?.kind !== 'libraryObject' || !draws || known.state.algorithm !== 'torch' || !(count <= mostDrawn)) {
    loseShared(run, 'torch');
    return;
  }
  const isKept = count <= mostKept && isPlain(state);
  const random = openTorch(known.state);
  const fields = new Map(state.fields);
  for (const draw of draws) {
    const numbers = draw.numbers(random, sizeOf(draw.shape));
    if (!isKept) continue;
    const weight = weightOf(run, known, draw.shape, numbers);
    noteParameter(run, weight);
    fields.set(draw.name, weight);
  }
  leaveShared(run, 'torch', { ...known, state: random.left() });
  if (isKept) setState(run, layer, { ...state, fields });
}

/** Without options that make the layer compute otherwise than is followed here. */
function isPlain({ args }: LibraryObject): boolean {
  const mode = args.get('_padding_mode');
  const isOff = (role: string): boolean => {
    const value = args.get(role);
    return !isGiven(value) || ((value?.kind === 'float' || value?.kind === 'int') && Number(value.value) === 0);
  };
  return (
    isOff('_dropout') &&
    isOff('dropout') &&
    isOff('_max_norm') &&
    (mode === undefined || (mode.kind === 'text' && mode.value === 'zeros'))
  );
}

interface WeightDraw {
  readonly name: string;
  readonly shape: readonly number[];
  numbers(random: TorchRandom, count: number): Float64Array;
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

function weightOf(run: Run, { draw }: Known, shape: readonly number[], numbers: Float64Array): ArrayValue {
  const array = filled({ kind: 'array', library: 'torch', dtype: 'float32', shape }, numbers);
  return asLeaf(run, markDrawn(run, array, draw), true);
}

/** In the order in which they are drawn; undefined for layers that are not listed here, or of unknown size. */
function drawsOf(state: LibraryObject): readonly WeightDraw[] | undefined {
  const { row, args } = state;
  const name = row.name.slice('torch.nn.'.length);
  const shapes = Object.entries(weightShapes(state) ?? {}).flatMap(([weight, shape]) =>
    shape?.every((size): size is number => typeof size === 'number') ? [{ name: weight, shape }] : [],
  );
  const first = shapes[0]?.shape;
  if (!first || shapes.length < Object.keys(weightShapes(state) ?? {}).length) return undefined;
  if (isGiven(args.get('_dtype')) || isGiven(args.get('_device'))) return undefined;
  if (name === 'Embedding') return isGiven(args.get('_weight')) ? undefined : [embedding(first, args.get('_padding_idx'))];
  if (/^(?:RNN|LSTM|GRU)(?:Cell)?$/.test(name)) {
    const bound = 1 / Math.sqrt(wholeOf(args.get('features')) ?? Number.NaN);
    return bound > 0 ? shapes.map((each) => ({ ...each, numbers: within(bound) })) : undefined;
  }
  if (name !== 'Linear' && !/^Conv[123]d$/.test(name)) return undefined;
  const inputs = sizeOf(first.slice(1));
  if (inputs === 0) return undefined;
  // K. He and others: Delving deep into rectifiers (ICCV 2015), as `kaiming_uniform_(weight, a=sqrt(5))`.
  const bound = Math.sqrt(3) * (Math.sqrt(2 / (1 + Math.sqrt(5) * Math.sqrt(5))) / Math.sqrt(inputs));
  return shapes.map((each) => ({ ...each, numbers: within(each.name === 'weight' ? bound : 1 / Math.sqrt(inputs)) }));
}

const isGiven = (value: Value | undefined): boolean => value !== undefined && value.kind !== 'none';

const within =
  (bound: number): WeightDraw['numbers'] =>
  (random, count) =>
    random.uniform(count, -bound, bound, 'float32');

/** Normal numbers; the row of the padding is 0. */
function embedding(shape: readonly number[], padding: Value | undefined): WeightDraw {
  return {
    name: 'weight',
    shape,
    numbers(random, count) {
      const numbers = random.normal(count, 0, 1, 'float32');
      const [rows = 0, width = 0] = shape;
      const row = wholeOf(padding);
      if (row !== undefined) numbers.fill(0, ((row + rows) % rows) * width, ((row + rows) % rows) * width + width);
      return numbers;
    },
  };
}
