/** Turns Markdown files into tests of whatever runner the caller uses. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Analyse, checkTest, type Problem } from './check.ts';
import { readTests } from './document.ts';
import { updateMarkdown } from './update.ts';

export interface Runner {
  describe(name: string, body: () => void): void;
  test(name: string, body: () => void): void;
}

/** Declares one test per program of the file. A failing one lists file, line and what differs. */
export function declareSuite(file: string, name: string, analyse: Analyse, runner: Runner): void {
  const markdown = readFileSync(file, 'utf8');
  const tests = readTests(markdown);
  const update = process.env.MDTEST_UPDATE === '1';
  runner.describe(name, () => {
    if (tests.length === 0) {
      runner.test('holds a program', () => {
        throw new Error(`${file} has no test`);
      });
    }
    for (const one of tests) {
      runner.test(one.name, () => {
        const problems = checkTest(one, analyse);
        if (update) writeFileSync(file, updateMarkdown(readFileSync(file, 'utf8'), problems));
        const left = update ? problems.filter(({ replacement }) => !replacement) : problems;
        if (left.length > 0) throw new Error(left.map((problem) => describeProblem(file, problem)).join('\n'));
      });
    }
  });
}

const describeProblem = (file: string, { file: program, line, message }: Problem): string =>
  `${file}:${program.firstLine + line + 1}: ${message}\n    ${program.text.split('\n')[line] ?? ''}`;
