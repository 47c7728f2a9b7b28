/** The form of a configuration, as data: what checks it and what its JSON schema is made from. */
import { readUserRows } from '@softlens/frameworks';
import { type ConfigurationProblem, severities } from './configuration.ts';
import { nearest } from './nearest.ts';

export type Shape = { readonly description?: string } & (
  | { readonly type: 'string' }
  /** One of a few words; `rule` says that they are names of rules. */
  | { readonly type: 'word'; readonly words: readonly string[]; readonly rule?: true }
  | { readonly type: 'list'; readonly of: Shape }
  | { readonly type: 'record'; readonly key: Extract<Shape, { type: 'word' }>; readonly of: Shape }
  | { readonly type: 'object'; readonly keys: Readonly<Record<string, Shape>>; readonly required?: readonly string[] }
  /** Rows in the schema of the framework tables. */
  | { readonly type: 'rows' }
);

export function configurationShape(ruleIds: readonly string[]): Shape {
  const rule: Extract<Shape, { type: 'word' }> = { type: 'word', words: ruleIds, rule: true };
  const rules: Shape = { type: 'list', of: { ...rule, words: [...ruleIds, 'all'] } };
  const settings = {
    select: { ...rules, description: 'The rules to run. Without it, all.' },
    ignore: { ...rules, description: 'Rules to leave out.' },
    severity: {
      type: 'record',
      key: rule,
      of: { type: 'word', words: [...severities, 'off'] },
      description: 'Severities other than the rules’ own; "off" leaves a rule out.',
    },
  } as const satisfies Readonly<Record<string, Shape>>;
  const globs: Shape = { type: 'list', of: { type: 'string' } };
  return {
    type: 'object',
    description: 'Settings of Softlens for a project.',
    keys: {
      $schema: { type: 'string', description: 'The address of this schema.' },
      ...settings,
      exclude: { ...globs, description: 'Globs of files and folders that are not checked.' },
      src: { ...globs, description: 'Folders that modules are imported from, besides the project’s own. Without it, "src".' },
      overrides: {
        type: 'list',
        description: 'Other settings for some of the files; of several that match, the last counts.',
        of: {
          type: 'object',
          keys: { files: { ...globs, description: 'Globs of the files that these settings are for.' }, ...settings },
          required: ['files'],
        },
      },
      functions: { type: 'rows', description: 'What the project’s own functions and classes take and give.' },
    },
  };
}

export function checkShape(value: unknown, shape: Shape, at = ''): readonly ConfigurationProblem[] {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' ? [] : [wrongType(at, value, 'string')];
    case 'word':
      return checkWord(value, shape, at);
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((one, i) => checkShape(one, shape.of, `${at}[${i}]`))
        : [wrongType(at, value, 'array')];
    case 'record':
      return isRecord(value)
        ? Object.entries(value).flatMap(([name, one]) => [
            ...checkWord(name, shape.key, at),
            ...checkShape(one, shape.of, join(at, name)),
          ])
        : [wrongType(at, value, 'object')];
    case 'object':
      return isRecord(value) ? checkObject(value, shape, at) : [wrongType(at, value, 'object')];
    case 'rows':
      return Array.isArray(value) ? readUserRows(value).problems : [wrongType(at, value, 'array')];
  }
}

function checkWord(
  value: unknown,
  { words, rule }: Extract<Shape, { type: 'word' }>,
  at: string,
): readonly ConfigurationProblem[] {
  if (typeof value !== 'string') return [wrongType(at, value, 'string')];
  if (words.includes(value)) return [];
  const problem = rule
    ? ({ problem: 'unknown-rule' } as const)
    : ({ problem: 'wrong-value', expected: words.join(' | ') } as const);
  return [withSuggestion({ at, name: value, ...problem }, words)];
}

function checkObject(
  value: Readonly<Record<string, unknown>>,
  { keys, required = [] }: Extract<Shape, { type: 'object' }>,
  at: string,
): readonly ConfigurationProblem[] {
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name): ConfigurationProblem => ({ at, problem: 'missing-key', name }));
  return [
    ...missing,
    ...Object.entries(value).flatMap(([name, one]) => {
      const shape = Object.hasOwn(keys, name) ? keys[name] : undefined;
      return shape
        ? checkShape(one, shape, join(at, name))
        : [withSuggestion({ at, problem: 'unknown-key', name }, Object.keys(keys))];
    }),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);
const wrongType = (at: string, value: unknown, expected: string): ConfigurationProblem => ({
  at,
  problem: 'wrong-type',
  name: JSON.stringify(value) ?? 'undefined',
  expected,
});

function withSuggestion(problem: ConfigurationProblem, names: readonly string[]): ConfigurationProblem {
  const suggestion = nearest(problem.name, names);
  return suggestion === undefined ? problem : { ...problem, suggestion };
}
