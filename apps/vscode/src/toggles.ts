import { ConfigurationTarget, commands, Disposable, type Uri, window, workspace } from 'vscode';

interface Toggle {
  readonly command: string;
  readonly setting: string;
  /** The value after the given one. */
  readonly next: (value: unknown) => unknown;
}

const flip = (value: unknown): unknown => value === false;

let lensesBefore: unknown = 'all';

/** Switched on again, there are as many as before: who wants only problems has chosen so. */
function lensesAfter(value: unknown): unknown {
  if (value === 'off') return lensesBefore;
  lensesBefore = value;
  return 'off';
}

const toggles: readonly Toggle[] = [
  { command: 'softlens.toggleHover', setting: 'hover.enabled', next: flip },
  { command: 'softlens.toggleInlayHints', setting: 'inlayHints.enabled', next: flip },
  { command: 'softlens.toggleCodeLens', setting: 'codeLens', next: lensesAfter },
  { command: 'softlens.toggleDiagnostics', setting: 'diagnostics.enabled', next: flip },
];

export function registerToggles(): Disposable {
  return Disposable.from(
    ...toggles.map(({ command, setting, next }) =>
      commands.registerCommand(command, async () => {
        const configuration = workspace.getConfiguration('softlens', placeHere());
        await configuration.update(setting, next(configuration.get(setting)), target(configuration.inspect(setting)));
      }),
    ),
  );
}

/** Of several folders in a workspace, each may have a value of its own: the one counts that is seen. */
function placeHere(): Uri | undefined {
  return window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri;
}

/** Where the value in force was set, so that the change is seen: a folder's or workspace's own value would win over the user's. */
function target(found: { workspaceFolderValue?: unknown; workspaceValue?: unknown } | undefined): ConfigurationTarget {
  if (found?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (found?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  return ConfigurationTarget.Global;
}
