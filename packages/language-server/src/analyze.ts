/** The analysis as steps that can be given up between two of them. */
import { type CheckerOptions, createChecker } from '@softlens/analysis';
import type { SyntaxParser } from '@softlens/syntax';
import type { Analyze } from './analyses.ts';
import { type Formulas, readerOf } from './formulas.ts';
import type { Log } from './guard.ts';
import { analyzeMarkdown } from './markdown.ts';

export function createAnalyze(parser: SyntaxParser, formulas: Formulas, log: Log): Analyze {
  const options: CheckerOptions = {
    parseExpression: (text, language) => parser.parse(text, language),
    onRuleError: (rule, error) =>
      log.error(`${rule}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
  const checker = createChecker({ ...options, incremental: true });
  const findings = createChecker({ ...options, facts: false });
  return function* (project, path, kind) {
    const document = kind === 'markdown' ? project.module(path) : undefined;
    if (document) return yield* analyzeMarkdown(checker, readerOf(parser, formulas), document, project);
    return yield* (kind === 'findings' ? findings : checker).steps(project, path);
  };
}
