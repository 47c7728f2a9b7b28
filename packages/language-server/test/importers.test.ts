/** Who imports a document is known from import lines, whichever of the files is opened. */
import { describe, expect, test } from 'vitest';
import { importLines } from '../src/import-lines.ts';
import { createImporters } from '../src/importers.ts';

test('import lines are read without parsing the rest', () => {
  const text = `from a.b import c, d as e  # f
from .. import g
from .h import (
    i,  # one
    j,
)
from k import l, \\
    m
import n.o as p, q
def late():
    from r import s
broken = (((
`;
  expect(importLines(text, 'python')).toEqual([
    { module: 'a.b', level: 0, names: ['c', 'd'] },
    { module: '', level: 2, names: ['g'] },
    { module: 'h', level: 1, names: ['i', 'j'] },
    { module: 'k', level: 0, names: ['l', 'm'] },
    { module: 'n.o', level: 0, names: [] },
    { module: 'q', level: 0, names: [] },
    { module: 'r', level: 0, names: ['s'] },
  ]);
  const script = `import {\n a\n} from './a';\nimport './b';\nexport * from "../c.js";\nconst d = require('./d');\nimport x from 'library';`;
  expect(importLines(script, 'javascript').map(({ module }) => module)).toEqual(['./a', './b', '../c.js', './d']);
});

describe('importers', () => {
  function folder(texts: Record<string, string>, { maxAtOnce = 400 } = {}) {
    let paths = Object.keys(texts);
    const open = new Set<string>();
    let done = () => {};
    const source = (path: string) => {
      const text = texts[path];
      return text === undefined ? undefined : { text, language: 'python' as const };
    };
    const importers = createImporters({
      paths: () => paths,
      isOpen: (path) => open.has(path),
      read: source,
      load: async (path) => source(path),
      maxAtOnce,
      importRoots: ['src'],
      pause: async () => {},
      onDone: () => done(),
    });
    return {
      importers,
      open,
      write(path: string, text: string | undefined) {
        if (text === undefined) delete texts[path];
        else texts[path] = text;
        const all = Object.keys(texts);
        if (all.join() !== paths.join()) paths = all;
        importers.changed(path);
      },
      done: new Promise<void>((resolve) => {
        done = resolve;
      }),
    };
  }

  test('are those whose import leads to the document, not to another of its name', () => {
    const { importers, open } = folder({
      'a/utils.py': '',
      'b/utils.py': '',
      'a/one.py': 'from utils import f',
      'b/two.py': 'from .utils import f',
      'src/pkg/__init__.py': 'from . import inner',
      'src/pkg/inner.py': '',
      'main.py': 'import pkg.inner',
    });
    expect(importers.of('a/utils.py')).toEqual(['a/one.py']);
    expect(importers.of('b/utils.py')).toEqual(['b/two.py']);
    expect(importers.of('src/pkg/inner.py')).toEqual(['main.py', 'src/pkg/__init__.py']);
    open.add('src/pkg/__init__.py');
    expect(importers.of('src/pkg/inner.py')[0]).toBe('src/pkg/__init__.py');
  });

  test('of many files are known after a while', async () => {
    const { importers, done } = folder({ 'm.py': '', 'a.py': 'import m', 'b.py': 'from m import x' }, { maxAtOnce: 1 });
    expect(importers.of('m.py')).toEqual([]);
    await done;
    expect(importers.of('m.py')).toEqual(['a.py', 'b.py']);
  });

  test('follow files that change, come and go', () => {
    const { importers, write } = folder({ 'm.py': '', 'sub/a.py': 'import m' });
    expect(importers.of('m.py')).toEqual(['sub/a.py']);
    write('src/m.py', '');
    expect([importers.of('m.py'), importers.of('src/m.py')]).toEqual([[], ['sub/a.py']]);
    write('src/m.py', undefined);
    expect(importers.of('m.py')).toEqual(['sub/a.py']);
    write('sub/a.py', 'import n');
    expect(importers.of('m.py')).toEqual([]);
    write('n.py', '');
    expect(importers.of('n.py')).toEqual(['sub/a.py']);
  });
});
