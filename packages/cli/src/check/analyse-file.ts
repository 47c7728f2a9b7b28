/** What the analysis of one file gives. */
import { type Analyzer, createChecker, type Finding } from '@softlens/analysis';
import type { SyntaxParser } from '@softlens/syntax';
import { fileOf, type Sources } from '../sources.ts';

export interface FileResult {
  /** Why the file could not be read or analysed; what was found before that counts. */
  readonly failure?: string;
  /** In whichever document they lie. */
  readonly findings: readonly Finding[];
  /** Files that the result depends on, this one included. */
  readonly dependencies: readonly string[];
  /** Notes for the log: budgets that were reached, rules that failed. */
  readonly trace: readonly string[];
}

export type FileAnalyser = (sources: Sources, file: string) => FileResult;

export function fileAnalyser(parser: SyntaxParser): FileAnalyser {
  const trace: string[] = [];
  const checker = createChecker({
    facts: false,
    parseExpression: (text, language) => parser.parse(text, language),
    onRuleError: (rule, error) => trace.push(`${rule}: ${String(error)}`),
  });
  return (sources, file) => {
    trace.length = 0;
    const result = analyse(checker, sources, file);
    return { ...result, trace: [...trace, ...result.trace] };
  };
}

function analyse(checker: Analyzer, sources: Sources, file: string): FileResult {
  const failure = sources.failure(file);
  const findings: Finding[] = [];
  const trace: string[] = [];
  const dependencies = new Set([file]);
  if (failure !== undefined) return { failure, findings, trace, dependencies: [file] };
  for (const document of sources.documents(file)) {
    try {
      const analysis = checker.analyze(sources.project, document);
      findings.push(...analysis.findings, ...(analysis.elsewhere ?? []));
      trace.push(...analysis.trace);
      for (const one of analysis.dependencies) dependencies.add(fileOf(one));
    } catch (error) {
      return {
        failure: error instanceof Error ? error.message : String(error),
        findings,
        trace,
        dependencies: [...dependencies],
      };
    }
  }
  return { findings, trace, dependencies: [...dependencies] };
}
