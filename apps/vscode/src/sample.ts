/** A program to try things on, as a new file of the user's own. */
import { commands, type Disposable, type ExtensionContext, Uri, window, workspace } from 'vscode';

export function registerSample({ extensionUri }: ExtensionContext): Disposable {
  return commands.registerCommand('softlens.openSample', async () => {
    const content = new TextDecoder().decode(
      await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', 'walkthrough.py')),
    );
    await window.showTextDocument(await workspace.openTextDocument({ language: 'python', content }));
  });
}
