/** Handlers that only convert, ask, convert. */

import { type DisplayLanguage, displayLanguage } from '@softlens/analysis/messages';
import type { LanguageService, Snapshot, Theme } from '@softlens/language-service';
import type {
  CancellationToken,
  CodeLens,
  CodeLensParams,
  Connection,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
} from 'vscode-languageserver';
import type { Analyses } from './analyses.ts';
import type { Profile } from './client.ts';
import { type Target, toCodeLens, toHover, toInlayHint } from './convert.ts';
import { contentModified } from './guard.ts';
import { offsetAt } from './positions.ts';
import type { Settings } from './settings.ts';
import type { SettingsStore } from './settings-store.ts';
import type { View, Views } from './views.ts';

export interface Requests {
  hover(params: HoverParams, token: CancellationToken): Promise<Hover | null>;
  inlayHints(params: InlayHintParams, token: CancellationToken): Promise<InlayHint[] | null>;
  codeLenses(params: CodeLensParams, token: CancellationToken): Promise<CodeLens[] | null>;
  /** Asks the client to ask again, where it can: something outside the documents changed. */
  refresh(): void;
}

export interface RequestContext {
  readonly connection: Connection;
  readonly client: Profile;
  readonly settings: SettingsStore;
  readonly views: Views;
  readonly analyses: Analyses;
  readonly service: LanguageService;
  readonly theme: () => Theme | undefined;
}

interface Asked {
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly language: DisplayLanguage;
  readonly target: Target;
}

export function createRequests(context: RequestContext): Requests {
  const { client, service } = context;

  const ask = async (
    uri: string,
    token: CancellationToken,
    enabled: (settings: Settings) => boolean,
  ): Promise<Asked | undefined> => {
    const view = context.views.get(uri);
    if (!view) return undefined;
    const settings = await context.settings.of(uri);
    if (!enabled(settings)) return undefined;
    const snapshot = await context.analyses.snapshot(view.notebook ?? uri, () => token.isCancellationRequested);
    if (context.views.get(uri)?.text.version !== view.text.version) throw contentModified();
    if (!snapshot) return undefined;
    const language = settings.language === 'auto' ? displayLanguage(client.locale) : settings.language;
    return {
      view,
      snapshot,
      settings,
      language,
      target: { indexed: view.text, encoding: client.encoding, markdown: client.markdown.hover },
    };
  };

  return {
    async hover({ textDocument, position }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.hover.enabled);
      if (!asked) return null;
      const { snapshot, settings, language, target } = asked;
      const theme = context.theme();
      const pictures = client.options.pictures && settings.hover.picture && client.markdown.hover;
      const offset = offsetAt(asked.view.text, position, client.encoding);
      const found = service.hover(snapshot, offset, { language, pictures, ...(theme && { theme }) });
      return found && toHover(found, target);
    },
    async inlayHints({ textDocument, range }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.inlayHints.enabled);
      if (!asked) return null;
      const { snapshot, language, target, view } = asked;
      const offsets = {
        start: offsetAt(view.text, range.start, client.encoding),
        end: offsetAt(view.text, range.end, client.encoding),
      };
      return service.inlayHints(snapshot, offsets, { language }).map((hint) => toInlayHint(hint, target));
    },
    async codeLenses({ textDocument }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.codeLens !== 'off');
      if (!asked || asked.settings.codeLens === 'off') return null;
      const { snapshot, language, target, settings } = asked;
      return service
        .codeLenses(snapshot, { language, show: settings.codeLens === 'all' ? 'all' : 'problems' })
        .map((lens) => toCodeLens(lens, target));
    },
    refresh() {
      const ignore = () => {};
      if (client.refresh.inlayHints) context.connection.languages.inlayHint.refresh().catch(ignore);
      if (client.refresh.codeLens) context.connection.sendRequest('workspace/codeLens/refresh').catch(ignore);
    },
  };
}
