/** Where the explorer's numbers came from: made from the server's answer, and kept in step with the documents. */
import {
  Position,
  type Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Exploration } from './exploration.ts';
import { modeOf, type Origin, type Vector, type Written } from './state.ts';
import { follow } from './written.ts';

export async function originOf(found: Exploration, document: TextDocument, offset: number): Promise<Origin> {
  const vectors = await Promise.all(found.vectors.map(vectorOf));
  const line = document.positionAt(offset).line + 1;
  return {
    title: found.title,
    label: `${document.uri.path.split('/').at(-1)}:${line}`,
    uri: document.uri.toString(),
    offset,
    ...(found.library !== undefined && { library: found.library }),
    recovered: found.recovered ?? false,
    mode: modeOf(found),
    temperature: found.temperature ?? 1,
    chosen: found.chosen,
    vectors,
    stale: false,
  };
}

async function vectorOf({ literal, ...vector }: Exploration['vectors'][number]): Promise<Vector> {
  const document = literal && (await documentOf(literal.uri));
  if (!literal || !document) return vector;
  const { uri, range, text, elements } = literal;
  const start = document.offsetAt(new Position(range.start.line, range.start.character));
  return { ...vector, written: { uri, start, text, elements } };
}

export async function documentOf(uri: string): Promise<TextDocument | undefined> {
  try {
    return await workspace.openTextDocument(Uri.parse(uri));
  } catch {
    return undefined;
  }
}

/** After an edit: places move with their text. `own` is what the explorer itself is writing. */
export function afterEdit(origin: Origin, { document, contentChanges }: TextDocumentChangeEvent, own?: Written): Origin {
  const uri = document.uri.toString();
  const moved = (written: Written): Written =>
    written.uri === uri && written !== own ? contentChanges.reduce(follow, written) : written;
  const offset =
    origin.uri === uri
      ? contentChanges.reduce((at, { rangeOffset, rangeLength, text }) => {
          return rangeOffset + rangeLength <= at ? at + text.length - rangeLength : at;
        }, origin.offset)
      : origin.offset;
  const vectors = origin.vectors.map((vector) => (vector.written ? { ...vector, written: moved(vector.written) } : vector));
  const next = { ...origin, offset, vectors };
  return own ? next : { ...next, stale: vectors.some(({ written }) => written?.uri === uri && !stands(written, document)) };
}

/** Whether the numbers are still where they were read. */
export function stands({ start, text }: Written, document: TextDocument): boolean {
  return document.getText().startsWith(text, start);
}

/** False where it could not be done. */
export async function replaceText(document: TextDocument, range: Range, text: string): Promise<boolean> {
  const before = document.version;
  if (document.getText(range) === text) return true;
  // Only an editor heeds that the user wants a document left alone, without telling: edits of the workspace are made all the same.
  const editor = window.visibleTextEditors.find((one) => one.document === document);
  if (editor) return (await editor.edit((edit) => edit.replace(range, text))) && document.version !== before;
  if (workspace.fs.isWritableFileSystem(document.uri.scheme) === false) return false;
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  return await workspace.applyEdit(edit);
}
