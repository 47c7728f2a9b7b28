/** The analysis as steps that can be given up between two of them. */
import { createAnalyzer } from '@softlens/analysis';
import type { SyntaxParser } from '@softlens/syntax';
import type { Analyze } from './analyses.ts';

export function createAnalyze(parser: SyntaxParser): Analyze {
  const analyzer = createAnalyzer({ parseExpression: (text, language) => parser.parse(text, language) });
  return (project, path) => analyzer.steps(project, path);
}
