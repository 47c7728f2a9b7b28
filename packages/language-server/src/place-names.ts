/**
 * Words name a place by what the project calls its document, and by the line of its program. People know a document that is in no
 * folder by its file's name, and of a notebook the cells.
 */
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { Snapshot } from '@softlens/language-service';
import { cellPlace } from './files/closed-notebook.ts';
import { isNotebookFile } from './files/sources.ts';
import type { Notebooks } from './notebooks.ts';
import type { Workspace } from './workspace.ts';

/** What is spoken of, and where it is read. */
export interface Spoken {
  readonly document: Pick<Snapshot['document'], 'path' | 'text'>;
  /** The address of the program: of the document, or of the notebook. */
  readonly program: string;
  /** The address of the document or cell in which the words are read. */
  readonly reader: string;
  readonly language: DisplayLanguage;
}

/** The words with the places of their own document as people know them. */
export type PlaceNames = (words: string, spoken: Spoken) => string;

export function createPlaceNames(workspace: Pick<Workspace, 'textOf'>, notebooks: Pick<Notebooks, 'cellAt'>): PlaceNames {
  const inNotebook = (line: number, { document, program, reader, language }: Spoken): string | undefined => {
    const offset = offsetOfLine(document.text, line);
    const cell = notebooks.cellAt(program, offset);
    if (cell) {
      const own = line - lineAt(document.text, cell.start) + 1;
      // The client tells of code cells only, so that nobody knows how many others stand before it.
      return cell.uri === reader
        ? text('place.line', language, { line: own })
        : text('place.code-cell', language, { cell: cell.index, line: own });
    }
    const file = isNotebookFile(program) ? workspace.textOf(program) : undefined;
    const place = file === undefined ? undefined : cellPlace(file, offset, offset);
    return place && text('place.cell', language, { cell: place.cell, line: place.line });
  };

  return (words, spoken) => {
    const { path } = spoken.document;
    const isAlone = path === spoken.program;
    if (!isAlone && !isNotebookFile(path) && !notebooks.cellAt(spoken.program, 0)) return words;
    const names = [path, path.slice(path.lastIndexOf('/') + 1)].map(escaped).join('|');
    return words.replaceAll(
      new RegExp(`(?:${names}):(\\d+)`, 'g'),
      (_, line: string) => inNotebook(Number(line), spoken) ?? `${fileName(path)}:${line}`,
    );
  };
}

/** `train.py` of `git:/home/me/train.py?a%20version`, `Untitled-1` of `untitled:Untitled-1`. */
function fileName(address: string): string {
  const [path = ''] = address.split(/[?#]/);
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Lines from 1. */
function offsetOfLine(source: string, line: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) at = source.indexOf('\n', at) + 1 || source.length;
  return at;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
