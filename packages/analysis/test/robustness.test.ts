import { readdirSync, readFileSync } from 'node:fs';
import { createTestParser } from '@softlens/mdtest';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createChecker, type Project } from '../src/index.ts';

const parser = await createTestParser();
const folder = new URL('./mdtest/', import.meta.url).pathname;

const programs = readdirSync(folder).flatMap((name) =>
  [...readFileSync(folder + name, 'utf8').matchAll(/```(python|javascript)\n(.*?)```/gs)].map(([, language, text]) => ({
    language: language === 'python' ? ('python' as const) : ('javascript' as const),
    text: text ?? '',
  })),
);

/** Cuts, doubles or moves a piece somewhere. */
const edit = fc.record({
  at: fc.nat(4000),
  length: fc.integer({ min: 1, max: 60 }),
  to: fc.nat(4000),
  kind: fc.constantFrom('cut', 'double', 'move'),
});

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(text: string, { at, length, to, kind }: Edit): string {
  const start = at % (text.length + 1);
  const piece = text.slice(start, start + length);
  const rest = kind === 'double' ? text : text.slice(0, start) + text.slice(start + length);
  const target = to % (rest.length + 1);
  return kind === 'cut' ? rest : rest.slice(0, target) + piece + rest.slice(target);
}

test('a damaged program gives less, never an error', () => {
  fc.assert(
    fc.property(fc.constantFrom(...programs), fc.array(edit, { minLength: 1, maxLength: 5 }), ({ language, text }, edits) => {
      const damaged = edits.reduce(edited, text);
      const document = { path: 'main', language, text: damaged, module: parser.parse(damaged, language), version: '1' };
      const project: Project = {
        module: (path) => (path === 'main' ? document : undefined),
        exists: (path) => path === 'main',
        importRoots: [],
      };
      const checker = createChecker({ rethrow: true, parseExpression: (code, of) => parser.parse(code, of) });
      const { facts, findings, trace } = checker.analyze(project, 'main');
      for (const { start, end } of [...facts, ...findings])
        if (start < 0 || start > end || end > damaged.length) throw new Error(`${start}–${end} is outside the text`);
      expect(trace.filter((line) => line.startsWith('fault'))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
