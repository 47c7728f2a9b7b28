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
  /**
   * What the imports of these looked for: `+` before the name of a file that is there, `-` before one that is not. One list for each
   * file, and the same one in all results that have it.
   */
  readonly sought: readonly (readonly string[])[];
  /** Notes for the log: budgets that were reached, rules that failed. */
  readonly trace: readonly string[];
}

export type FileAnalyser = (sources: Sources, file: string) => FileResult;

export function fileAnalyser(parser: SyntaxParser): FileAnalyser {
  const trace: string[] = [];
  const checker = createChecker({
    facts: false,
    parseExpression: (text, language) => parser.parse(text, language),
    onRuleError: (rule, error) => trace.push(`fault: ${rule}: ${String(error)}`),
  });
  const lists = createLists();
  const imported = new Set<string>();
  return (sources, file) => {
    trace.length = 0;
    const result = analyse(checker, sources, file, lists);
    for (const one of result.dependencies) if (one !== file) imported.add(one);
    // What nothing imports is not asked for again, and a large project's parsed files would fill the memory.
    if (!imported.has(file)) sources.release(file);
    return { ...result, trace: [...trace, ...result.trace] };
  };
}

type Sought = ReadonlyMap<string, boolean>;

/** A document's list is made again only when it has grown. */
function createLists(): (sought: Sought) => readonly string[] {
  const known = new WeakMap<Sought, readonly string[]>();
  return (sought) => {
    const before = known.get(sought);
    if (before?.length === sought.size) return before;
    const list = [...sought].map(([path, isThere]) => `${isThere ? '+' : '-'}${path}`);
    known.set(sought, list);
    return list;
  };
}

function analyse(checker: Analyzer, sources: Sources, file: string, listOf: (sought: Sought) => readonly string[]): FileResult {
  const failure = sources.failure(file);
  const findings: Finding[] = [];
  const trace: string[] = [];
  const dependencies = new Set([file]);
  const sought = new Set<readonly string[]>();
  const result = (why?: string): FileResult => ({
    ...(why !== undefined && { failure: why }),
    findings,
    trace,
    dependencies: [...dependencies],
    sought: [...sought],
  });
  if (failure !== undefined) return result(failure);
  for (const document of sources.documents(file)) {
    try {
      const analysis = checker.analyze(sources.project, document);
      findings.push(...analysis.findings, ...(analysis.elsewhere ?? []));
      trace.push(...analysis.trace);
      for (const one of analysis.dependencies) {
        dependencies.add(fileOf(one));
        const paths = analysis.sought?.get(one);
        if (paths) sought.add(listOf(paths));
      }
    } catch (error) {
      return result(error instanceof Error ? error.message : String(error));
    }
  }
  return result();
}
