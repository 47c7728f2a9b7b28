import { expect, test } from 'vitest';
import { badge, changedMarks, marksOf } from '../src/marks.ts';

/** As VS Code names the cells of a notebook: `W0` is the first, `W1` the second, what follows `s` says `file`. */
const cell = (path: string, number: number) => ({
  scheme: 'vscode-notebook-cell',
  path,
  fragment: `W${number}s${btoa('file')}`,
});
const own = (severity: number) => ({ source: 'softlens', severity });
const [error, warning, information] = [own(0), own(1), own(2)];
const marks = (...found: [ReturnType<typeof cell>, ReturnType<typeof own>[]][]) =>
  Object.fromEntries(marksOf(found, ({ path }, scheme) => `${scheme}:${path}`));

test('the problems of all cells count for the notebook, and one error makes it red', () => {
  expect(
    marks([cell('/a.ipynb', 0), [warning, error]], [cell('/a.ipynb', 1), [warning]], [cell('/b.ipynb', 0), [warning]]),
  ).toEqual({
    'file:/a.ipynb': { problems: 3, isError: true },
    'file:/b.ipynb': { problems: 1, isError: false },
  });
});

test('what is less than a warning, what others found, and files with an address of their own leave no mark', () => {
  expect(
    marks(
      [cell('/a.ipynb', 0), [information]],
      [cell('/b.ipynb', 0), [{ source: 'Pylance', severity: 0 }]],
      [{ scheme: 'file', path: '/c.ipynb', fragment: '' }, [error]],
      [{ ...cell('/d.ipynb', 0), fragment: 'W0s%' }, [error]],
    ),
  ).toEqual({});
});

test('only marks that differ are told', () => {
  const before = new Map([
    ['same', { problems: 1, isError: true }],
    ['gone', { problems: 1, isError: true }],
    ['less', { problems: 2, isError: true }],
  ]);
  const after = new Map([
    ['same', { problems: 1, isError: true }],
    ['less', { problems: 1, isError: true }],
    ['new', { problems: 1, isError: false }],
  ]);
  expect(changedMarks(before, after)).toEqual(['gone', 'less', 'new']);
});

test.each([
  [1, '1'],
  [9, '9'],
  [10, '9+'],
])('%i problems are shown as %s', (problems, shown) => {
  expect(badge({ problems, isError: false })).toBe(shown);
});
