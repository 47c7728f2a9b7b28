/**
 * scikit-learn's LabelEncoder remembers the classes that it was fitted to, sorted.
 * https://scikit-learn.org/stable/modules/generated/sklearn.preprocessing.LabelEncoder.html
 */

import { indexArray, runOperation } from '../../operations/index.ts';
import type { LibraryFunction, Value } from '../../values/value.ts';
import type { Arguments } from '../calls/arguments.ts';
import { libraryContext } from '../calls/context.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { type Run, unknown } from '../run/run.ts';
import { plain } from '../state/freeze.ts';

/** What a method gives beyond its row; undefined for other objects and methods. */
export function labelEncoderMethod(run: Run, self: Value, fn: LibraryFunction, args: Arguments): Value | undefined {
  const state = self.kind === 'reference' ? stateOf(run, self) : undefined;
  if (self.kind !== 'reference' || state?.kind !== 'libraryObject' || !state.row.name.endsWith('.LabelEncoder')) return undefined;
  const method = fn.row.name.slice(fn.row.name.lastIndexOf('.') + 1);
  const given = args.positional[0]?.value ?? args.keywords.get('y')?.value;
  if (!given) return undefined;
  const context = { ...libraryContext(run, 'numpy', args.node), library: 'numpy' };
  const x = plain(run, given);
  if (method === 'fit' || method === 'fit_transform') {
    const found = runOperation('unique', new Map([['x', x]]), context);
    const isKnown = found.kind === 'array' && (found.data || found.texts);
    const classes = isKnown ? found : unknown(run, 'learned', 'classes_');
    setState(run, self, { ...state, fields: new Map(state.fields).set('classes_', classes) });
    return undefined;
  }
  const classes = state.fields.get('classes_');
  if (classes?.kind !== 'array') return undefined;
  if (method === 'inverse_transform') {
    const indices = x.kind === 'tuple' ? runOperation('array', new Map([['data', x]]), context) : x;
    const isKnown =
      indices.kind === 'array' && indices.shape?.length === 1 && indices.data && !indices.data.dtype.includes('float');
    return isKnown ? indexArray(classes, [indices], context) : unknown(run, 'unmodelled', method);
  }
  if (method !== 'transform') return undefined;
  const known = runOperation(
    'isin',
    new Map([
      ['x', x],
      ['y', classes],
    ]),
    context,
  );
  const isWhole = known.kind === 'array' && known.data && Array.from(known.data.data, Number).every((one) => one === 1);
  // A label that was not seen raises.
  return isWhole
    ? runOperation(
        'searchsorted',
        new Map([
          ['x', classes],
          ['y', x],
        ]),
        context,
      )
    : unknown(run, 'unmodelled', method);
}
