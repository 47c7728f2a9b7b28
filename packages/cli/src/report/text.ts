/** Findings with the code they speak of, for people. */
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { Diagnostic } from '../check/diagnostics.ts';
import { codeFrame } from './code-frame.ts';
import { type Painter, painter } from './painter.ts';
import type { Report } from './report.ts';
import { summaryText } from './summary.ts';
import { placeText, plainText } from './words.ts';

export function textReport(report: Report): string {
  const paint = painter(report.color);
  return report.diagnostics.map((one) => `${block(one, report, paint)}\n`).join('') + summaryText(report);
}

function block(diagnostic: Diagnostic, report: Report, paint: Painter): string {
  const { severity, rule, message } = diagnostic;
  const head = `${paint.strong(placeText(diagnostic))}: ${paint.severity(severity, `${severity}[${rule}]`)} ${plainText(message)}`;
  return [
    head,
    ...codeFrame(diagnostic, report, paint),
    ...path(diagnostic, report, paint),
    ...fixLine(diagnostic, report.language, paint),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

/** From the model to the loss: the places of production in order, then the place of use. */
function path(diagnostic: Diagnostic, report: Report, paint: Painter): readonly string[] {
  const { related } = diagnostic;
  if (related.length === 0) return [];
  const width = Math.max(...related.map((one) => placeText(one).length));
  const steps = related.map((one) => {
    const code = report.line(one, one.line)?.trim() ?? '';
    return `    ${placeText(one).padEnd(width)}  ${plainText(one.message)}${code === '' ? '' : paint.dim(`  │ ${shortened(code)}`)}`;
  });
  return [`  ${paint.dim('=')} ${text('check.path', report.language)}`, ...steps];
}

function fixLine({ fix }: Diagnostic, language: DisplayLanguage, paint: Painter): readonly string[] {
  if (!fix) return [];
  const option = fix.safety === 'safe' ? '--fix' : '--unsafe-fixes';
  return [`  ${paint.dim('=')} ${text('check.fix', language)}${plainText(fix.title)} ${paint.dim(`(${option})`)}`];
}

const shortened = (code: string): string => (code.length > 80 ? `${code.slice(0, 79)}…` : code);
