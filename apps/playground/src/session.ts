/** The editor and the server behind the page: started once, and told what the visitor does. */
import { editor } from 'monaco-editor/editor';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/browser';
import { createEditor } from './editor/monaco.ts';
import { defineTheme } from './editor/themes.ts';
import { createWorkspace, type Workspace } from './editor/workspace.ts';
import { synchronize } from './server/documents.ts';
import { registerFeatures } from './server/features.ts';
import { currentProblems, onProblems, type Place, type Problem } from './server/problems.ts';
import { startServer } from './server/server.ts';
import type { Files } from './state/files.ts';
import type { Theme } from './state/theme.ts';
import { fill, type Language, type Words } from './words/words.ts';

export type Status = 'starting' | 'checking' | 'ready' | 'failed';

export interface SessionState {
  readonly files: Files;
  readonly problems: readonly Problem[];
  readonly status: Status;
}

export interface Session {
  readonly workspace: Workspace;
  setTheme(theme: Theme): void;
  /** The server speaks it from now on. The editor's own menus keep the language that they were loaded in. */
  setLanguage(language: Language, words: Words): void;
  goTo(place: Place): void;
  /** Opens the list of fixes at a place. */
  fix(place: Place): void;
  fixAll(): void;
  /** Opens the hover at the cursor: there is none to rest on a screen that is touched. */
  showValues(): void;
}

export interface SessionOptions {
  readonly element: HTMLElement;
  readonly files: Files;
  readonly theme: Theme;
  readonly language: Language;
  readonly words: Words;
  onState(state: SessionState): void;
}

/** The editor is there at once; the server follows when it has loaded. */
export function startSession({ element, files, theme, language, words: first, onState }: SessionOptions): Session {
  let words = first;
  let spoken = language;
  let status: Status = 'starting';
  let connection: ProtocolConnection | undefined;
  const shown = createEditor(element, theme);
  const tell = () => {
    const current = workspace.current();
    const name = current.files[current.active]?.name ?? '';
    shown.updateOptions({ ariaLabel: fill(words.editor, { name }) });
    onState({ files: current, problems: currentProblems(), status });
  };
  const become = (next: Status) => {
    if (status === 'failed' || status === next) return;
    status = next;
    tell();
  };
  const workspace = createWorkspace(shown, () => tell());
  workspace.open(files);

  const fail = (reason: string) => {
    console.error(reason);
    // Later on it may be one question that went wrong: the others are still answered.
    if (status === 'starting') become('failed');
  };
  startServer({ language, theme, onFailure: fail }).then(
    (started) => {
      connection = started;
      if (spoken !== language) speak(started, spoken);
      registerFeatures(started);
      onProblems(tell);
      synchronize(started, (busy) => become(busy ? 'checking' : 'ready'));
    },
    (error: unknown) => fail(String(error)),
  );

  return {
    workspace,
    setTheme(next) {
      editor.setTheme(defineTheme(next));
      void connection?.sendNotification('softlens/themeChanged', { theme: next });
    },
    setLanguage(next, itsWords) {
      if (next === spoken) return;
      words = itsWords;
      spoken = next;
      if (connection) speak(connection, next);
      tell();
    },
    goTo({ name, line, column }) {
      workspace.show(name, at(line, column));
    },
    fix({ name, line, column }) {
      workspace.show(name, at(line, column));
      shown.trigger('problems', 'editor.action.quickFix', {});
    },
    fixAll() {
      shown.focus();
      shown.trigger('page', 'editor.action.fixAll', {});
    },
    showValues() {
      shown.focus();
      shown.trigger('page', 'editor.action.showHover', {});
    },
  };
}

function speak(connection: ProtocolConnection, language: Language): void {
  void connection.sendNotification('workspace/didChangeConfiguration', { settings: { softlens: { language } } });
}

const at = (line: number, column: number) => ({
  startLineNumber: line,
  startColumn: column,
  endLineNumber: line,
  endColumn: column,
});
