import { ConfigurationTarget, commands, Disposable, type Uri, window, workspace } from 'vscode';
import { createLensSwitch, flip, type Level, levelOf } from './switching.ts';

interface Toggle {
  readonly command: string;
  readonly setting: string;
  /** The value after the given one. */
  readonly next: (value: unknown) => unknown;
}

const toggles: readonly Toggle[] = [
  { command: 'softlens.toggleHover', setting: 'hover.enabled', next: flip },
  { command: 'softlens.toggleInlayHints', setting: 'inlayHints.enabled', next: flip },
  { command: 'softlens.toggleCodeLens', setting: 'codeLens', next: createLensSwitch() },
  { command: 'softlens.toggleDiagnostics', setting: 'diagnostics.enabled', next: flip },
];

const targets: Readonly<Record<Level, ConfigurationTarget>> = {
  folder: ConfigurationTarget.WorkspaceFolder,
  workspace: ConfigurationTarget.Workspace,
  user: ConfigurationTarget.Global,
};

export function registerToggles(): Disposable {
  return Disposable.from(
    ...toggles.map(({ command, setting, next }) =>
      commands.registerCommand(command, async () => {
        const configuration = workspace.getConfiguration('softlens', placeHere());
        const level = levelOf(configuration.inspect(setting));
        await configuration.update(setting, next(configuration.get(setting)), targets[level]);
      }),
    ),
  );
}

/** Of several folders in a workspace, each may have a value of its own: the one counts that is seen. */
function placeHere(): Uri | undefined {
  return window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri;
}
