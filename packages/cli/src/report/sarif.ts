/** SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
import type { Severity } from '@softlens/analysis';
import type { Diagnostic, DiagnosticFix, Location } from '../check/diagnostics.ts';
import type { RulePage } from '../rule-pages.ts';
import type { Report } from './report.ts';
import { placeText, plainText } from './words.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

export function sarifReport(report: Report): string {
  const pages = report.pages();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Softlens', version: report.version, rules: pages.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: report.skipped.map(notification) }],
        results: report.diagnostics.map((one) => result(one, report, pages)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleDescriptor({ id, severity, summary, markdown }: RulePage) {
  return {
    id,
    shortDescription: { text: plainText(summary) },
    help: { text: plainText(markdown), markdown },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result(diagnostic: Diagnostic, report: Report, pages: readonly RulePage[]) {
  const { rule, severity, message, related, fix } = diagnostic;
  const ruleIndex = pages.findIndex(({ id }) => id === rule);
  return {
    ruleId: rule,
    ...(ruleIndex >= 0 && { ruleIndex }),
    level: levels[severity],
    message: { text: plainText(message), markdown: message },
    locations: [location(diagnostic, report)],
    ...(related.length > 0 && {
      relatedLocations: related.map((one, id) => ({ id, ...location(one, report), message: { text: plainText(one.message) } })),
      codeFlows: [codeFlow(diagnostic, report)],
    }),
    partialFingerprints: { 'softlens/v1': report.fingerprint(diagnostic) },
    ...fixes(fix),
  };
}

/** The way of the value, from where it is made to where it is used. */
function codeFlow(diagnostic: Diagnostic, report: Report) {
  const steps = [...diagnostic.related, diagnostic];
  return {
    threadFlows: [
      { locations: steps.map((one) => ({ location: { ...location(one, report), message: { text: plainText(one.message) } } })) },
    ],
  };
}

/** In a notebook the region is that of the file, and the cell is told by its name. */
function location(place: Location, { fileLine }: Report) {
  const artifactLocation = { uri: uriOf(place.path) };
  if (place.cell === null) return { physicalLocation: { artifactLocation, region: regionOf(place) } };
  const region = { startLine: fileLine(place, place.line), endLine: fileLine(place, place.endLine) };
  return {
    physicalLocation: { artifactLocation, region },
    logicalLocations: [{ fullyQualifiedName: placeText(place), kind: 'member' }],
  };
}

function regionOf({ line, column, endLine, endColumn }: Location) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A cell's places are not those of the file: a notebook's fixes are left to the command line. */
function fixes(fix: DiagnosticFix | null) {
  return fix === null || fix.edits.some(({ cell }) => cell !== null) ? {} : { fixes: [fixObject(fix)] };
}

function fixObject({ title, edits }: DiagnosticFix) {
  const paths = [...new Set(edits.map(({ path }) => path))];
  return {
    description: { text: plainText(title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: { uri: uriOf(path) },
      replacements: edits
        .filter((one) => one.path === path)
        .map((one) => ({ deletedRegion: regionOf(one), insertedContent: { text: one.text } })),
    })),
  };
}

function notification({ path, why }: { readonly path: string; readonly why: string }) {
  return {
    level: 'error',
    message: { text: `${path}: ${why}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  };
}

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
