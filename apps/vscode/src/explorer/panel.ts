/** The explorer's panel: one, beside the editor, opened on an expression, and there again after a reload. */
import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  Position,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { Exploration } from './exploration.ts';
import { afterEdit, documentOf, originOf, replaceText, stands } from './origin.ts';
import { pageOf } from './page-html.ts';
import type { Outcome, ToExtension, ToPage } from './protocol.ts';
import { emptyState, type Origin, stateOf, type Written } from './state.ts';
import { rewrite } from './written.ts';

/** Asks the language server; undefined where it is not there. */
export type Ask = (method: string, params: unknown) => Promise<Exploration | null | undefined>;

interface Place {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** The server names it in its links and lenses, with a place. */
export const openExplorer = 'softlens.openExplorer';
const viewType = 'softlens.explorer';

export function registerExplorer(context: ExtensionContext, ask: Ask, log: LogOutputChannel): Disposable {
  let open: Explorer | undefined;
  const adopt = (panel: WebviewPanel): Explorer => {
    const explorer = createExplorer(context, panel, ask, log);
    open = explorer;
    panel.onDidDispose(() => {
      if (open === explorer) open = undefined;
    });
    return explorer;
  };
  return Disposable.from(
    commands.registerCommand(openExplorer, async (place?: unknown) => {
      const at = isPlace(place) ? place : cursor();
      const found = at && (await read(at, ask));
      const explorer =
        open ?? adopt(window.createWebviewPanel(viewType, 'Softlens', ViewColumn.Beside, { enableFindWidget: true }));
      explorer.show(found);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel) => {
        adopt(panel);
      },
    }),
  );
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && 'uri' in value && typeof value.uri === 'string' && 'position' in value;
}

function cursor(): Place | undefined {
  const editor = window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), position: editor.selection.active };
}

interface Found {
  readonly origin: Origin;
  readonly target: number;
}

async function read({ uri, position }: Place, ask: Ask): Promise<Found | 'nothing' | 'away'> {
  const document = await documentOf(uri);
  if (!document) return 'nothing';
  // Plain data: what goes to a worker is cloned, which makes nothing of a class of the editor's.
  const { line, character } = position;
  const question = { textDocument: { uri }, position: { line, character } };
  // A server that ends meanwhile never answers.
  const found = await ask('softlens/explore', question).catch(() => undefined);
  if (!found) return found === null ? 'nothing' : 'away';
  const origin = await originOf(found, document, document.offsetAt(new Position(line, character)));
  return { origin, target: found.targets?.[found.chosen] ?? 0 };
}

interface Explorer {
  /** Undefined where nothing was asked for. */
  show(found: Found | 'nothing' | 'away' | undefined): void;
}

function createExplorer(context: ExtensionContext, panel: WebviewPanel, ask: Ask, log: LogOutputChannel): Explorer {
  let origin: Origin | undefined;
  /** What the page is to show once it has loaded. */
  let pending: ToPage[] | undefined = [];
  let writing: Written | undefined;
  const tell = (message: ToPage): void => {
    if (pending) pending.push(message);
    else void panel.webview.postMessage(message);
  };
  const say = (outcome: Outcome): void => tell({ type: 'outcome', outcome });
  const update = (next: Origin): void => {
    origin = next;
    tell({ type: 'origin', origin: next });
  };

  const show = (answer: Found | 'nothing' | 'away' | undefined): void => {
    const found = typeof answer === 'object' ? answer : undefined;
    origin = found?.origin;
    panel.title = found ? `Softlens: ${found.origin.title}` : 'Softlens';
    panel.reveal(undefined, false);
    tell({ type: 'open', state: found ? stateOf(found.origin, undefined, found.target) : emptyState });
    if (typeof answer === 'string') say(answer);
  };

  /** The page has loaded: for the first time, or again, with the state that it had kept. */
  const ready = async (kept: Origin | null): Promise<void> => {
    const messages = pending ?? [];
    pending = undefined;
    if (messages.length > 0) return messages.forEach((message) => void panel.webview.postMessage(message));
    if (origin) return update(origin);
    if (!kept) return;
    const written = kept.vectors[kept.chosen]?.written;
    const document = written && (await documentOf(written.uri));
    update({ ...kept, stale: written !== undefined && !(document && stands(written, document)) });
    panel.title = `Softlens: ${kept.title}`;
  };

  const writeBack = async (logits: readonly number[], chosen: number): Promise<void> => {
    const written = origin?.vectors[chosen]?.written;
    if (!origin || !written) return say('closed');
    const document = await documentOf(written.uri);
    if (!document) return say('closed');
    if (!stands(written, document)) {
      update({ ...origin, stale: true });
      return say('changed');
    }
    const next = rewrite(written, logits);
    if (!next) return say('count');
    const { start, text } = written;
    const range = new Range(document.positionAt(start), document.positionAt(start + text.length));
    writing = written;
    const done = await replaceText(document, range, next.text);
    writing = undefined;
    if (!done) return say('read-only');
    const vectors = origin.vectors.with(chosen, {
      ...origin.vectors[chosen],
      index: origin.vectors[chosen]?.index ?? [],
      logits,
      written: { ...written, ...next },
    });
    update({ ...origin, vectors, stale: false });
    say('written');
  };

  const reveal = async (chosen: number): Promise<void> => {
    if (!origin) return;
    const written = origin.vectors[chosen]?.written;
    const document = await documentOf(written?.uri ?? origin.uri);
    if (!document) return say('closed');
    const start = written?.start ?? origin.offset;
    const selection = new Range(document.positionAt(start), document.positionAt(start + (written?.text.length ?? 0)));
    // Where the source is already seen, it is not opened a second time.
    const seen = window.visibleTextEditors.find((editor) => editor.document === document);
    await window.showTextDocument(document, { selection, viewColumn: seen?.viewColumn ?? ViewColumn.One });
  };

  const reread = async (): Promise<void> => {
    const document = origin && (await documentOf(origin.uri));
    if (!origin || !document) return say('closed');
    const found = await read({ uri: origin.uri, position: document.positionAt(origin.offset) }, ask);
    if (typeof found === 'object') show(found);
    else say(found);
  };

  const receive = async (message: ToExtension): Promise<void> => {
    switch (message.type) {
      case 'ready':
        return ready(message.origin);
      case 'copy':
        await env.clipboard.writeText(message.text);
        return say('copied');
      case 'writeBack':
        return writeBack(message.logits, message.chosen);
      case 'reveal':
        return reveal(message.chosen);
      case 'reread':
        return reread();
    }
  };

  const following = workspace.onDidChangeTextDocument((event) => {
    if (!origin || event.contentChanges.length === 0) return;
    const next = afterEdit(origin, event, writing);
    // The page hears of it once, not with every key.
    if (next.stale !== origin.stale) update(next);
    else origin = next;
  });
  panel.onDidDispose(() => following.dispose());
  const root = Uri.joinPath(context.extensionUri, 'out');
  panel.iconPath = Uri.joinPath(context.extensionUri, 'media', 'icon.png');
  panel.webview.options = { enableScripts: true, localResourceRoots: [root] };
  panel.webview.onDidReceiveMessage((message: ToExtension) => {
    receive(message).catch((error: unknown) => {
      log.error(`Explorer, ${message.type}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      say('failed');
    });
  });
  panel.webview.html = pageOf(panel.webview, root);
  return { show };
}
