/** The text of a file after edits of its documents. */
import type { Edit } from '@softlens/analysis';
import { editNotebook } from '../check/notebook-source.ts';
import { fileOf, type Sources } from '../sources.ts';

/** Undefined where the edits cannot be made: across cells, or in a file that is not there. The edits do not overlap. */
export function editedFile(sources: Sources, file: string, edits: readonly Edit[]): string | undefined {
  const raw = sources.rawText(file);
  if (raw === undefined) return undefined;
  const own = edits.filter(({ path }) => fileOf(path) === file);
  const notebook = sources.notebook(file);
  if (!notebook) return withEdits(raw, own);
  const cellEdits = own.map(({ start, end, text }) => {
    const cell = notebook.cells.findLast((one) => one.start <= start);
    return cell && end <= cell.end ? { cell: cell.index, start: start - cell.start, end: end - cell.start, text } : undefined;
  });
  return cellEdits.every((one) => one !== undefined) ? editNotebook(raw, cellEdits) : undefined;
}

/** New lines end as the file's others do. */
function withEdits(raw: string, edits: readonly Edit[]): string {
  const windows = raw.includes('\r\n');
  return [...edits]
    .sort((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, edit) => {
      const put = windows ? edit.text.replace(/\r?\n/g, '\r\n') : edit.text;
      return text.slice(0, edit.start) + put + text.slice(edit.end);
    }, raw);
}
