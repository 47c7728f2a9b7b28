export type { Change, OpenDocument } from './document.ts';
export type * from './ir.ts';
export { createParser, type GrammarName, type SyntaxParser, type SyntaxWasm } from './parser.ts';
