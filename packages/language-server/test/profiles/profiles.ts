/** Clients by what they announce, and what each is to be given for it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver-protocol';

export interface Client {
  readonly name: string;
  readonly initialize: Partial<InitializeParams>;
  readonly expected: Expected;
}

export interface Expected {
  readonly encoding: 'utf-8' | 'utf-16' | 'utf-32';
  /** One of the two, never both. */
  readonly diagnostics: 'asked for' | 'sent';
  readonly hover: 'Markdown' | 'plain text';
  readonly relatedInformation: boolean;
  readonly links: boolean;
  readonly fixes: boolean;
  /** Of hints: at once, or when somebody wants to see them. */
  readonly tooltips: 'at once' | 'when resolved';
  readonly pictures?: boolean;
  /** What the server may ask of the client. */
  readonly asks: readonly string[];
}

const watching = 'client/registerCapability';
const settings = 'workspace/configuration';
const refreshing = ['workspace/inlayHint/refresh', 'workspace/codeLens/refresh', 'workspace/diagnostic/refresh'];

export const clients: readonly Client[] = [
  {
    name: 'Neovim 0.7 (recorded)',
    initialize: recorded('neovim-0.7'),
    expected: {
      encoding: 'utf-16',
      diagnostics: 'sent',
      hover: 'Markdown',
      relatedInformation: true,
      links: false,
      fixes: true,
      tooltips: 'at once',
      asks: [],
    },
  },
  {
    name: 'Neovim 0.12 (recorded)',
    initialize: recorded('neovim-0.12'),
    expected: {
      encoding: 'utf-16',
      diagnostics: 'asked for',
      hover: 'Markdown',
      relatedInformation: true,
      links: false,
      fixes: true,
      tooltips: 'when resolved',
      asks: [settings, ...refreshing],
    },
  },
  {
    name: 'Helix 25.07 (recorded)',
    initialize: recorded('helix-25.07'),
    expected: {
      encoding: 'utf-16',
      diagnostics: 'asked for',
      hover: 'Markdown',
      relatedInformation: false,
      links: false,
      fixes: true,
      tooltips: 'at once',
      asks: [settings, watching],
    },
  },
  {
    name: 'Eglot 1.17 (recorded)',
    initialize: recorded('eglot-1.17'),
    expected: {
      encoding: 'utf-16',
      diagnostics: 'sent',
      hover: 'plain text',
      relatedInformation: false,
      links: false,
      fixes: true,
      tooltips: 'at once',
      asks: [settings, watching],
    },
  },
  {
    name: 'Kate 22.12 (recorded)',
    initialize: recorded('kate-22.12'),
    expected: {
      encoding: 'utf-16',
      diagnostics: 'sent',
      hover: 'Markdown',
      relatedInformation: true,
      links: false,
      fixes: true,
      tooltips: 'at once',
      asks: [],
    },
  },
  {
    name: 'Kate 26.08 (recorded)',
    initialize: recorded('kate-26.08'),
    expected: {
      encoding: 'utf-16',
      diagnostics: 'sent',
      hover: 'Markdown',
      relatedInformation: true,
      links: false,
      fixes: true,
      tooltips: 'at once',
      asks: [settings],
    },
  },
  {
    // As in `get_initialize_params` of the package LSP.
    name: 'Sublime Text',
    initialize: {
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        textDocument: {
          hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
          codeAction: { dynamicRegistration: true, codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
          codeLens: { dynamicRegistration: true },
          publishDiagnostics: {
            relatedInformation: true,
            tagSupport: { valueSet: [1, 2] },
            versionSupport: true,
            codeDescriptionSupport: true,
          },
          inlayHint: { dynamicRegistration: true, resolveSupport: { properties: ['textEdits', 'label.command'] } },
          diagnostic: {
            dynamicRegistration: true,
            relatedDocumentSupport: true,
            relatedInformation: true,
            codeDescriptionSupport: true,
          },
        },
        workspace: {
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceFolders: true,
          configuration: true,
          codeLens: { refreshSupport: true },
          inlayHint: { refreshSupport: true },
          diagnostics: { refreshSupport: true },
        },
        window: { workDoneProgress: true, showDocument: { support: true } },
      },
    },
    expected: {
      encoding: 'utf-16',
      diagnostics: 'asked for',
      hover: 'Markdown',
      relatedInformation: true,
      links: true,
      fixes: true,
      tooltips: 'at once',
      asks: [settings, watching, ...refreshing],
    },
  },
  {
    // The features that jupyterlab-lsp announces: no code actions, no hints, diagnostics sent.
    name: 'JupyterLab-LSP',
    initialize: {
      capabilities: {
        textDocument: {
          hover: { dynamicRegistration: true, contentFormat: ['markdown', 'plaintext'] },
          publishDiagnostics: { tagSupport: { valueSet: [2, 1] } },
        },
      },
    },
    expected: {
      encoding: 'utf-16',
      diagnostics: 'sent',
      hover: 'Markdown',
      relatedInformation: false,
      links: false,
      fixes: false,
      tooltips: 'at once',
      asks: [],
    },
  },
  only('UTF-8 only', { general: { positionEncodings: ['utf-8'] } }, 'utf-8'),
  only('UTF-32 only', { general: { positionEncodings: ['utf-32'] } }, 'utf-32'),
  only('UTF-8 before UTF-32', { general: { positionEncodings: ['utf-8', 'utf-32'] } }, 'utf-8'),
  only('an encoding that nobody knows', { general: { positionEncodings: ['utf-7'] } }, 'utf-16'),
  only('nothing at all', {}, 'utf-16'),
];

/** A client that announces one thing and no other. */
function only(name: string, capabilities: ClientCapabilities, encoding: Expected['encoding']): Client {
  return {
    name,
    initialize: { capabilities },
    expected: {
      encoding,
      diagnostics: 'sent',
      hover: 'plain text',
      relatedInformation: false,
      links: false,
      fixes: false,
      tooltips: 'at once',
      asks: [],
    },
  };
}

/** What the editor itself sent to a server that wrote it down. */
function recorded(name: string): Partial<InitializeParams> {
  return JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'));
}
