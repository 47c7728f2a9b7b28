import type { FileAnalysis, Project } from '@softlens/analysis';

export function analyze(_project: Project, path: string): FileAnalysis {
  return { path, facts: [], findings: [], dependencies: [path], trace: [] };
}
