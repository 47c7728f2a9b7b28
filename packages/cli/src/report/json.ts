/** The JSON of `check`, version 1. */
import type { Report } from './report.ts';

export function jsonReport({ diagnostics, files, skipped, milliseconds }: Report): string {
  const summary = { files: files.length - skipped.length, skipped: skipped.length, milliseconds: Math.round(milliseconds) };
  return `${JSON.stringify({ version: 1, diagnostics, summary }, null, 2)}\n`;
}
