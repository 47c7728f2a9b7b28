/** What a text imports, read from its import lines alone: a thousand files take less than parsing ten of them. */
import type { ImportWords } from '@softlens/analysis';
import type { Language } from '@softlens/syntax';

/** Also those in functions and branches, and some that only a docstring shows: an importer too many says nothing wrong. */
export function importLines(text: string, language: Language): readonly ImportWords[] {
  return language === 'python' ? pythonImports(text) : scriptImports(text);
}

const pythonStatement =
  /^[ \t]*(?:from[ \t]+(\.*)[ \t]*([\w.]*)[ \t]+import\b[ \t]*(\([^)]*\)|(?:\\\r?\n|[^\n#;\\])*)|import[ \t]+([\w., \t]+))/gm;

function pythonImports(text: string): readonly ImportWords[] {
  return [...text.matchAll(pythonStatement)].flatMap(([, dots = '', module = '', names = '', modules]) =>
    modules === undefined
      ? [{ module, level: dots.length, names: namesIn(names.replace(/#.*/g, '')) }]
      : namesIn(modules).map((name) => ({ module: name, level: 0, names: [] })),
  );
}

/** Of `a, b.c as d` the names `a` and `b.c`. */
function namesIn(list: string): readonly string[] {
  return list.split(',').flatMap((one) => /[\w.]+/.exec(one) ?? []);
}

const scriptModule = /(?:\bfrom|\bimport|\brequire[ \t]*\(|\bimport[ \t]*\()\s*(['"`])(\.[^'"`\n]*)\1/g;

function scriptImports(text: string): readonly ImportWords[] {
  return [...text.matchAll(scriptModule)].map(([, , module = '']) => ({ module, level: 0, names: [] }));
}
