import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTest, createTestParser, declareSuite, type Observation, readTests, type TestFile } from '@softlens/mdtest';
import type { Language } from '@softlens/syntax';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: a script of the build, which has no types
import { ruleIndex } from '../scripts/generate-rules.mjs';
import { createChecker, settleFindings } from '../src/check.ts';
import type { Finding, Fix, ParsedDocument, Project } from '../src/index.ts';
import { translate } from '../src/messages/index.ts';
import { ruleWords as english } from '../src/messages/rules.en.ts';
import { ruleWords as chinese } from '../src/messages/rules.zh-cn.ts';
import { rules } from '../src/rules/index.ts';

const parser = await createTestParser();
const folder = join(import.meta.dirname, '../src/rules');
const programs = join(import.meta.dirname, 'mdtest');
const headings = ['What it does', 'Why is this bad', 'Example', 'Use instead', 'Fix safety', 'References'];

for (const file of readdirSync(programs).filter((name) => name.startsWith('rules-'))) {
  declareSuite(join(programs, file), file.replace('.md', ''), observe, { describe, test });
}

describe('pages', () => {
  test.each(rules.map(({ id }) => id))('%s', (id) => {
    const page = readFileSync(join(folder, `${id}.md`), 'utf8');
    const { severity } = rules.find((rule) => rule.id === id) ?? { severity: '' };
    expect(page.startsWith(`# ${id}\n\n\`${severity}\`\n`)).toBe(true);
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(headings);
    expect(page.split('## References')[1]).toMatch(/https:\/\//);
    const tests = readTests(page);
    expect(tests.map(({ name }) => name)).toEqual(['Example', 'Use instead']);
    expect(tests[0]?.files.some(({ text: program }) => program.includes(`[${id}]`))).toBe(true);
    expect(tests[1]?.files.some(({ text: program }) => /(error|warning|info|hint)\[/.test(program))).toBe(false);
    for (const one of tests) expect(checkTest(one, observe).map(({ line, message }) => `${line + 1}: ${message}`)).toEqual([]);
  });

  test('say nothing of rules that are gone', () => {
    const pages = readdirSync(folder)
      .filter((name) => /^[\w-]+\.md$/.test(name))
      .map((name) => name.slice(0, -3));
    expect(pages.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
  });
});

describe('messages', () => {
  test('are there for every rule, in both languages, with the same parameters', () => {
    expect(rules.filter(({ id }) => !(`rule.${id}` in english))).toEqual([]);
    expect(Object.keys(chinese).toSorted()).toEqual(Object.keys(english).toSorted());
    const parameters = (words: string): readonly string[] => [...new Set(words.match(/\{\w+\}/g) ?? [])].toSorted();
    for (const [key, words] of Object.entries(english)) {
      expect([key, parameters(words)]).toEqual([key, parameters(chinese[key as keyof typeof chinese])]);
    }
  });
});

test('the list of rules is fresh: run `pnpm generate`', () => {
  expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe(ruleIndex());
});

describe('fixes of the pages’ examples', () => {
  for (const { id } of rules) {
    const examples = readTests(readFileSync(join(folder, `${id}.md`), 'utf8'));
    for (const { files } of examples) {
      const before = check(files);
      const found = before.filter(({ rule, fixes }) => rule === id && fixes.length > 0);
      for (const [i, finding] of found.entries()) {
        test.each(finding.fixes.map((fix) => [translate(fix.title, 'en'), fix] as const))(`${id} ${i}: %s`, (_, fix) => {
          const fixed = apply(files, fix);
          expect(fixed).not.toEqual(files);
          // One defect less, and nothing that was not there: what the same edit mends besides may be gone too.
          const after = check(fixed);
          expect(after.filter(({ rule }) => rule === id).length).toBeLessThan(before.filter(({ rule }) => rule === id).length);
          expect(rest(after, before)).toEqual([]);
          for (const file of fixed) expect(JSON.stringify(documentOf(file).module)).not.toContain('"reason":"syntax"');
        });
      }
    }
  }
});

/** Rules that are broken more often than before. */
function rest(after: readonly Finding[], before: readonly Finding[]): readonly string[] {
  const left = before.map(({ rule }) => rule);
  return after.flatMap(({ rule }) => {
    const at = left.indexOf(rule);
    if (at < 0) return [rule];
    left.splice(at, 1);
    return [];
  });
}

function apply(files: readonly TestFile[], fix: Fix): readonly TestFile[] {
  return files.map((file) => {
    const edits = fix.edits.filter(({ path }) => path === file.path).toSorted((a, b) => b.start - a.start);
    return {
      ...file,
      text: edits.reduce((now, { start, end, text: words }) => now.slice(0, start) + words + now.slice(end), file.text),
    };
  });
}

function observe(files: readonly TestFile[]): Observation {
  const findings = check(files).map((finding) => ({ ...finding, level: finding.severity }));
  return { findings };
}

/** Every finding of the files, whichever of them it was found from. */
function check(files: readonly TestFile[]): readonly Finding[] {
  const documents = new Map(files.map((file) => [file.path, documentOf(file)]));
  const project: Project = { module: (path) => documents.get(path), exists: (path) => documents.has(path), importRoots: [] };
  const checker = createChecker({ rethrow: true, parseExpression: (text, language) => parser.parse(text, language) });
  const all = files.flatMap(({ path }) => {
    const { findings, elsewhere } = checker.analyze(project, path);
    return [...findings, ...(elsewhere ?? [])];
  });
  return files.flatMap(({ path }) => settleFindings(project, path, all));
}

const languages: Readonly<Record<string, Language>> = { python: 'python', javascript: 'javascript', typescript: 'typescript' };

function documentOf({ path, text: program, language }: TestFile): ParsedDocument {
  const name = languages[language] ?? 'python';
  return { path, text: program, language: name, module: parser.parse(program, name), version: '1' };
}
