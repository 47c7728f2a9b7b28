/** Workflow commands: annotations on a pull request. https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
import type { Severity } from '@softlens/analysis';
import type { Diagnostic } from '../check/diagnostics.ts';
import type { Report } from './report.ts';
import { placeText, withPath } from './words.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

export function githubReport(report: Report): string {
  return report.diagnostics.map((one) => `${command(one, report)}\n`).join('');
}

function command(diagnostic: Diagnostic, { fileLine }: Report): string {
  const { path, cell, column, endColumn, severity, rule } = diagnostic;
  const [line, endLine] = [fileLine(diagnostic, diagnostic.line), fileLine(diagnostic, diagnostic.endLine)];
  const properties = {
    title: `softlens (${rule})`,
    file: path,
    line,
    endLine,
    // Columns are for annotations within a line, and those of a cell are not those of the file.
    ...(cell === null && line === endLine && { col: column, endColumn }),
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${commands[severity]} ${list.join(',')}::${escapeData(`${placeText(diagnostic)}: ${withPath(diagnostic)}`)}`;
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
