import { createTestParser } from '@softlens/mdtest';
import { expect, test } from 'vitest';
import { createAnalyzer, type ParsedDocument, type Project } from '../src/index.ts';

const parser = await createTestParser();

/** A project whose documents can be changed. */
function projectOf(files: Record<string, string>): { project: Project; files: Record<string, string> } {
  const parsed = new Map<string, ParsedDocument>();
  const module = (path: string): ParsedDocument | undefined => {
    const text = files[path];
    if (text === undefined) return undefined;
    const known = parsed.get(path);
    if (known?.text === text) return known;
    const document = { path, language: 'python', text, module: parser.parse(text, 'python'), version: text } as const;
    parsed.set(path, document);
    return document;
  };
  return { files, project: { module, exists: (path) => path in files, importRoots: [] } };
}

const boundValue = (analysis: ReturnType<ReturnType<typeof createAnalyzer>['analyze']>, name: string) =>
  analysis.facts.find((fact) => fact.kind === 'binding' && fact.name === name)?.value;

test('a result is kept until something that it read changes, be it the import of an import', () => {
  const { project, files } = projectOf({
    'a.py': 'import b\nx = b.y\n',
    'b.py': 'from c import y\n',
    'c.py': 'y = 1\n',
    'd.py': 'import b\n',
  });
  const analyzer = createAnalyzer({ rethrow: true });
  analyzer.analyze(project, 'd.py');
  const first = analyzer.analyze(project, 'a.py');
  expect(boundValue(first, 'x')).toEqual({ kind: 'int', value: 1 });
  expect([...first.dependencies].sort()).toEqual(['a.py', 'b.py', 'c.py']);
  expect(analyzer.analyze(project, 'a.py')).toBe(first);
  files['c.py'] = 'y = 2\n';
  expect(boundValue(analyzer.analyze(project, 'a.py'), 'x')).toEqual({ kind: 'int', value: 2 });
});

test('a document that appears is imported', () => {
  const { project, files } = projectOf({ 'a.py': 'from late import x\ny = x\n' });
  const analyzer = createAnalyzer({ rethrow: true });
  expect(boundValue(analyzer.analyze(project, 'a.py'), 'y')?.kind).not.toBe('int');
  files['late.py'] = 'x = 3\n';
  expect(boundValue(analyzer.analyze(project, 'a.py'), 'y')).toEqual({ kind: 'int', value: 3 });
});

test('steps pause between statements and between entry points, so that a caller can let others in or give up', () => {
  const { project } = projectOf({ 'a.py': 'x = 1\ny = x\ndef f(): pass\ndef g(): pass\n' });
  expect([...createAnalyzer().steps(project, 'a.py')].length).toBeGreaterThanOrEqual(6);
});

test('what an assertion says holds for the statements behind it', () => {
  const text = 'import torch\nassert flag\nif flag:\n    x = torch.ones(2)\nelse:\n    x = None\n';
  const { project } = projectOf({ 'a.py': text });
  expect(boundValue(createAnalyzer({ rethrow: true }).analyze(project, 'a.py'), 'x')?.kind).toBe('array');
});
