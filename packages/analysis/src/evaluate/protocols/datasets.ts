/**
 * torch.utils.data: datasets of known tensors or of the program's own classes, and loaders that go through them in order.
 * https://pytorch.org/docs/stable/data.html
 */
import type { Range } from '@softlens/syntax';
import { runOperation } from '../../operations/index.ts';
import { float, int, tuple } from '../../values/make.ts';
import type { LibraryObject, Reference, Tuple, Value } from '../../values/value.ts';
import { callMethod, callWith } from '../calls/calls.ts';
import { operationContext } from '../calls/context.ts';
import { readIndex } from '../expressions/indexing.ts';
import { entriesOf, newDict, newList, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { current } from '../state/aliases.ts';
import { plain } from '../state/freeze.ts';

/** Samples that a loader gives one by one. */
const maxSamples = 256;

const nameOf = ({ row }: LibraryObject): string => row.name.slice(row.name.lastIndexOf('.') + 1);
const isData = ({ row }: LibraryObject): boolean => row.name.startsWith('torch.utils.data.');

/** How many samples, or of a loader how many batches; undefined where it is not known. */
export function dataLength(run: Run, value: Value, node: Range): number | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (value.kind === 'array') return typeof value.shape?.[0] === 'number' ? value.shape[0] : undefined;
  if (value.kind === 'tuple') return value.items.length;
  if (value.kind === 'range') return Math.max(0, Math.ceil((value.stop - value.start) / value.step));
  if (state?.kind === 'list') return state.items?.length;
  if (state?.kind === 'instance' && value.kind === 'reference') {
    const length = callMethod(run, value, '__len__', [], node);
    return length?.kind === 'int' ? Number(length.value) : undefined;
  }
  return state?.kind === 'libraryObject' && isData(state) ? lengthOfObject(run, state, node) : undefined;
}

function lengthOfObject(run: Run, state: LibraryObject, node: Range): number | undefined {
  const part = (role: string): number | undefined => {
    const value = state.args.get(role);
    return value && dataLength(run, value, node);
  };
  switch (nameOf(state)) {
    case 'TensorDataset': {
      const [first] = itemsIn(state.args.get('_tensors'));
      return first && dataLength(run, current(run, first), node);
    }
    case 'Subset':
      return part('_indices');
    case 'ConcatDataset': {
      const lengths = listIn(run, state.args.get('_datasets'))?.map((one) => dataLength(run, one, node));
      return lengths?.reduce((sum, length) => (sum === undefined || length === undefined ? undefined : sum + length), 0);
    }
    case 'DataLoader': {
      const [count, size] = [part('_dataset'), batchSize(state)];
      if (count === undefined || size === undefined || isGiven(state, '_batch_sampler') || isGiven(state, '_sampler'))
        return undefined;
      if (size === 0) return count;
      return drops(state) ? Math.floor(count / size) : Math.ceil(count / size);
    }
    default:
      return undefined;
  }
}

const itemsIn = (value: Value | undefined): readonly Value[] => (value?.kind === 'tuple' ? value.items : []);

function listIn(run: Run, value: Value | undefined): readonly Value[] | undefined {
  if (value?.kind === 'tuple') return value.items;
  const state = value?.kind === 'reference' ? stateOf(run, value) : undefined;
  return state?.kind === 'list' ? state.items : undefined;
}

const isGiven = ({ args }: LibraryObject, role: string): boolean => (args.get(role)?.kind ?? 'none') !== 'none';

/** 0 for a loader without batches. */
function batchSize({ args }: LibraryObject): number | undefined {
  const size = args.get('_batch_size');
  if (!size) return 1;
  return size.kind === 'none' ? 0 : size.kind === 'int' && size.value > 0 ? Number(size.value) : undefined;
}

function drops({ args }: LibraryObject): boolean {
  const asked = args.get('_drop_last');
  return asked?.kind === 'bool' && asked.value;
}

/** The sample at a place; undefined where the dataset is not followed. */
function dataItem(run: Run, value: Value, index: number, node: Range): Value | undefined {
  const state = value.kind === 'reference' ? stateOf(run, value) : undefined;
  if (state?.kind !== 'libraryObject') return readIndex(run, value, [int(index)], node);
  if (!isData(state)) return undefined;
  switch (nameOf(state)) {
    case 'TensorDataset':
      return tuple(itemsIn(state.args.get('_tensors')).map((one) => readIndex(run, current(run, one), [int(index)], node)));
    case 'Subset': {
      const [dataset, indices] = [state.args.get('_dataset'), state.args.get('_indices')];
      const at = indices && readIndex(run, indices, [int(index)], node);
      const place =
        at?.kind === 'int' ? Number(at.value) : at?.kind === 'array' && at.shape?.length === 0 ? at.data?.data[0] : undefined;
      return dataset && place !== undefined ? dataItem(run, dataset, place, node) : undefined;
    }
    case 'ConcatDataset': {
      let rest = index;
      for (const dataset of listIn(run, state.args.get('_datasets')) ?? []) {
        const length = dataLength(run, dataset, node);
        if (length === undefined) return undefined;
        if (rest < length) return dataItem(run, dataset, rest, node);
        rest -= length;
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/** Indexing a dataset by a number, or a tensor dataset by anything that its tensors take. */
export function indexDataset(run: Run, self: Reference, state: LibraryObject, index: Value, node: Range): Value | undefined {
  if (!isData(state)) return undefined;
  if (nameOf(state) === 'TensorDataset' && index.kind !== 'int')
    return tuple(itemsIn(state.args.get('_tensors')).map((one) => readIndex(run, current(run, one), [index], node)));
  const length = dataLength(run, self, node);
  if (index.kind !== 'int' || length === undefined) return undefined;
  const at = Number(index.value);
  return dataItem(run, self, at < 0 ? at + length : at, node);
}

/** The batches of a loader that does not shuffle, or the samples of a dataset; undefined where they are not known. */
export function dataItems(run: Run, self: Reference, state: LibraryObject, node: Range): readonly Value[] | undefined {
  if (!isData(state)) return undefined;
  const name = nameOf(state);
  const dataset = name === 'DataLoader' ? state.args.get('_dataset') : self;
  const count = dataset && dataLength(run, dataset, node);
  if (!dataset || count === undefined || count > maxSamples) return undefined;
  if (name === 'DataLoader' && !isInOrder(state)) return undefined;
  if (!isKnown(run, dataset, 4)) return undefined;
  const samples: Value[] = [];
  for (let i = 0; i < count; i++) {
    const sample = dataItem(run, dataset, i, node);
    if (!sample) return undefined;
    samples.push(sample);
  }
  return name === 'DataLoader' ? batchesOf(run, state, samples, node) : samples;
}

/** Samples of tensors without numbers are all alike: nothing is gained by going through them. */
function isKnown(run: Run, dataset: Value, depth: number): boolean {
  const state = dataset.kind === 'reference' ? stateOf(run, dataset) : undefined;
  if (state?.kind !== 'libraryObject' || depth === 0) return true;
  const inner = state.args.get('_dataset');
  if (inner) return isKnown(run, inner, depth - 1);
  return itemsIn(state.args.get('_tensors')).every((one) => {
    const now = current(run, one);
    return now.kind !== 'array' || now.data !== undefined;
  });
}

function isInOrder(state: LibraryObject): boolean {
  const shuffle = state.args.get('_shuffle');
  const still = !shuffle || shuffle.kind === 'none' || (shuffle.kind === 'bool' && !shuffle.value);
  return still && batchSize(state) !== undefined && !isGiven(state, '_sampler') && !isGiven(state, '_batch_sampler');
}

function batchesOf(run: Run, state: LibraryObject, samples: readonly Value[], node: Range): readonly Value[] {
  const size = batchSize(state) ?? 1;
  const collate = state.args.get('_collate');
  const own = collate && collate.kind !== 'none' ? collate : undefined;
  if (size === 0) return samples.map((sample) => (own ? callWith(run, own, [sample], node) : sample));
  const count = drops(state) ? Math.floor(samples.length / size) : Math.ceil(samples.length / size);
  return Array.from({ length: count }, (_, i) => {
    const part = samples.slice(i * size, (i + 1) * size);
    return own ? callWith(run, own, [newList(run, part)], node) : collated(run, part, node, 4);
  });
}

/** https://pytorch.org/docs/stable/data.html#torch.utils.data.default_collate */
function collated(run: Run, samples: readonly Value[], node: Range, depth: number): Value {
  const [first] = samples;
  const nothing = unknown(run, 'unmodelled', 'default_collate');
  if (!first || depth === 0 || !samples.every(({ kind }) => kind === first.kind)) return nothing;
  const context = operationContext(run, node);
  const inTorch = { ...context, library: 'torch' };
  switch (first.kind) {
    case 'array': {
      const arrays = samples.map((one) => plain(run, current(run, one)));
      const tensors = arrays.map((one) =>
        one.kind === 'array' && one.library === 'numpy'
          ? runOperation(
              'convert',
              new Map<string, Value>([
                ['x', one],
                ['library', { kind: 'text', value: 'torch' }],
              ]),
              inTorch,
            )
          : one,
      );
      return runOperation(
        'stack',
        new Map<string, Value>([
          ['arrays', tuple(tensors)],
          ['axis', int(0)],
        ]),
        inTorch,
      );
    }
    case 'float':
      return runOperation(
        'array',
        new Map<string, Value>([
          ['data', tuple(samples.map((one) => (one.kind === 'float' ? float(one.value) : one)))],
          ['dtype', { kind: 'dtype', library: 'torch', dtype: 'float64' }],
        ]),
        inTorch,
      );
    case 'int':
    case 'bool':
      return runOperation('array', new Map<string, Value>([['data', tuple(samples)]]), inTorch);
    case 'text':
      return newList(run, samples);
    case 'tuple':
      return collatedParts(run, first, samples, node, depth);
    case 'reference':
      return collatedObjects(run, samples, node, depth) ?? nothing;
    default:
      return nothing;
  }
}

function collatedParts(run: Run, first: Tuple, samples: readonly Value[], node: Range, depth: number): Value {
  const parts = first.items.map((_, i) =>
    collated(
      run,
      samples.flatMap((one) => itemsIn(one)[i] ?? []),
      node,
      depth - 1,
    ),
  );
  return first.names ? { ...first, items: parts } : newList(run, parts);
}

/** Lists by place, dicts by key. */
function collatedObjects(run: Run, samples: readonly Value[], node: Range, depth: number): Value | undefined {
  const states = samples.map((one) => (one.kind === 'reference' ? stateOf(run, one) : undefined));
  const [first] = states;
  if (first?.kind === 'list') {
    const lists = states.map((one) => (one?.kind === 'list' ? one.items : undefined));
    if (lists.some((list) => list === undefined || list.length !== first.items?.length)) return undefined;
    return newList(
      run,
      (first.items ?? []).map((_, i) =>
        collated(
          run,
          lists.flatMap((list) => list?.[i] ?? []),
          node,
          depth - 1,
        ),
      ),
    );
  }
  const dicts = states.map((one) => (one?.kind === 'dict' && !one.open ? entriesOf(one) : undefined));
  const [keys] = dicts;
  if (!keys || dicts.includes(undefined)) return undefined;
  return newDict(
    run,
    [...keys].map(([name, { key }]) => {
      const values = dicts.flatMap((dict) => dict?.get(name)?.value ?? []);
      return [key, collated(run, values, node, depth - 1)] as const;
    }),
  );
}
