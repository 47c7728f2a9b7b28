import type { Range } from '@softlens/syntax';
import type { Value } from '../../values/value.ts';
import { stateOf } from '../objects/objects.ts';
import { inFrame, type Run } from '../run/run.ts';

/** Runs a layer of a model where the layer is written: what it gives comes from there, not from the one call that runs them all. */
export function whereWritten<T>(run: Run, layer: Value, call: Range, body: (node: Range) => T): T {
  const state = layer.kind === 'reference' ? stateOf(run, layer) : undefined;
  if (state?.kind !== 'libraryObject') return body(call);
  const { place } = state;
  if (place.path === run.frame.document.path) return body(place);
  const document = run.session.project.module(place.path);
  return document ? inFrame(run, { ...run.frame, document }, () => body(place)) : body(call);
}
