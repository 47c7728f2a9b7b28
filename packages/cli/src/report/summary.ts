/** The last lines of a report for people: how much was found, and what can be fixed. */
import type { Severity } from '@softlens/analysis';
import { text } from '@softlens/analysis/messages';
import type { Report } from './report.ts';

const order: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export function summaryText({ diagnostics, files, skipped, language }: Report): string {
  // What could not be read is not said to be clean.
  const checked = files.length - skipped.length;
  if (checked === 0 && diagnostics.length === 0) return `${text('check.no-files', language)}\n`;
  if (diagnostics.length === 0)
    return `${text(checked === 1 ? 'check.clean-one' : 'check.clean', language, { files: checked })}\n`;
  const counts = order.flatMap((severity) => {
    const count = diagnostics.filter((one) => one.severity === severity).length;
    return count === 0 ? [] : [text(count === 1 ? `check.one-${severity}` : `check.some-${severity}`, language, { count })];
  });
  const found = text(checked === 1 ? 'check.found-one-file' : 'check.found', language, {
    counts: counts.join(text('check.list-comma', language)),
    files: checked,
  });
  const safe = diagnostics.filter(({ fix }) => fix?.safety === 'safe').length;
  const unsafe = diagnostics.filter(({ fix }) => fix?.safety === 'unsafe').length;
  const fixes = [
    ...(safe > 0 ? [text('check.fixable', language, { count: safe })] : []),
    ...(unsafe > 0 ? [text('check.fixable-unsafe', language, { count: unsafe })] : []),
  ];
  return [found, ...fixes].map((line) => `${line}\n`).join('');
}
