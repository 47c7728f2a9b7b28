/** Runs a program of one call through the analysis, and says what was seen of it. */
import { createTestParser } from '@softlens/mdtest';
import type { CallEvent, CallFact, Fact, Project, Value } from '../../src/index.ts';
import { createAnalyzer } from '../../src/index.ts';
import { mismatches } from '../../src/rules/engine/mismatch.ts';
import type { Callable } from './callables.ts';
import { givenRows } from './given.ts';

const parser = await createTestParser();

export interface Seen {
  readonly call: CallFact | undefined;
  readonly value: Value | undefined;
  /** Roles whose argument has another space than is accepted. */
  readonly noticed: readonly string[];
}

const arrays: Readonly<Record<string, string>> = {
  torch: 'torch.zeros(2, 3)',
  numpy: 'numpy.zeros((2, 3))',
  tensorflow: 'tensorflow.zeros((2, 3))',
  jax: 'jax.numpy.zeros((2, 3))',
  tfjs: 'lib.zeros([2, 3])',
  core: 'lib.array([[1, 2, 3], [4, 5, 6]])',
};

export function run(callable: Callable, expression: string): Seen {
  const { language, library } = callable;
  const path = language === 'python' ? 'a.py' : 'a.mjs';
  const text = `${preamble(callable)}${language === 'python' ? '' : 'const '}result = ${expression}\n`;
  const document = { path, language, text, module: parser.parse(text, language), version: '1' };
  const project: Project = {
    module: (asked) => (asked === path ? document : undefined),
    exists: (asked) => asked === path,
    importRoots: [],
    rows: givenRows(library),
  };
  const events: CallEvent[] = [];
  const analyzer = createAnalyzer({
    rethrow: true,
    listen: () => ({ findings: () => [], onCall: (event) => void events.push(event) }),
  });
  const { facts } = analyzer.analyze(project, path);
  const start = text.lastIndexOf(expression);
  const isWhole = (fact: Fact): boolean =>
    fact.kind === 'expression' && fact.start === start && fact.end === start + expression.length;
  const whole = facts.find(isWhole);
  const own = events.filter(({ place }) => place.start === start && place.end === start + expression.length);
  return {
    call: whole?.call,
    value: whole?.value,
    noticed: own.flatMap((event) => mismatches(event).map(({ accepts }) => accepts.role)),
  };
}

function preamble({ library, language, callee }: Callable): string {
  const array = arrays[library.name] ?? arrays.numpy ?? '';
  const needsArray = callee('').startsWith('array.');
  if (language === 'javascript') {
    const module = library.modules[0] ?? '';
    return `import * as lib from '${module}';\nimport * as given from 'given';\n${needsArray ? `const array = ${array};\n` : ''}`;
  }
  const modules = new Set([...library.modules.filter((one) => one !== 'softlens'), 'given', array.split('.')[0] ?? '']);
  return `${[...modules].map((one) => `import ${one}\n`).join('')}${needsArray ? `array = ${array}\n` : ''}`;
}
