import { ConfigurationTarget, commands, Disposable, workspace } from 'vscode';

interface Toggle {
  readonly command: string;
  readonly setting: string;
  /** The value after the given one. */
  readonly next: (value: unknown) => unknown;
}

const flip = (value: unknown): unknown => value === false;

const toggles: readonly Toggle[] = [
  { command: 'softlens.toggleHover', setting: 'hover.enabled', next: flip },
  { command: 'softlens.toggleInlayHints', setting: 'inlayHints.enabled', next: flip },
  { command: 'softlens.toggleCodeLens', setting: 'codeLens', next: (value) => (value === 'off' ? 'all' : 'off') },
  { command: 'softlens.toggleDiagnostics', setting: 'diagnostics.enabled', next: flip },
];

export function registerToggles(): Disposable {
  return Disposable.from(
    ...toggles.map(({ command, setting, next }) =>
      commands.registerCommand(command, async () => {
        const configuration = workspace.getConfiguration('softlens');
        await configuration.update(setting, next(configuration.get(setting)), target(configuration.inspect(setting)));
      }),
    ),
  );
}

/** Where the value in force was set, so that the change is seen: a folder's or workspace's own value would win over the user's. */
function target(found: { workspaceFolderValue?: unknown; workspaceValue?: unknown } | undefined): ConfigurationTarget {
  if (found?.workspaceFolderValue !== undefined) return ConfigurationTarget.WorkspaceFolder;
  if (found?.workspaceValue !== undefined) return ConfigurationTarget.Workspace;
  return ConfigurationTarget.Global;
}
