/**
 * What the client calls documents, and the programs they are part of. A file is its own program; the cells of a
 * notebook are stretches of one. Positions are of the view, offsets of the program.
 */
import { type ContentChange, changeText, type OpenText, openText, type TextEdit } from './documents.ts';
import type { PositionEncoding } from './positions.ts';

export interface View {
  readonly text: OpenText;
  /** The notebook that the cell belongs to. */
  readonly notebook?: string;
}

export type ViewEvent =
  | { readonly kind: 'opened'; readonly view: View }
  | { readonly kind: 'edited'; readonly view: View; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'closed'; readonly view: View };

export interface Views {
  setEncoding(encoding: PositionEncoding): void;
  open(uri: string, languageId: string, version: number, text: string, notebook?: string): void;
  change(uri: string, changes: readonly ContentChange[], version: number): void;
  close(uri: string): void;
  get(uri: string): View | undefined;
  all(): Iterable<View>;
  /** Events that came before the first listener are kept for it. */
  onEvent(listener: (event: ViewEvent) => void): void;
}

export function createViews(): Views {
  const views = new Map<string, View>();
  const listeners: ((event: ViewEvent) => void)[] = [];
  let encoding: PositionEncoding = 'utf-16';
  const tell = (event: ViewEvent) => {
    for (const listener of listeners) listener(event);
  };
  return {
    setEncoding(chosen) {
      encoding = chosen;
    },
    open(uri, languageId, version, text, notebook) {
      const view = { text: openText(uri, languageId, version, text), ...(notebook !== undefined && { notebook }) };
      views.set(uri, view);
      tell({ kind: 'opened', view });
    },
    change(uri, changes, version) {
      const view = views.get(uri);
      if (!view) return;
      const { document, edits } = changeText(view.text, changes, version, encoding);
      const next = { ...view, text: document };
      views.set(uri, next);
      tell({ kind: 'edited', view: next, edits });
    },
    close(uri) {
      const view = views.get(uri);
      if (!view) return;
      views.delete(uri);
      tell({ kind: 'closed', view });
    },
    get: (uri) => views.get(uri),
    all: () => views.values(),
    onEvent(listener) {
      for (const view of views.values()) listener({ kind: 'opened', view });
      listeners.push(listener);
    },
  };
}
