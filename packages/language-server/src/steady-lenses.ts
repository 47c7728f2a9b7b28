/** Keeps the lenses of a program in their places while somebody types in it. */
import { type Lens, type RememberedLens, rememberLenses, type Snapshot, steadyLenses } from '@softlens/language-service';
import type { ViewEvent, Views } from './views.ts';

export interface SteadyLenses {
  /** The lenses, with what keeps the places of those that were there before. */
  hold(program: string, found: readonly Lens[], document: Snapshot['document']): readonly Lens[];
}

/** After so long without an edit, a line that has no lens any more gives up its place. */
const calmMilliseconds = 1500;

/** `refresh` has the client ask for the lenses again. */
export function createSteadyLenses(views: Views, refresh: () => void): SteadyLenses {
  const remembered = new Map<string, readonly RememberedLens[]>();
  const typing = new Map<string, ReturnType<typeof setTimeout>>();

  // Also where nothing holds its place: after a quick undo VS Code was seen to go on showing the numbers of the edit before.
  const calm = (program: string): void => {
    typing.delete(program);
    if (remembered.has(program)) refresh();
  };

  views.onEvent(({ kind, view }: ViewEvent) => {
    const program = view.notebook ?? view.text.uri;
    clearTimeout(typing.get(program));
    typing.delete(program);
    if (kind === 'edited') typing.set(program, setTimeout(calm, calmMilliseconds, program));
    else if (kind === 'closed') remembered.delete(program);
  });

  return {
    hold(program, found, { text, module }) {
      const isBroken = module.errors.length > 0;
      const before = isBroken || typing.has(program) ? (remembered.get(program) ?? []) : [];
      const shown = steadyLenses(found, before, text);
      remembered.set(program, rememberLenses(shown, text));
      return shown;
    },
  };
}
