/** The analysis as steps that can be given up between two of them. */
import type { FileAnalysis } from '@softlens/analysis';
import type { Analyze } from './analyses.ts';

export const analyze: Analyze = function* (_project, path): Generator<undefined, FileAnalysis> {
  yield undefined;
  return { path, facts: [], findings: [], dependencies: [path], trace: [] };
};
