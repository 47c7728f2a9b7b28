/** PyTorch's recurrent layers and cells: https://pytorch.org/docs/stable/nn.html#recurrent-layers */
import { fromData } from '@softlens/core';
import { type Dim, shapeOfRank } from '../../values/dim.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { flag, given, tensor, word } from '../arguments.ts';
import { sigmoidOf, workingPrecision } from '../arrays/precision.ts';
import { makeArray } from '../elementwise/operand.ts';
import type { Operation, OperationArguments, OperationContext } from '../operation.ts';
import { multiplyDims } from '../shapes/shapes.ts';
import { learned } from './learned.ts';
import { dimArgument } from './spatial.ts';

type Cell = 'lstm' | 'gru' | 'rnn';
type Row = Float64Array;

interface State {
  readonly hidden: Row;
  readonly memory: Row;
}

const cellOf = (args: OperationArguments): Cell => {
  const name = given(args, 'cell') ? word(args, 'cell') : 'rnn';
  return name === 'lstm' || name === 'gru' ? name : 'rnn';
};

/** One step of a cell for one row of the batch, with the weights of one layer and direction. */
type Step = (x: Row, state: State) => State;

/** The layer's weights where all of them are known: rows of gates, i f g o of an LSTM, r z n of a GRU. */
function stepOf(args: OperationArguments, suffix: string): Step | undefined {
  const [inner, outer] = [dataOf(args, `weight_ih${suffix}`), dataOf(args, `weight_hh${suffix}`)];
  const biased = !given(args, '_bias') || flag(args, '_bias');
  const [first, second] = biased ? [dataOf(args, `bias_ih${suffix}`), dataOf(args, `bias_hh${suffix}`)] : [];
  if (!inner || !outer || (biased && (!first || !second))) return undefined;
  const r = workingPrecision(inner.dtype, 'torch');
  const width = outer.shape[1] ?? 0;
  const affine = (weight: ArrayValue['data'], bias: ArrayValue['data'], x: Row): Row => {
    const columns = weight?.shape[1] ?? 0;
    return Float64Array.from({ length: weight?.shape[0] ?? 0 }, (_, i) => {
      let sum = bias ? Number(bias.data[i]) : 0;
      for (let j = 0; j < columns; j++) sum += Number(weight?.data[i * columns + j]) * (x[j] ?? 0);
      return r(sum);
    });
  };
  const sigmoid = (z: number): number => sigmoidOf(z, r);
  const tanh = (z: number): number => r(Math.tanh(z));
  const cell = cellOf(args);
  const relu = given(args, 'nonlinearity') && word(args, 'nonlinearity') === 'relu';
  return (x, { hidden, memory }) => {
    const [a, b] = [affine(inner, first, x), affine(outer, second, hidden)];
    const gate = (k: number, i: number): number => r((a[k * width + i] ?? 0) + (b[k * width + i] ?? 0));
    const each = (compute: (i: number) => number): Row => Float64Array.from({ length: width }, (_, i) => compute(i));
    if (cell === 'rnn') return { hidden: each((i) => (relu ? Math.max(0, gate(0, i)) : tanh(gate(0, i)))), memory };
    if (cell === 'gru') {
      const next = each((i) => {
        const [reset, update] = [sigmoid(gate(0, i)), sigmoid(gate(1, i))];
        const fresh = tanh(r((a[2 * width + i] ?? 0) + r(reset * (b[2 * width + i] ?? 0))));
        return r(r(r(hidden[i] ?? 0) - fresh) * update + fresh);
      });
      return { hidden: next, memory };
    }
    const kept = each((i) => r(r(sigmoid(gate(1, i)) * (memory[i] ?? 0)) + r(sigmoid(gate(0, i)) * tanh(gate(2, i)))));
    return { hidden: each((i) => r(sigmoid(gate(3, i)) * tanh(kept[i] ?? 0))), memory: kept };
  };
}

function dataOf(args: OperationArguments, role: string): ArrayValue['data'] {
  const value = args.get(role);
  return value?.kind === 'array' ? value.data : undefined;
}

const rowsOf = (array: ArrayValue): readonly Row[] | undefined => {
  const width = array.data?.shape.at(-1);
  if (!array.data || !width) return undefined;
  const { data } = array.data;
  return Array.from({ length: data.length / width }, (_, i) => Float64Array.from(data.slice(i * width, (i + 1) * width)));
};

const joined = (like: ArrayValue, rows: readonly Row[], shape: readonly number[]): ArrayValue =>
  makeArray('torch', {
    data: fromData(
      rows.flatMap((row) => [...row]),
      shape,
      like.data?.dtype ?? 'float32',
    ),
    scalar: false,
  });

/** The states that the call is given, h or (h, c): one row for each layer, direction and item of the batch. Zeros without. */
function initial(args: OperationArguments, count: number, width: number): readonly State[] | undefined {
  const zeros = (): Row => new Float64Array(width);
  const hx = given(args, 'hidden');
  if (!hx) return Array.from({ length: count }, () => ({ hidden: zeros(), memory: zeros() }));
  const [h, c] = hx.kind === 'tuple' ? hx.items : [hx];
  const hidden = h?.kind === 'array' ? rowsOf(h) : undefined;
  const memory = c?.kind === 'array' ? rowsOf(c) : undefined;
  if (hidden?.length !== count || (c && memory?.length !== count)) return undefined;
  return hidden.map((row, i) => ({ hidden: row, memory: memory?.[i] ?? zeros() }));
}

const widthOf = (args: OperationArguments): number =>
  dataOf(args, 'weight_hh_l0')?.shape[1] ?? dataOf(args, 'weight_hh')?.shape[1] ?? 0;

const recurrentCell: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const rows = rowsOf(x);
  const step = stepOf(args, '');
  const states = rows && step && initial(args, rows.length, widthOf(args));
  const isLstm = cellOf(args) === 'lstm';
  if (!rows || !step || !states || !x.data) {
    const state = learned(x, x.shape && [...x.shape.slice(0, -1), dimArgument(args, 'features')]);
    return isLstm ? { kind: 'tuple', items: [state, state] } : state;
  }
  const shape = [...x.data.shape.slice(0, -1), widthOf(args)];
  const next = rows.map((row, i) => step(row, states[i] as State));
  const hidden = joined(
    x,
    next.map((state) => state.hidden),
    shape,
  );
  return isLstm
    ? {
        kind: 'tuple',
        items: [
          hidden,
          joined(
            x,
            next.map((state) => state.memory),
            shape,
          ),
        ],
      }
    : hidden;
};

/** (output, h), or (output, (h, c)): [T, N, F] to [T, N, D·H], h being [D·L, N, H]. */
const recurrent: Operation = (args, context) => {
  const x = tensor(args, 'x', context);
  const known = unrolled(args, x, context);
  if (known) return known;
  const hidden = dimArgument(args, 'features');
  const directions = flag(args, 'bidirectional') ? 2 : 1;
  const projection = given(args, 'projection') ? dimArgument(args, 'projection') : 0;
  const out = projection === 0 ? hidden : projection;
  // Only a batch can come first.
  const shape = x.shape ?? (flag(args, 'batchFirst') ? shapeOfRank(3) : undefined);
  const output = learned(x, shape && [...shape.slice(0, -1), multiplyDims(directions, out)]);
  const batch = shape && (shape.length === 2 ? [] : [shape[flag(args, 'batchFirst') ? 0 : 1] ?? '?']);
  const layers = given(args, 'layers') ? dimArgument(args, 'layers') : 1;
  const state = (size: Dim): ArrayValue => learned(x, batch && [multiplyDims(directions, layers), ...batch, size]);
  const last: Value = cellOf(args) === 'lstm' ? { kind: 'tuple', items: [state(out), state(hidden)] } : state(out);
  return { kind: 'tuple', items: [output, last] };
};

/** Steps of all layers and directions that are worked out. */
const mostSteps = 4_096;

/** With all weights known: the sequences of each layer are the inputs of the next, both directions side by side. */
function unrolled(args: OperationArguments, x: ArrayValue, { maxElements }: OperationContext): Value | undefined {
  const rows = rowsOf(x);
  const rank = x.data?.shape.length;
  const projection = given(args, 'projection') ? dimArgument(args, 'projection') : 0;
  const layers = given(args, 'layers') ? dimArgument(args, 'layers') : 1;
  if (!rows || !x.data || (rank !== 2 && rank !== 3) || projection !== 0 || typeof layers !== 'number') return undefined;
  const isBatchFirst = rank === 3 && flag(args, 'batchFirst');
  const [first = 1, second = 1] = x.data.shape;
  const [batch, time] = rank === 2 ? [1, first] : isBatchFirst ? [first, second] : [second, first];
  const place = (t: number, n: number): number => (isBatchFirst ? n * time + t : t * batch + n);
  const directions = flag(args, 'bidirectional') ? 2 : 1;
  const width = widthOf(args);
  const states = initial(args, layers * directions * batch, width);
  if (!states || width === 0 || layers * directions * rows.length > Math.min(mostSteps, maxElements)) return undefined;
  const ends: State[] = [];
  let sequence = rows;
  for (let layer = 0; layer < layers; layer++) {
    const sides: Row[][] = [];
    for (let direction = 0; direction < directions; direction++) {
      const step = stepOf(args, `_l${layer}${direction === 1 ? '_reverse' : ''}`);
      if (!step) return undefined;
      const output: Row[] = [];
      for (let n = 0; n < batch; n++) {
        let state = states[(layer * directions + direction) * batch + n] as State;
        for (let i = 0; i < time; i++) {
          const at = place(direction === 1 ? time - 1 - i : i, n);
          state = step(sequence[at] as Row, state);
          output[at] = state.hidden;
        }
        ends.push(state);
      }
      sides.push(output);
    }
    sequence = rows.map((_, at) => Float64Array.from(sides.flatMap((side) => [...(side[at] ?? [])])));
  }
  const shape = [layers * directions, ...(rank === 2 ? [] : [batch]), width];
  const hidden = joined(
    x,
    ends.map((state) => state.hidden),
    shape,
  );
  const output = joined(x, sequence, [...x.data.shape.slice(0, -1), directions * width]);
  const memory = joined(
    x,
    ends.map((state) => state.memory),
    shape,
  );
  return { kind: 'tuple', items: [output, cellOf(args) === 'lstm' ? { kind: 'tuple', items: [hidden, memory] } : hidden] };
}

export const recurrentOperations: Readonly<Record<string, Operation>> = { recurrent, recurrentCell };
