import { type ExtensionContext, env, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { createErrorHandler } from './errorHandler.ts';
import { openExplorer } from './explorer/panel.ts';
import { openRulePage, rulePageAddress } from './rulePages.ts';
import { showPath } from './showPath.ts';
import { themeKind } from './theme.ts';
import { isWorkedOn, type Surroundings } from './workedOn.ts';

export const languages = ['python', 'javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'markdown'];

/** They count as they are edited, before they are saved. */
const configurations = ['**/softlens.json', '**/pyproject.toml'];

/** `ended` is called when the server ends by itself. */
export function clientOptions(context: ExtensionContext, log: LogOutputChannel, ended: () => void): LanguageClientOptions {
  const timed = hoverTimes(log);
  return {
    documentSelector: [...languages.map((language) => ({ language })), ...configurations.map((pattern) => ({ pattern }))],
    outputChannel: log,
    errorHandler: createErrorHandler(ended),
    initializationFailedHandler: () => false,
    markdown: { supportHtml: true, isTrusted: { enabledCommands: [openExplorer] } },
    // Asked for again when the server has crashed and is started anew.
    initializationOptions: () => ({
      pictures: true,
      theme: themeKind(),
      locale: env.language,
      checksSettings: true,
      offers: true,
      commands: [openRulePage, showPath, openExplorer],
      rulePage: rulePageAddress,
      // On a remote machine they hold the name of the connection, which is not known here.
      cellAddresses: env.remoteName === undefined,
      // Where the worker finds its WebAssembly: a worker made from a blob has no address of its own.
      assets: Uri.joinPath(context.extensionUri, 'server').toString(true),
    }),
    middleware: {
      provideDiagnostics(document, previousResultId, token, next) {
        const uri = document instanceof Uri ? document : document.uri;
        return isWorkedOn(uri, surroundings) ? next(document, previousResultId, token) : undefined;
      },
      async provideHover(document, position, token, next) {
        const begun = performance.now();
        const hover = await next(document, position, token);
        if (hover) timed(performance.now() - begun);
        return hover;
      },
    },
  };
}

const surroundings: Surroundings<Uri> = {
  isWritableFileSystem: (scheme) => workspace.fs.isWritableFileSystem(scheme),
  isInFolder: (uri) => workspace.getWorkspaceFolder(uri) !== undefined,
};

/** The first hover is noted for all to see, as it bears what was left for later; the others only where somebody looks closely. */
function hoverTimes(log: LogOutputChannel): (milliseconds: number) => void {
  let first = true;
  return (milliseconds) => {
    if (first) log.info(`First hover in ${milliseconds.toFixed(1)} ms`);
    else log.debug(`Hover in ${milliseconds.toFixed(1)} ms`);
    first = false;
  };
}
