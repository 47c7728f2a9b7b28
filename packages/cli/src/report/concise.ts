/** One line for each finding. */
import { text } from '@softlens/analysis/messages';
import { painter } from './painter.ts';
import type { Report } from './report.ts';
import { summaryText } from './summary.ts';
import { placeText, plainText } from './words.ts';

export function conciseReport(report: Report): string {
  const paint = painter(report.color);
  const lines = report.diagnostics.map((one) => {
    const fixable =
      one.fix === null ? '' : ` [${text(one.fix.safety === 'safe' ? 'check.fix-safe' : 'check.fix-unsafe', report.language)}]`;
    return `${paint.strong(placeText(one))}: ${paint.severity(one.severity, `${one.severity}[${one.rule}]`)} ${plainText(one.message)}${fixable}\n`;
  });
  return lines.join('') + summaryText(report);
}
