/** `nn.Embedding.from_pretrained(weight)`: https://pytorch.org/docs/stable/generated/torch.nn.Embedding.html */
import { lookup } from '@softlens/frameworks';
import { untaped } from '../../operations/gradients/record.ts';
import { bool, int } from '../../values/make.ts';
import type { LibraryFunction, Value } from '../../values/value.ts';
import { type Arguments, bindSignature } from '../calls/arguments.ts';
import { asLeaf } from '../gradients/leaves.ts';
import { allocate } from '../objects/objects.ts';
import { placeOf, type Run } from '../run/run.ts';
import { current } from '../state/aliases.ts';
import { noteParameter } from './weights.ts';

const suffix = '.from_pretrained';

/** A layer over the given table, frozen unless said otherwise; undefined for other functions. */
export function pretrainedEmbedding(run: Run, fn: LibraryFunction, args: Arguments): Value | undefined {
  const { name, signature } = fn.row;
  if (!name.startsWith('torch.nn.Embedding') || !name.endsWith(suffix)) return undefined;
  const cls = lookup(name.slice(0, -suffix.length))?.row;
  const { values } = bindSignature(run, signature, args);
  const given = values.get('weight');
  const table = given && current(run, given);
  if (cls?.kind !== 'class' || table?.kind !== 'array' || table.shape?.length !== 2) return undefined;
  const freeze = values.get('_freeze');
  const frozen = !freeze || (freeze.kind === 'bool' && freeze.value);
  const weight = frozen ? { ...untaped(table) } : asLeaf(run, { ...untaped(table) }, true);
  noteParameter(run, weight);
  const sizes = table.shape.flatMap((size, i): [string, Value][] =>
    typeof size === 'number' ? [[i === 0 ? 'count' : 'features', int(size)]] : [],
  );
  return allocate(run, {
    kind: 'libraryObject',
    row: cls,
    library: fn.library,
    args: new Map<string, Value>([...values, ...sizes, ['_frozen', bool(frozen)]]),
    fields: new Map<string, Value>([['weight', weight]]),
    place: placeOf(run, args.node),
  });
}
