/** How many problems a notebook has in its cells, by the addresses that the editor gives them. */

export interface Mark {
  readonly problems: number;
  readonly isError: boolean;
}

interface Address {
  readonly scheme: string;
  readonly fragment: string;
}

interface Problem {
  readonly source?: string | undefined;
  readonly severity: number;
}

/** `DiagnosticSeverity` of the editor; what is less than a warning leaves no mark in its tree. */
const [error, warning] = [0, 1];

const cellScheme = 'vscode-notebook-cell';

export const isCell = ({ scheme }: Address): boolean => scheme === cellScheme;

/** By what `nameOf` makes of a cell's address and its notebook's scheme. */
export function marksOf<A extends Address>(
  found: Iterable<readonly [A, readonly Problem[]]>,
  nameOf: (cell: A, scheme: string) => string,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const [cell, problems] of found) {
    const scheme = notebookScheme(cell);
    const seen = problems.filter(({ source, severity }) => source === 'softlens' && severity <= warning);
    if (scheme === undefined || seen.length === 0) continue;
    const name = nameOf(cell, scheme);
    const before = marks.get(name);
    marks.set(name, {
      problems: (before?.problems ?? 0) + seen.length,
      isError: before?.isError === true || seen.some(({ severity }) => severity === error),
    });
  }
  return marks;
}

/** The fragment is the cell's number, `s`, and the notebook's scheme in base 64 (`CellUri` in VS Code's notebookDocumentService.ts). */
function notebookScheme(cell: Address): string | undefined {
  const coded = isCell(cell) ? /^[^s]*s(.+)$/.exec(cell.fragment)?.[1] : undefined;
  try {
    return coded === undefined ? undefined : atob(coded);
  } catch {
    return undefined;
  }
}

/** What fits behind a name in the tree. */
export const badge = ({ problems }: Mark): string => (problems > 9 ? '9+' : String(problems));

/** The names whose marks differ. */
export function changedMarks(before: ReadonlyMap<string, Mark>, after: ReadonlyMap<string, Mark>): readonly string[] {
  const isSame = (a: Mark | undefined, b: Mark | undefined) => a?.problems === b?.problems && a?.isError === b?.isError;
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => !isSame(before.get(name), after.get(name)));
}
