/** JUnit's XML: a suite for each file, a failed case for each error or warning, and one that passes where there is none. */
import type { Diagnostic } from '../check/diagnostics.ts';
import type { Report } from './report.ts';
import { isLoud } from './report.ts';
import { placeText, plainText, withPath } from './words.ts';

export function junitReport({ diagnostics, files, skipped, milliseconds }: Report): string {
  const suites = [...new Set([...files, ...diagnostics.map(({ path }) => path)])].map((path) =>
    suite(
      path,
      diagnostics.filter((one) => one.path === path),
      skipped.find((one) => one.path === path)?.why,
    ),
  );
  const totals = {
    tests: sum(suites.map(({ tests }) => tests)),
    failures: diagnostics.filter(isLoud).length,
    errors: skipped.length,
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="softlens" ${counts(totals)} time="${(milliseconds / 1000).toFixed(3)}">`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>\n',
  ].join('\n');
}

function suite(path: string, diagnostics: readonly Diagnostic[], failure: string | undefined) {
  const cases = diagnostics.flatMap((one) => testCase(one));
  if (failure !== undefined)
    cases.push(
      `    <testcase name="softlens" classname="${escapeXml(path)}"><error message="${escapeXml(failure)}"/></testcase>`,
    );
  if (cases.length === 0) cases.push(`    <testcase name="softlens" classname="${escapeXml(path)}"/>`);
  const tests = Math.max(1, diagnostics.length + (failure === undefined ? 0 : 1));
  const totals = { tests, failures: diagnostics.filter(isLoud).length, errors: failure === undefined ? 0 : 1 };
  return { tests, lines: [`  <testsuite name="${escapeXml(path)}" ${counts(totals)}>`, ...cases, '  </testsuite>'] };
}

/** What is no error or warning is told, and passes. */
function testCase(one: Diagnostic): readonly string[] {
  const details = `${placeText(one)}: ${withPath(one)}`;
  const inner = isLoud(one)
    ? `<failure type="${one.severity}" message="${escapeXml(plainText(one.message))}">${escapeXml(details)}</failure>`
    : `<system-out>${escapeXml(`${one.severity}: ${details}`)}</system-out>`;
  return [
    `    <testcase name="${escapeXml(one.rule)}" classname="${escapeXml(one.path)}" line="${one.line}">${inner}</testcase>`,
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function counts(totals: Readonly<Record<string, number>>): string {
  return Object.entries(totals)
    .map(([name, count]) => `${name}="${count}"`)
    .join(' ');
}

/** Control characters cannot stand in XML 1.0 at all. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to leave out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\n', '&#10;')
  );
}
