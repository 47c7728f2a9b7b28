/** Pretrained models: https://huggingface.co/docs/transformers/main_classes/model */
import type { LibraryClass, Reference, Value } from '../../values/value.ts';
import { allocate } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { moduleMember } from './module.ts';

export function huggingfaceAttribute(run: Run, base: LibraryClass, name: string, self?: Reference): Value | undefined {
  if (name === 'from_pretrained' || name === 'from_config') {
    const object = allocate(run, {
      kind: 'libraryObject',
      row: base.row,
      library: base.library,
      args: new Map(),
      fields: new Map(),
      place: { path: run.frame.document.path, start: 0, end: 0 },
    });
    return { kind: 'method', self: object, function: { kind: 'builtin', name: 'module.self' } };
  }
  return self && moduleMember('huggingface', self, name);
}
