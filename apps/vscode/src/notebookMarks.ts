/**
 * Marks notebooks in the tree of files as the editor marks other files: it counts the problems of a file's own address, and those of
 * a notebook are at the addresses of its cells.
 */
import { Disposable, EventEmitter, l10n, languages, ThemeColor, Uri, window, workspace } from 'vscode';
import { badge, changedMarks, isCell, type Mark, marksOf } from './marks.ts';

export function registerNotebookMarks(): Disposable {
  let marks: ReadonlyMap<string, Mark> = new Map();
  const changed = new EventEmitter<Uri[]>();
  const update = (): void => {
    const next = isWanted()
      ? marksOf(languages.getDiagnostics(), (cell, scheme) => cell.with({ scheme, fragment: '' }).toString())
      : new Map<string, Mark>();
    const news = changedMarks(marks, next);
    marks = next;
    if (news.length > 0) changed.fire(news.map((name) => Uri.parse(name)));
  };
  return Disposable.from(
    changed,
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isCell)) update();
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('problems')) update();
    }),
    window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration(uri) {
        const mark = marks.get(uri.toString());
        return mark && decoration(mark);
      },
    }),
  );
}

const decoration = (mark: Mark) => ({
  badge: badge(mark),
  color: new ThemeColor(mark.isError ? 'list.errorForeground' : 'list.warningForeground'),
  tooltip: mark.problems === 1 ? l10n.t('1 problem in its cells') : l10n.t('{0} problems in its cells', mark.problems),
  propagate: true,
});

/** As the editor decides for the files that it marks itself. */
function isWanted(): boolean {
  const problems = workspace.getConfiguration('problems');
  return problems.get('decorations.enabled') !== false && problems.get('visibility') !== false;
}
