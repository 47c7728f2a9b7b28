/** Where gradients are not followed: `torch.no_grad()` around a block or a function, `torch.set_grad_enabled(False)`. */
import type { LibraryObject, UserFunction, Value } from '../../values/value.ts';
import { stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { startTape } from './tapes.ts';

/** Runs `body`, after which gradients are followed as they were before. */
export function keepingMode<T>(run: Run, body: () => T): T {
  const { untracked, recording } = run;
  try {
    return body();
  } finally {
    run.untracked = untracked;
    run.recording = recording;
  }
}

/** Runs `body` as under `torch.no_grad()`. */
export const withoutGradients = <T>(run: Run, body: () => T): T =>
  keepingMode(run, () => {
    run.untracked = true;
    return body();
  });

/** `with torch.no_grad():`, `with tf.GradientTape() as tape:` */
export function enterMode(run: Run, manager: Value): void {
  const state = manager.kind === 'reference' ? stateOf(run, manager) : undefined;
  if (manager.kind === 'reference' && state?.kind === 'libraryObject' && state.row.name === 'tensorflow.GradientTape')
    startTape(run, manager);
  const mode = state?.kind === 'libraryObject' ? modeOf(state) : undefined;
  if (mode !== undefined) run.untracked = !mode;
}

/** Whether gradients are followed inside; undefined for other objects. */
function modeOf({ row, args }: LibraryObject): boolean | undefined {
  switch (row.name) {
    case 'torch.no_grad':
      return false;
    case 'torch.enable_grad':
      return true;
    case 'torch.inference_mode':
    case 'torch.set_grad_enabled':
      return flagOf(args.get('_mode'), row.name);
    default:
      return undefined;
  }
}

/** `inference_mode(False)` leaves gradients on. */
function flagOf(mode: Value | undefined, name: string): boolean | undefined {
  if (mode?.kind !== 'bool') return undefined;
  return name === 'torch.inference_mode' ? !mode.value : mode.value;
}

/** `torch.set_grad_enabled(False)` counts from the moment it is called, until the block ends that it may head. */
export function setMode(run: Run, name: string, mode: Value | undefined): void {
  if (name !== 'torch.set_grad_enabled' || mode?.kind !== 'bool') return;
  run.untracked = !mode.value;
  run.opaque = true;
}

/** `@torch.no_grad()` */
export function decoratedMode(name: string | undefined, fn: UserFunction): UserFunction | undefined {
  if (name === 'torch.no_grad' || name === 'torch.inference_mode') return { ...fn, untracked: true };
  return name === 'torch.enable_grad' ? { ...fn, untracked: false } : undefined;
}
