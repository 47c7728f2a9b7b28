/** Rewrites of heads: what each program becomes, that the way back leads home, and that nothing is found that was not there. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createTestParser, type MarkdownTest, readTests, type TestFile } from '@softlens/mdtest';
import { describe, expect, test } from 'vitest';
import { createChecker, headRewrites, importTargets, type ParsedDocument, type Project, type Rewrite } from '../src/index.ts';

const parser = await createTestParser();
const folder = new URL('./rewrites/', import.meta.url);

type Program = Readonly<Record<string, string>>;

interface Case {
  readonly name: string;
  before?: Program;
  after?: Program;
  back?: Program;
}

for (const file of readdirSync(folder)) {
  describe(file, () => {
    for (const { name, before, after, back } of casesOf(readTests(readFileSync(new URL(file, folder), 'utf8')))) {
      if (!before) throw new Error(`${file}: ${name} has no program`);
      if (!after) {
        test(`${name}: not offered`, () => expect(rewritten(before)).toEqual([]));
        continue;
      }
      test(`${name}: rewritten`, () => {
        expect(rewritten(before)).toEqual([after]);
        expect(graver(after)).toEqual(graver(before));
      });
      if (back) test(`${name}: back again`, () => expect(rewritten(after)).toEqual([{ ...before, ...back }]));
    }
  });
}

/** Run by golden/rewrites.py, with the weights of one head converted into those of the other. */
describe('PyTorch', () => {
  const judged: Readonly<Record<string, { readonly programs: string; readonly difference: number }>> = JSON.parse(
    readFileSync(new URL('../golden/rewrites.json', import.meta.url), 'utf8'),
  );
  const cases = casesOf(readTests(readFileSync(new URL('torch.md', folder), 'utf8'))).filter(({ after }) => after);
  test.each(cases.map(({ name, before, after, back }) => [name, [before, after, back]] as const))(
    'agrees: %s',
    (name, programs) => {
      const digest = createHash('sha256')
        .update(JSON.stringify(programs.map((one) => one ?? null)))
        .digest('hex');
      expect(judged[name]?.programs, 'run `pnpm --filter @softlens/analysis golden:rewrites`').toBe(digest);
      expect(judged[name]?.difference).toBeLessThan(1e-5);
    },
  );
});

/** Sections `before`, `after` and `back` of one heading. `after, and back` is an `after` whose way back leads to `before`. */
function casesOf(tests: readonly MarkdownTest[]): readonly Case[] {
  const cases = new Map<string, Case>();
  for (const { name, files } of tests) {
    const at = name.lastIndexOf(' › ');
    const [title, part] = [name.slice(0, at), name.slice(at + 3)];
    const known = cases.get(title) ?? { name: title };
    cases.set(title, known);
    if (part === 'before' || part === 'back') known[part] = programOf(files);
    else known.after = programOf(files);
    if (part === 'after, and back' && known.before) known.back = known.before;
  }
  return [...cases.values()];
}

const programOf = (files: readonly TestFile[]): Program => Object.fromEntries(files.map(({ path, text }) => [path, text]));

function rewritten(program: Program): readonly Program[] {
  const { documents, project } = projectOf(program);
  const checker = createChecker({ rethrow: true });
  const analysed = [...documents].map(([path, document]) => ({ document, analysis: checker.analyze(project, path) }));
  return headRewrites(analysed).map((rewrite) => applied(program, rewrite));
}

function applied(program: Program, { edits }: Rewrite): Program {
  const result = { ...program };
  for (const { path, start, end, text } of edits.toReversed()) {
    const before = result[path] ?? '';
    result[path] = before.slice(0, start) + text + before.slice(end);
  }
  return result;
}

/** Errors and warnings: a hint that the other head has half the weights is the way back. */
function graver(program: Program): readonly string[] {
  const { documents, project } = projectOf(program);
  const checker = createChecker({ rethrow: true });
  const found = [...documents.keys()].flatMap((path) => checker.analyze(project, path).findings);
  return found.filter(({ severity }) => severity === 'error' || severity === 'warning').map(({ rule }) => rule);
}

function projectOf(program: Program): { readonly documents: ReadonlyMap<string, ParsedDocument>; readonly project: Project } {
  const documents = new Map(
    Object.entries(program).map(([path, text]): [string, ParsedDocument] => [
      path,
      { path, language: 'python', text, module: parser.parse(text, 'python'), version: '1' },
    ]),
  );
  const project: Project = {
    module: (path) => documents.get(path),
    exists: (path) => documents.has(path),
    importRoots: [],
    importers: (path) =>
      [...documents.values()].filter((one) => one.path !== path && importTargets(one, []).has(path)).map((one) => one.path),
  };
  return { documents, project };
}
