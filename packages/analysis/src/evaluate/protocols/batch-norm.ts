/** torch.nn.BatchNorm: a call that trains moves the running statistics, which a call that does not train uses. */
import { runningAfter } from '../../operations/layers/norms.ts';
import type { ArrayValue, LibraryObject, Reference, Value } from '../../values/value.ts';
import { setState } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { current } from '../state/aliases.ts';

export const isBatchNorm = ({ row, library }: LibraryObject): boolean => library === 'torch' && /\.BatchNorm\dd$/.test(row.name);

/** The running statistics as arguments of the operation. */
export function runningStatistics({ fields }: LibraryObject): readonly (readonly [string, Value])[] {
  const [mean, variance] = [fields.get('running_mean'), fields.get('running_var')];
  return mean && variance
    ? [
        ['runningMean', mean],
        ['runningVariance', variance],
      ]
    : [];
}

/** What it keeps besides its weights; zeros and ones before the first batch. */
export function batchBuffers(state: LibraryObject): readonly (readonly [name: string, value: Value])[] {
  const track = state.args.get('_track');
  if (track?.kind === 'bool' && !track.value) return [];
  return bufferNames.flatMap((name) => {
    const value = batchBuffer(state, name);
    return value ? [[name, value] as const] : [];
  });
}

const bufferNames = ['running_mean', 'running_var', 'num_batches_tracked'] as const;

export function batchBuffer(state: LibraryObject, name: string): Value | undefined {
  const track = state.args.get('_track');
  if (!bufferNames.some((one) => one === name) || (track?.kind === 'bool' && !track.value)) return undefined;
  const written = state.fields.get(name);
  if (written) return written;
  const count = state.args.get('_num_features');
  const size = count?.kind === 'int' ? Number(count.value) : undefined;
  const isCount = name === 'num_batches_tracked';
  const shape = isCount ? [] : size === undefined || size > 4096 ? undefined : [size];
  const dtype = isCount ? 'int64' : 'float32';
  if (!shape) return { kind: 'array', library: 'torch', dtype, reason: { key: 'learned' } };
  const data = { dtype, shape, data: new Float64Array(shape[0] ?? 1).fill(name === 'running_var' ? 1 : 0) } as const;
  return { kind: 'array', library: 'torch', dtype, shape, data };
}

/** Notes what a call with `x` leaves behind. */
export function noteBatch(run: Run, self: Reference, state: LibraryObject, x: Value | undefined): void {
  const training = state.fields.get('training');
  if (training?.kind === 'bool' && !training.value) return;
  const now = x && current(run, x);
  const momentum = state.args.get('_momentum');
  const rate = momentum?.kind === 'float' ? momentum.value : momentum === undefined ? 0.1 : undefined;
  const [mean, variance] = [knownOf(state, 'running_mean'), knownOf(state, 'running_var')];
  const known =
    now?.kind === 'array' && now.data && rate !== undefined && mean !== 'unknown' && variance !== 'unknown'
      ? runningAfter(now.data, mean?.data, variance?.data, rate)
      : [undefined, undefined];
  const fields = new Map(state.fields);
  for (const [i, name] of ['running_mean', 'running_var'].entries()) {
    const data = known[i];
    const value: ArrayValue = data
      ? { kind: 'array', library: 'torch', dtype: 'float32', shape: data.shape, data }
      : { kind: 'array', library: 'torch', dtype: 'float32', reason: { key: 'learned' } };
    fields.set(name, value);
  }
  const tracked = batchBuffer(state, 'num_batches_tracked');
  const turns = tracked?.kind === 'array' ? tracked.data?.data[0] : undefined;
  if (tracked?.kind === 'array' && tracked.data && turns !== undefined)
    fields.set('num_batches_tracked', { ...tracked, data: { ...tracked.data, data: Float64Array.of(turns + 1) } });
  setState(run, self, { ...state, fields });
}

/** Undefined before the first batch. */
function knownOf(state: LibraryObject, name: string): ArrayValue['data'] | 'unknown' {
  const value = state.fields.get(name);
  if (!value) return undefined;
  return value.kind === 'array' && value.data ? value.data : 'unknown';
}
