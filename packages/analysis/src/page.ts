/**
 * Markdown pages: the fenced blocks of one language are a program; code spans that are expressions are evaluated beside it, where they
 * stand; formulas of numbers are evaluated on their own. All offsets are the file's.
 */
import {
  type CodeSpan,
  type Expression,
  type Formula,
  type Language,
  type Module,
  markdownPrograms,
  shiftModule,
} from '@softlens/syntax';
import type { ParsedDocument } from './api.ts';

export interface PageReader {
  parse(text: string, language: Language): Module;
  /** `readFormula` of `@softlens/syntax/formula`, once it is loaded. */
  readonly formula?: (formula: Formula) => readonly Expression[];
}

export interface Page {
  /** One for each language, and for each block that stands alone. */
  readonly programs: readonly ParsedDocument[];
  /** The formulas as a program of expressions; absent where there are none. */
  readonly formulas?: ParsedDocument;
}

/** More are not read: a page is edited while it is analysed. */
const maxSpans = 500;
/** Something is done in it: a name or a number in prose needs no value. */
const isWorthEvaluating = /[([*/+-]/;

export function readPage({ path, text, version }: Pick<ParsedDocument, 'path' | 'text' | 'version'>, reader: PageReader): Page {
  const { programs, codeSpans, formulas } = markdownPrograms(text);
  const first = programs.find(({ language }) => language === 'python') ??
    programs[0] ?? { language: 'python' as const, text: '' };
  const asides = codeSpans.slice(0, maxSpans).flatMap((span) => asideIn(span, first.language, reader));
  const shown = asides.length > 0 && programs.length === 0 ? [first] : programs;
  const expressions = reader.formula ? formulas.slice(0, maxSpans).flatMap(reader.formula) : [];
  const documents = shown.map((program, i): ParsedDocument => {
    const { language } = program;
    const own = program.text === '' ? text.replace(/[^\r\n]/g, ' ') : program.text;
    return {
      path,
      language,
      text: own,
      module: reader.parse(own, language),
      version: `${version}#${i}`,
      ...(program === first && { asides }),
    };
  });
  return { programs: documents, ...(expressions.length > 0 && { formulas: formulaDocument(path, text, version, expressions) }) };
}

function asideIn({ start, text }: CodeSpan, language: Language, reader: PageReader): readonly Expression[] {
  if (!isWorthEvaluating.test(text)) return [];
  const module = reader.parse(text, language);
  const [statement, ...others] = module.body;
  if (module.errors.length > 0 || statement?.kind !== 'expression' || others.length > 0) return [];
  const [moved] = shiftModule(module, start).body;
  return moved?.kind === 'expression' ? [moved.value] : [];
}

function formulaDocument(path: string, text: string, version: string, expressions: readonly Expression[]): ParsedDocument {
  const module: Module = {
    kind: 'module',
    language: 'python',
    start: 0,
    end: text.length,
    body: expressions.map((value) => ({ kind: 'expression', value, start: value.start, end: value.end })),
    comments: [],
    errors: [],
  };
  return { path, language: 'python', text, module, version: `${version}#formulas` };
}
