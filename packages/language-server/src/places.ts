/** Places of the analysis, which are paths and offsets, as the client's addresses and ranges. */
import type { Location } from 'vscode-languageserver';
import { isNotebookFile } from './files/sources.ts';
import type { Notebooks } from './notebooks.ts';
import { beginning, indexText, type PositionEncoding, rangeAt } from './positions.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

export interface Places {
  /** `near` is the address of the document whose analysis speaks. Undefined where the document is not at hand. */
  locationOf(near: string, place: { readonly path: string; readonly start: number; readonly end: number }): Location | undefined;
}

export function createPlaces(workspace: Workspace, views: Views, notebooks: Notebooks, encoding: PositionEncoding): Places {
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
      // Positions in a notebook's program are none in its file.
      if (isNotebookFile(uri)) return { uri, range: beginning };
      const text = views.get(uri)?.text ?? indexed(workspace.locate(near).project.module(path)?.text);
      return text && { uri, range: rangeAt(text, { start, end }, encoding) };
    },
  };
}

function indexed(text: string | undefined) {
  return text === undefined ? undefined : indexText(text);
}
