/** The weights of PyTorch's layers by name, with their shapes: https://pytorch.org/docs/stable/nn.html */
import { valueDim } from '../../operations/index.ts';
import { divideDims, multiplyDims } from '../../operations/shapes/shapes.ts';
import type { ArrayValue, LibraryObject } from '../../values/value.ts';

type Shapes = Readonly<Record<string, ArrayValue['shape']>>;

/** Undefined for a class whose weights are not listed here. */
export function weightShapes({ row, args }: LibraryObject): Shapes | undefined {
  const name = row.name.slice(row.name.lastIndexOf('.') + 1);
  const dim = (role: string): ReturnType<typeof valueDim> => {
    const value = args.get(role);
    return value ? valueDim(value) : '?';
  };
  const bias = isOff(args, '_bias') ? undefined : [dim(args.has('channels') ? 'channels' : 'features')];
  if (name === 'Linear') return { weight: [dim('features'), dim('_in_features')], ...(bias ? { bias } : {}) };
  if (name === 'Bilinear')
    return { weight: [dim('features'), dim('_in1_features'), dim('_in2_features')], ...(bias ? { bias } : {}) };
  if (name === 'PReLU') return { weight: [args.has('_num_parameters') ? dim('_num_parameters') : 1] };
  if (name === 'Embedding' || name === 'EmbeddingBag') return { weight: [dim('count'), dim('features')] };
  if (/^BatchNorm\dd$/.test(name)) return affine(args, [dim('_num_features')]);
  if (name === 'GroupNorm') return affine(args, [dim('_num_channels')]);
  if (name === 'LayerNorm') {
    const shape = args.get('shape');
    const sizes = shape?.kind === 'tuple' ? shape.items.map(valueDim) : shape?.kind === 'int' ? [valueDim(shape)] : undefined;
    return sizes && affine(args, sizes);
  }
  const gates = gatesOf[name];
  if (gates !== undefined) return recurrent(args, name.endsWith('Cell'), gates, dim);
  const rank = /^Conv([123])d$/.exec(name)?.[1];
  return rank === undefined ? undefined : convolution(args, Number(rank), dim, bias);
}

const gatesOf: Readonly<Partial<Record<string, number>>> = { RNN: 1, GRU: 3, LSTM: 4, RNNCell: 1, GRUCell: 3, LSTMCell: 4 };

/** `weight_ih_l0`, `bias_hh_l1_reverse` … of the layers; a cell has one of each. */
function recurrent(
  args: LibraryObject['args'],
  isCell: boolean,
  gates: number,
  dim: (role: string) => ReturnType<typeof valueDim>,
): Shapes | undefined {
  const hidden = dim('features');
  const rows = multiplyDims(gates, hidden);
  const biased = !isOff(args, '_bias');
  const named = (suffix: string, inputs: ReturnType<typeof valueDim>): readonly (readonly [string, ArrayValue['shape']])[] => [
    [`weight_ih${suffix}`, [rows, inputs]],
    [`weight_hh${suffix}`, [rows, hidden]],
    ...(biased
      ? ([
          [`bias_ih${suffix}`, [rows]],
          [`bias_hh${suffix}`, [rows]],
        ] as const)
      : []),
  ];
  if (isCell) return Object.fromEntries(named('', dim('_input_size')));
  const layers = args.has('layers') ? dim('layers') : 1;
  const projection = args.get('projection');
  if (typeof layers !== 'number' || layers > 64 || (projection?.kind === 'int' && projection.value !== 0)) return undefined;
  const bidirectional = args.get('bidirectional');
  const sides = bidirectional?.kind === 'bool' && bidirectional.value ? ['', '_reverse'] : [''];
  return Object.fromEntries(
    Array.from({ length: layers }, (_, layer) =>
      sides.flatMap((side) => named(`_l${layer}${side}`, layer === 0 ? dim('_input_size') : multiplyDims(sides.length, hidden))),
    ).flat(),
  );
}

function convolution(
  args: LibraryObject['args'],
  rank: number,
  dim: (role: string) => ReturnType<typeof valueDim>,
  bias: ArrayValue['shape'],
): Shapes | undefined {
  const kernel = args.get('kernel');
  const sizes =
    kernel?.kind === 'tuple'
      ? kernel.items.map(valueDim)
      : kernel?.kind === 'int'
        ? Array.from({ length: rank }, () => valueDim(kernel))
        : undefined;
  const inputs = divideDims(dim('_in_channels'), args.has('_groups') ? dim('_groups') : 1);
  return sizes && inputs !== undefined ? { weight: [dim('channels'), inputs, ...sizes], ...(bias ? { bias } : {}) } : undefined;
}

const affine = (args: LibraryObject['args'], shape: ArrayValue['shape']): Shapes =>
  isOff(args, '_affine') ? {} : { weight: shape, ...(isOff(args, '_bias') ? {} : { bias: shape }) };

const isOff = (args: LibraryObject['args'], role: string): boolean => {
  const value = args.get(role);
  return value?.kind === 'bool' && !value.value;
};
