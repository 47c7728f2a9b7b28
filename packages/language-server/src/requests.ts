/** Handlers that only convert, ask, convert. */

import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type {
  LanguageService,
  Lens,
  Diagnostic as ServiceDiagnostic,
  InlayHint as ServiceHint,
  Snapshot,
  TextRange,
  Theme,
} from '@softlens/language-service';
import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  Connection,
  Diagnostic,
  Hover,
  HoverParams,
  InlayHint,
  InlayHintParams,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { Analyses } from './analyses.ts';
import type { Profile } from './client.ts';
import { explainActions, explainCommand, toCodeAction } from './code-actions.ts';
import { type HintData, isInside, showPathCommand, type Target, toCodeLens, toHover, toInlayHint, toOffset } from './convert.ts';
import { type DiagnosticStyle, toDiagnostic, toDiagnostics } from './diagnostics.ts';
import { documentLanguageOf, languageOf } from './documents.ts';
import { type ExploreAnswer, exploreCommand, exploreLink, toExploreAnswer } from './explore.ts';
import { cellPlace } from './files/closed-notebook.ts';
import { isNotebookFile } from './files/sources.ts';
import { contentModified } from './guard.ts';
import type { Notebooks } from './notebooks.ts';
import type { PlaceNames, Spoken } from './place-names.ts';
import type { Places } from './places.ts';
import { beginning, indexText } from './positions.ts';
import type { Related } from './related.ts';
import { opensPages, type RulePage } from './rule-page.ts';
import { at, type Settings } from './settings.ts';
import { displayLanguageOf, type SettingsStore } from './settings-store.ts';
import { createSteadyLenses } from './steady-lenses.ts';
import type { View, Views } from './views.ts';
import type { Workspace } from './workspace.ts';
import type { Checked } from './workspace-diagnostics.ts';

export interface Requests {
  hover(params: HoverParams, token: CancellationToken): Promise<Hover | null>;
  inlayHints(params: InlayHintParams, token: CancellationToken): Promise<InlayHint[] | null>;
  /** The logits at a position, for an editor to play with. */
  explore(params: TextDocumentPositionParams, token: CancellationToken): Promise<ExploreAnswer | null>;
  /** Adds the tooltip, unless the document has changed since. */
  resolveHint(hint: InlayHint, token: CancellationToken): Promise<InlayHint>;
  codeLenses(params: CodeLensParams, token: CancellationToken): Promise<CodeLens[] | null>;
  diagnostics(uri: string, token: CancellationToken): Promise<Diagnostic[] | null>;
  /** Of a file, open or not. */
  fileDiagnostics(uri: string, cancelled: () => boolean): Promise<Checked | undefined>;
  codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[] | null>;
  /** Shows the page of a rule, where the client lets the server open documents. */
  openPage(rule: string): Promise<void>;
  /** Asks the client to ask again, where it can: something outside the documents changed. */
  refresh(): void;
}

export interface RequestContext {
  readonly connection: Connection;
  readonly client: Profile;
  readonly settings: SettingsStore;
  readonly views: Views;
  readonly notebooks: Notebooks;
  readonly analyses: Analyses;
  readonly service: LanguageService;
  readonly places: Places;
  readonly placeNames: PlaceNames;
  readonly theme: () => Theme | undefined;
  readonly versionsOf: Workspace['versionsOf'];
  readonly textOf: Workspace['textOf'];
  readonly pageOf: RulePage;
  readonly related: Related;
}

interface Asked {
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  readonly language: DisplayLanguage;
  readonly target: Target;
  /** The address of the analysed program: the document's, or the notebook's. */
  readonly program: string;
  readonly spoken: Spoken;
}

/** Cells of text are no programs, and those of other languages are none of ours. */
function isServed({ text, notebook }: View): boolean {
  return notebook === undefined ? documentLanguageOf(text.languageId) !== undefined : languageOf(text.languageId) === 'python';
}

function readHintData(data: unknown): HintData | undefined {
  const uri = at(data, ['uri']);
  const version = at(data, ['version']);
  return typeof uri === 'string' && typeof version === 'number' ? { uri, version } : undefined;
}

function touches(one: TextRange, range: TextRange): boolean {
  return one.start <= range.end && range.start <= one.end;
}

/** In a notebook's JSON nobody sees which cell is meant: the words say it. */
function inCell(
  found: ServiceDiagnostic,
  place: { cell: number; line: number } | undefined,
  language: DisplayLanguage,
): ServiceDiagnostic {
  return place
    ? { ...found, message: text('scan.in-cell', language, { cell: place.cell, line: place.line, message: found.message }) }
    : found;
}

function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only === undefined || only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

export function createRequests(context: RequestContext): Requests {
  const { client, service } = context;
  const explores = client.options.commands.includes(exploreCommand);
  const styleOf = (spoken: Spoken): DiagnosticStyle => ({
    places: context.places,
    relatedInformation: client.relatedInformation,
    unnecessaryTag: client.unnecessaryTag,
    pageOf: (rule) => (client.codeDescription ? context.pageOf(rule, spoken.language) : undefined),
    named: (words) => context.placeNames(words, spoken),
  });

  const namedHint = (hint: ServiceHint, spoken: Spoken): ServiceHint =>
    hint.tooltip === undefined ? hint : { ...hint, tooltip: context.placeNames(hint.tooltip, spoken) };

  const cellOf = (uri: string, { start, end }: TextRange) => {
    const file = context.textOf(uri);
    return file === undefined ? undefined : cellPlace(file, start, end);
  };

  const ignore = () => {};
  const refreshLenses = () => {
    if (client.refresh.codeLens) context.connection.sendRequest('workspace/codeLens/refresh').catch(ignore);
  };
  const steady = createSteadyLenses(context.views, refreshLenses);

  const ask = async (
    uri: string,
    token: CancellationToken,
    enabled: (settings: Settings) => boolean,
    make: 'snapshot' | 'checked' = 'snapshot',
  ): Promise<Asked | undefined> => {
    const settings = await context.settings.of(uri);
    const view = context.views.get(uri);
    if (!view || !enabled(settings) || !isServed(view)) return undefined;
    const isAsked = () => !token.isCancellationRequested && context.views.get(uri) === view;
    const snapshot = await settled(view.notebook ?? uri, isAsked, make);
    if (token.isCancellationRequested) return undefined;
    const start = view.notebook === undefined ? 0 : context.notebooks.startOf(uri);
    if (!snapshot || start === undefined || context.views.get(uri) !== view) throw contentModified();
    const language = displayLanguageOf(settings, client);
    const target = { indexed: view.text, start, encoding: client.encoding, markdown: client.markdown.hover };
    const program = view.notebook ?? uri;
    return {
      snapshot,
      settings,
      language,
      target,
      program,
      spoken: { document: snapshot.document, program, reader: uri, language },
    };
  };

  /** What changes elsewhere gives up an analysis at work: it is begun again, until it holds or the asker's own document changes. */
  const settled = async (
    program: string,
    isAsked: () => boolean,
    make: 'snapshot' | 'checked',
  ): Promise<Snapshot | undefined> => {
    while (isAsked()) {
      const begun = context.analyses.generation();
      const snapshot = await context.analyses[make](program, () => !isAsked());
      if (snapshot || context.analyses.generation() === begun) return snapshot;
    }
    return undefined;
  };

  const refactoringsAt = async (asked: Asked, range: TextRange, token: CancellationToken) => {
    const { snapshot, language, program } = asked;
    if (!service.mayRefactor(snapshot)) return [];
    const { analyses, related } = context;
    const isCancelled = (): boolean => token.isCancellationRequested;
    // What changes elsewhere meanwhile is no reason to say that nothing can be done.
    while (!isCancelled()) {
      const begun = analyses.generation();
      const snapshots = await related(program, isCancelled);
      if (snapshots) return service.refactorings(snapshots, snapshot.document.path, range, { language });
      if (analyses.generation() === begun) return [];
    }
    return [];
  };

  return {
    async hover({ textDocument, position }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.hover.enabled);
      if (!asked) return null;
      const { snapshot, settings, language, target, spoken } = asked;
      const theme = context.theme();
      const pictures = client.options.pictures && settings.hover.picture && client.markdown.hover;
      const offset = toOffset(position, target);
      const found = service.hover(snapshot, offset, { language, pictures, ...(theme && { theme }) });
      if (!found) return null;
      const markdown = context.placeNames(found.markdown, spoken);
      if (!explores || !client.markdown.hover || !service.explore(snapshot, offset))
        return toHover({ ...found, markdown }, target);
      const link = exploreLink(textDocument.uri, position, text('hover.explore', language));
      return toHover({ ...found, markdown: `${markdown}\n\n${link}` }, target);
    },
    async explore({ textDocument, position }, token) {
      const asked = await ask(textDocument.uri, token, () => true);
      const found = asked && service.explore(asked.snapshot, toOffset(position, asked.target));
      return found ? toExploreAnswer(found, asked.snapshot, asked.program, context.places) : null;
    },
    async inlayHints({ textDocument, range }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.inlayHints.enabled);
      if (!asked) return null;
      const { snapshot, language, target, spoken } = asked;
      const offsets = { start: toOffset(range.start, target), end: toOffset(range.end, target) };
      const data = { uri: textDocument.uri, version: context.views.get(textDocument.uri)?.text.version ?? 0 };
      const shown = { language, tooltips: !client.resolvesTooltips, pictures: client.options.pictures };
      const hints = service.inlayHints(snapshot, offsets, shown);
      return hints.map((hint) => toInlayHint(namedHint(hint, spoken), target, data));
    },
    async resolveHint(hint, token) {
      const data = readHintData(hint.data);
      if (!data || context.views.get(data.uri)?.text.version !== data.version) return hint;
      const asked = await ask(data.uri, token, (settings) => settings.inlayHints.enabled);
      if (!asked) return hint;
      const offset = toOffset(hint.position, asked.target);
      const [full] = service.inlayHints(
        asked.snapshot,
        { start: offset, end: offset },
        { language: asked.language, tooltips: true, pictures: client.options.pictures },
      );
      return full ? { ...hint, ...toInlayHint(namedHint(full, asked.spoken), asked.target, data), data: hint.data } : hint;
    },
    async codeLenses({ textDocument }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.codeLens !== 'off', 'checked');
      if (!asked || asked.settings.codeLens === 'off') return null;
      const { snapshot, language, target, settings, program } = asked;
      const locationsOf = ({ path = [] }: Lens) =>
        client.options.commands.includes(showPathCommand)
          ? path.flatMap((place) => context.places.locationOf(program, place) ?? [])
          : [];
      const found = service.codeLenses(snapshot, { language, show: settings.codeLens === 'all' ? 'all' : 'problems' });
      return steady
        .hold(program, found, snapshot.document)
        .filter((lens) => isInside(lens.start, target))
        .map((lens) => toCodeLens(lens, textDocument.uri, locationsOf(lens), target, explores));
    },
    async diagnostics(uri, token) {
      const asked = await ask(uri, token, (settings) => settings.diagnostics.enabled, 'checked');
      if (!asked) return null;
      const { snapshot, language, target, program, spoken } = asked;
      return toDiagnostics(service.diagnostics(snapshot, { language }), program, target, styleOf(spoken));
    },
    async fileDiagnostics(uri, cancelled) {
      const snapshot = await context.analyses.checked(uri, cancelled);
      if (!snapshot) return undefined;
      const settings = await context.settings.of(uri);
      const language = displayLanguageOf(settings, client);
      const target = { indexed: indexText(snapshot.document.text), start: 0, encoding: client.encoding, markdown: false };
      const found = service.diagnostics(snapshot, { language });
      const style = styleOf({ document: snapshot.document, program: uri, reader: uri, language });
      if (!isNotebookFile(uri)) {
        const told = new Map([[uri, toDiagnostics(found, uri, target, style)]]);
        return { told, read: context.versionsOf(uri, snapshot.analysis) };
      }
      const told = new Map<string, Diagnostic[]>([[uri, []]]);
      const { path } = snapshot.document;
      for (const one of found) {
        const at = context.places.locationOf(uri, { path, start: one.start, end: one.end }) ?? { uri, range: beginning };
        const named = at.uri === uri ? inCell(one, cellOf(uri, one), language) : one;
        told.set(at.uri, [...(told.get(at.uri) ?? []), { ...toDiagnostic(named, uri, target, style), range: at.range }]);
      }
      return { told, read: context.versionsOf(uri, snapshot.analysis) };
    },
    async codeActions({ textDocument, range, context: { only } }, token) {
      const asked = await ask(textDocument.uri, token, (settings) => settings.diagnostics.enabled, 'checked');
      if (!asked) return null;
      const { snapshot, language, target, program } = asked;
      const offsets = { start: toOffset(range.start, target), end: toOffset(range.end, target) };
      const asksFixes = wants(only, 'quickfix');
      const fixes = asksFixes
        ? [
            ...service.codeActions(snapshot, offsets, { language }),
            ...service.ignoreActions(snapshot, offsets, { language, top: target.start }),
          ]
        : [];
      const rules = service
        .diagnostics(snapshot, { language })
        .filter((one) => touches(one, offsets))
        .map(({ rule }) => rule);
      const explains = asksFixes && (client.options.commands.includes(explainCommand) || opensPages(client));
      // Fix-all is for saving and for commands, not for the list at a lamp. A cell's own would run once per cell.
      const kind = program === textDocument.uri ? 'source.fixAll.softlens' : 'notebook.source.fixAll.softlens';
      const all = only && wants(only, kind) ? service.fixAll(snapshot, text('action.fix-all', language)) : undefined;
      const refactorings = wants(only, 'refactor.rewrite') ? await refactoringsAt(asked, offsets, token) : [];
      return [
        ...[...fixes, ...refactorings, ...(all ? [{ ...all, kind }] : [])].flatMap((action) =>
          toCodeAction(action, program, target, styleOf(asked.spoken)),
        ),
        ...(explains ? explainActions([...new Set(rules)], language) : []),
      ];
    },
    async openPage(rule) {
      const language = displayLanguageOf(await context.settings.of(client.folders[0] ?? ''), client);
      const page = context.pageOf(rule, language);
      if (page !== undefined) await context.connection.window.showDocument({ uri: page, takeFocus: true });
    },
    refresh() {
      if (client.refresh.diagnostics) context.connection.languages.diagnostics.refresh().catch?.(ignore);
      if (client.refresh.inlayHints) context.connection.languages.inlayHint.refresh().catch(ignore);
      refreshLenses();
    },
  };
}
