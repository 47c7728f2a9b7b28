/** The result of a check, and the ways to write it. */
import type { DisplayLanguage } from '@softlens/analysis/messages';
import type { Diagnostic, Location } from '../check/diagnostics.ts';
import type { RulePage } from '../rule-pages.ts';
import { conciseReport } from './concise.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was looked at, as people see it. */
  readonly files: readonly string[];
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
  readonly milliseconds: number;
  readonly version: string;
  readonly language: DisplayLanguage;
  readonly color: boolean;
  /** A line of the location's file or cell, from 1. */
  line(location: Location, number: number): string | undefined;
  /** The line of the file itself: of a notebook, of its JSON. */
  fileLine(location: Location, number: number): number;
  /** Stays the same when lines are added or removed elsewhere. */
  fingerprint(diagnostic: Diagnostic): string;
  /** Read only where they are written out. */
  pages(): readonly RulePage[];
}

export const formats = {
  text: textReport,
  concise: conciseReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
} as const satisfies Readonly<Record<string, (report: Report) => string>>;

export type Format = keyof typeof formats;

export const isFormat = (name: string): name is Format => Object.hasOwn(formats, name);

/** Findings of these severities end a check with exit code 1. */
export const isLoud = ({ severity }: Pick<Diagnostic, 'severity'>): boolean => severity === 'error' || severity === 'warning';
