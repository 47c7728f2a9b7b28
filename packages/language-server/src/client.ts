/** What a client can do, read once from its `initialize`. */

import type { Theme } from '@softlens/language-service';
import { DiagnosticTag, type InitializeParams } from 'vscode-languageserver';
import type { PositionEncoding } from './positions.ts';
import { type ClientOptions, readClientOptions } from './settings.ts';

export interface Profile {
  readonly options: ClientOptions;
  readonly encoding: PositionEncoding;
  readonly markdown: { readonly hover: boolean };
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  /** Lets the server say that it wants to hear of changed settings. */
  readonly registersConfiguration: boolean;
  readonly refresh: { readonly inlayHints: boolean; readonly codeLens: boolean; readonly diagnostics: boolean };
  /** Asks for diagnostics; other clients are sent them. */
  readonly pullsDiagnostics: boolean;
  readonly relatedInformation: boolean;
  /** Shows a link at a diagnostic's code. */
  readonly codeDescription: boolean;
  /** Fades what a diagnostic calls unnecessary. */
  readonly unnecessaryTag: boolean;
  /** Opens an address that the server names. */
  readonly showsDocuments: boolean;
  /** Shows progress that the server begins. */
  readonly progress: boolean;
  /** Asks for the tooltip of a hint when somebody wants to see it. */
  readonly resolvesTooltips: boolean;
  /** Takes code actions as objects, not only as commands. */
  readonly codeActions: boolean;
  /** Lets the server say which files it wants to hear of. */
  readonly watches: boolean;
  readonly folderChanges: boolean;
  readonly folders: readonly string[];
  readonly locale: string | undefined;
}

export function readProfile(params: InitializeParams): Profile {
  const { capabilities } = params;
  const { diagnostic, publishDiagnostics } = capabilities.textDocument ?? {};
  const options = readClientOptions(params.initializationOptions);
  return {
    options,
    encoding: chooseEncoding(capabilities.general?.positionEncodings),
    markdown: { hover: capabilities.textDocument?.hover?.contentFormat?.includes('markdown') ?? false },
    configuration: capabilities.workspace?.configuration ?? false,
    registersConfiguration: capabilities.workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    refresh: {
      inlayHints: capabilities.workspace?.inlayHint?.refreshSupport ?? false,
      codeLens: capabilities.workspace?.codeLens?.refreshSupport ?? false,
      diagnostics: capabilities.workspace?.diagnostics?.refreshSupport ?? false,
    },
    pullsDiagnostics: diagnostic !== undefined,
    relatedInformation: diagnostic?.relatedInformation ?? publishDiagnostics?.relatedInformation ?? false,
    codeDescription: [diagnostic?.codeDescriptionSupport, publishDiagnostics?.codeDescriptionSupport].includes(true),
    unnecessaryTag: [diagnostic?.tagSupport, publishDiagnostics?.tagSupport].some((tags) =>
      tags?.valueSet.includes(DiagnosticTag.Unnecessary),
    ),
    showsDocuments: capabilities.window?.showDocument?.support ?? false,
    progress: capabilities.window?.workDoneProgress ?? false,
    resolvesTooltips: capabilities.textDocument?.inlayHint?.resolveSupport?.properties.includes('tooltip') ?? false,
    codeActions: capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    watches: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folderChanges: capabilities.workspace?.workspaceFolders ?? false,
    folders: params.workspaceFolders?.map((folder) => folder.uri) ?? (params.rootUri ? [params.rootUri] : []),
    locale: options.locale ?? params.locale,
  };
}

/** UTF-16 where the client offers it, as the text is kept in it; else what the client prefers and this server knows. */
function chooseEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.length === 0 || offered.includes('utf-16')) return 'utf-16';
  return offered.find((one): one is PositionEncoding => one === 'utf-8' || one === 'utf-32') ?? 'utf-16';
}

export function themeOf(name: string | undefined): Theme | undefined {
  return (['light', 'dark', 'high-contrast', 'high-contrast-light'] as const).find((theme) => theme === name);
}
