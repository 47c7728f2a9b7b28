/** Places of the analysis, which are paths and offsets, as the client's addresses and ranges. */
import type { Location } from 'vscode-languageserver';
import { cellAddress, cellPlace, rangeInCell, rangeInFile } from './files/closed-notebook.ts';
import { isNotebookFile } from './files/sources.ts';
import type { Notebooks } from './notebooks.ts';
import { beginning, indexText, type PositionEncoding, rangeAt } from './positions.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export interface Places {
  /** `near` is the address of the document whose analysis speaks. Undefined where the document is not at hand. */
  locationOf(near: string, place: { readonly path: string; readonly start: number; readonly end: number }): Location | undefined;
}

/** How the client is told of cells of notebooks that are not open. */
export interface ClosedCells {
  readonly encoding: PositionEncoding;
  /** By the addresses that VS Code will give them; otherwise by their places in the file. */
  readonly addresses: boolean;
}

export function createPlaces(
  workspace: Workspace,
  views: Views,
  notebooks: Notebooks,
  { encoding, addresses }: ClosedCells,
): Places {
  const inClosedNotebook = (uri: string, start: number, end: number): Location => {
    const file = workspace.textOf(uri);
    const place = file === undefined ? undefined : cellPlace(file, start, end);
    if (!place || file === undefined) return { uri, range: beginning };
    if (addresses) return { uri: cellAddress(uri, place.cell), range: rangeInCell(place, encoding) };
    return { uri, range: rangeInFile(file, place, encoding) ?? beginning };
  };
  return {
    locationOf(near, { path, start, end }) {
      const own = workspace.locate(near).path === path;
      const uri = own ? near : workspace.uriOf(near, path);
      const cell = notebooks.cellAt(uri, start);
      if (cell) {
        const view = views.get(cell.uri);
        return (
          view && { uri: cell.uri, range: rangeAt(view.text, { start: start - cell.start, end: end - cell.start }, encoding) }
        );
      }
      if (isNotebookFile(uri)) return inClosedNotebook(uri, start, end);
      const text = views.get(uri)?.text ?? indexed(workspace.locate(near).project.module(path)?.text);
      return text && { uri, range: rangeAt(text, { start, end }, encoding) };
    },
  };
}

function indexed(text: string | undefined) {
  return text === undefined ? undefined : indexText(text);
}
