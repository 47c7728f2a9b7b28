/** The files as the editor has them: one model each, of which one is shown. */
import { editor, type IDisposable, type IRange, Range, Uri } from 'monaco-editor/editor';
import { folder } from '../server/server.ts';
import { type Files, languageOf, type PlaygroundFile } from '../state/files.ts';

export interface Workspace {
  readonly current: () => Files;
  /** Leaves nothing of what was there before. */
  open(files: Files): void;
  show(name: string, selection?: IRange): void;
  add(file: PlaygroundFile): void;
  remove(name: string): void;
}

/** `changed` is called after every edit and after the shown file changed. */
export function createWorkspace(shown: editor.IStandaloneCodeEditor, changed: () => void): Workspace {
  const models = new Map<string, editor.ITextModel>();
  const states = new Map<string, editor.ICodeEditorViewState | null>();
  const listeners = new Map<string, IDisposable>();
  const active = () => [...models].find(([, model]) => model === shown.getModel())?.[0];

  const create = ({ name, text }: PlaygroundFile): void => {
    const model = editor.createModel(text, languageOf(name) ?? 'plaintext', uriOf(name));
    models.set(name, model);
    listeners.set(name, model.onDidChangeContent(changed));
  };
  const forget = (name: string): void => {
    listeners.get(name)?.dispose();
    models.get(name)?.dispose();
    for (const each of [models, states, listeners]) each.delete(name);
  };
  const show = (name: string, selection?: IRange): void => {
    const model = models.get(name);
    if (!model) return;
    const before = active();
    if (before !== name) {
      if (before !== undefined) states.set(before, shown.saveViewState());
      shown.setModel(model);
      shown.restoreViewState(states.get(name) ?? null);
    }
    if (selection) {
      shown.setSelection(selection);
      shown.revealRangeInCenterIfOutsideViewport(selection);
      shown.focus();
    }
    changed();
  };

  editor.registerEditorOpener({
    openCodeEditor(_, resource, selection) {
      const name = nameOf(resource);
      if (name === undefined || !models.has(name)) return false;
      show(name, selection && ('startLineNumber' in selection ? selection : Range.fromPositions(selection)));
      return true;
    },
  });

  return {
    current: () => ({
      files: [...models].map(([name, model]) => ({ name, text: model.getValue() })),
      active: Math.max(0, [...models.keys()].indexOf(active() ?? '')),
    }),
    open({ files, active }) {
      shown.setModel(null);
      for (const name of [...models.keys()]) forget(name);
      for (const file of files) create(file);
      const first = files[active];
      if (first) show(first.name);
    },
    show,
    add(file) {
      create(file);
      show(file.name);
      shown.focus();
    },
    remove(name) {
      const names = [...models.keys()];
      const next = names[names.indexOf(name) + 1] ?? names[names.indexOf(name) - 1];
      if (next === undefined) return;
      if (active() === name) show(next);
      forget(name);
      changed();
    },
  };
}

const uriOf = (name: string) => Uri.parse(`${folder}/${name}`);

/** The file that an address of a model names. */
export function nameOf(uri: Uri): string | undefined {
  const text = uri.toString();
  return text.startsWith(`${folder}/`) ? uri.path.slice(Uri.parse(folder).path.length + 1) : undefined;
}
