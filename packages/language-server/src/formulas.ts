/** The reader of formulas, which is loaded when the first page with one opens: few sessions need it. */
import type { PageReader } from '@softlens/analysis';
import type { SyntaxParser } from '@softlens/syntax';

export interface Formulas {
  /** Undefined until it is loaded. */
  read(): PageReader['formula'];
  load(): Promise<void>;
}

export function createFormulas(): Formulas {
  let loaded: PageReader['formula'];
  return {
    read: () => loaded,
    async load() {
      const { readFormula } = await import('@softlens/syntax/formula');
      loaded = readFormula;
    },
  };
}

export function readerOf(parser: SyntaxParser, formulas: Formulas): PageReader {
  const formula = formulas.read();
  return { parse: (text, language) => parser.parse(text, language), ...(formula && { formula }) };
}
