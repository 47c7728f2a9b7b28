/** How often each rule found something, instead of the findings. */
import { text } from '@softlens/analysis/messages';
import { painter } from './painter.ts';
import type { Report } from './report.ts';
import { summaryText } from './summary.ts';

export function statisticsText(report: Report): string {
  const paint = painter(report.color);
  const rules = [...new Set(report.diagnostics.map(({ rule }) => rule))];
  const rows = rules
    .map((rule) => {
      const all = report.diagnostics.filter((one) => one.rule === rule);
      return {
        rule,
        count: all.length,
        severity: all[0]?.severity ?? 'hint',
        isFixable: all.some(({ fix }) => fix?.safety === 'safe'),
      };
    })
    .sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
  const width = String(rows[0]?.count ?? 0).length;
  const lines = rows.map(({ rule, count, severity, isFixable }) => {
    const fixable = isFixable ? ` [${text('check.statistics-fixable', report.language)}]` : '';
    return `${String(count).padStart(width)}  ${paint.severity(severity, severity)}[${rule}]${fixable}\n`;
  });
  return lines.join('') + summaryText(report);
}
