export type { Change, OpenDocument } from './document.ts';
export type * from './ir.ts';
export { languageOfPath } from './language-of-path.ts';
export { type Outlined, outlineOf, statementAt, statementOf } from './outline.ts';
export { createParser, type GrammarName, type SyntaxParser, type SyntaxWasm } from './parser.ts';
export type { Formula } from './program/formulas.ts';
export { type CodeSpan, type MarkdownProgram, type MarkdownPrograms, markdownPrograms } from './program/markdown.ts';
export {
  type CellPlace,
  type CellText,
  type NotebookCell,
  type NotebookProgram,
  type NotebookResult,
  notebookProgram,
  programOfCells,
} from './program/notebook.ts';
export { shiftModule } from './tree/shift.ts';
