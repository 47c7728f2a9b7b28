/** What the toggles decide: which value follows, and where it is written. */

export type Level = 'folder' | 'workspace' | 'user';

/** Where the value in force was set, so that the change is seen: a folder's or workspace's own value would win over the user's. */
export function levelOf(found: { workspaceFolderValue?: unknown; workspaceValue?: unknown } | undefined): Level {
  if (found?.workspaceFolderValue !== undefined) return 'folder';
  return found?.workspaceValue !== undefined ? 'workspace' : 'user';
}

export const flip = (value: unknown): unknown => value === false;

/** Switched on again, there are as many lenses as before: who wants only problems has chosen so. */
export function createLensSwitch(): (value: unknown) => unknown {
  let before: unknown = 'all';
  return (value) => {
    if (value === 'off') return before;
    before = value;
    return 'off';
  };
}
