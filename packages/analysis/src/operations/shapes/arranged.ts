/**
 * What only picks, arranges or converts elements leaves them what they are. Where an argument that says how is not known, shape and
 * data are lost, but not the meaning: `probabilities.view(y.size())` are probabilities.
 */
import type { Space } from '../../values/space.ts';
import type { ArrayValue, Value } from '../../values/value.ts';
import { makeArray } from '../elementwise/operand.ts';
import { spaceOf } from '../gives.ts';
import type { OperationArguments } from '../operation.ts';
import { loseAxis, makeSpace } from '../spaces.ts';

/** All elements are there still. */
const arranging: ReadonlySet<string> = new Set([
  'broadcastTo',
  'concatenate',
  'expand',
  'expandDims',
  'expandLike',
  'flatten',
  'flip',
  'hstack',
  'matrixTranspose',
  'moveAxis',
  'permute',
  'repeat',
  'reshape',
  'reshapeLike',
  'roll',
  'squeeze',
  'stack',
  'swapAxes',
  'tile',
  'unflatten',
  'vstack',
]);

const converting: ReadonlySet<string> = new Set(['array', 'cast', 'castLike', 'convert', 'to']);

/** Some of them: what summed to one along the classes need not do so any more. */
const picking: ReadonlySet<string> = new Set([
  'booleanMask',
  'chunk',
  'gatherNd',
  'narrow',
  'selectIndex',
  'slice',
  'split',
  'splitSizes',
  'take',
  'takeAlong',
  'unbind',
]);

/** What is known of an operation's result from its kind alone; undefined when that is nothing. */
export function arranged(op: string, args: OperationArguments, result: Value): Value | undefined {
  if (result.kind !== 'unknown' && !(result.kind === 'array' && !result.space && converting.has(op))) return undefined;
  if (result.kind === 'unknown' && result.reason.key === 'error') return undefined;
  const isPicking = picking.has(op);
  if (!isPicking && !arranging.has(op) && !converting.has(op)) return undefined;
  if (converting.has(op) && isToIntegers(args.get('dtype') ?? args.get('target'))) return undefined;
  const source = sourceOf(args);
  if (!source?.space || !meanings.has(source.space.name)) return undefined;
  if (result.kind === 'array') return { ...result, space: source.space };
  const space = isPicking ? withoutSum(source.space) : loseAxis(source.space, false);
  return makeArray(source.library, { space, reason: result.reason, ...(converting.has(op) ? { shape: source.shape } : {}) });
}

const meanings: ReadonlySet<string> = new Set(['logits', 'probabilities', 'log-probabilities']);

/** The array that is arranged; of several that are joined, the first when all mean the same. */
function sourceOf(args: OperationArguments): ArrayValue | undefined {
  const x = args.get('x') ?? args.get('data');
  if (x) return x.kind === 'array' && !x.data ? x : undefined;
  const joined = args.get('arrays');
  if (joined?.kind !== 'tuple') return undefined;
  const [first, ...rest] = joined.items;
  const same = (one: Value): boolean => {
    const [a, b] = [spaceOf(first), spaceOf(one)];
    return a !== undefined && a.name === b?.name && a.family === b.family;
  };
  return first?.kind === 'array' && !first.data && rest.every(same) ? first : undefined;
}

function withoutSum(space: Space): Space {
  const family = space.family === 'categorical' && space.name !== 'logits' ? undefined : space.family;
  return makeSpace(space.name, { family, origin: space.origin });
}

/** `x.type(torch.cuda.LongTensor)`: the legacy names of tensor types tell what becomes of the numbers. */
function isToIntegers(target: Value | undefined): boolean {
  const name =
    target?.kind === 'libraryName'
      ? target.name
      : target?.kind === 'libraryFunction' || target?.kind === 'libraryClass'
        ? target.row.name
        : target?.kind === 'text'
          ? target.value
          : target?.kind === 'dtype'
            ? target.dtype
            : '';
  return /int|long|short|byte|char|bool/i.test(name);
}
