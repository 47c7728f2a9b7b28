/** What is wrong with the settings that a client sent. Most editors hand on whatever the user wrote. */
import { type ConfigurationProblem, nearest, problemText } from '@softlens/analysis/configuration';
import type { DisplayLanguage } from '@softlens/analysis/messages';
import { isRecord } from './settings.ts';

/** The words that are allowed, or what anything there has to be. */
type Form = readonly (string | boolean)[] | 'boolean' | 'string' | 'array' | 'any';
type Forms = Readonly<Record<string, Form>>;

const flag = [true, false];

/** By their names under `softlens`. */
const settings: Forms = {
  'hover.enabled': flag,
  'hover.picture': flag,
  'inlayHints.enabled': flag,
  codeLens: ['off', 'problems', 'all'],
  'diagnostics.enabled': flag,
  'diagnostics.mode': ['openFiles', 'workspace'],
  language: ['auto', 'en', 'zh-cn'],
  // The client's own.
  'trace.server': 'any',
};

const clientOptions: Forms = {
  pictures: 'boolean',
  theme: ['light', 'dark', 'high-contrast', 'high-contrast-light'],
  locale: 'string',
  assets: 'string',
  rulePage: 'string',
  cellAddresses: 'boolean',
  checksSettings: 'boolean',
  offers: 'boolean',
  commands: 'array',
  settings: 'any',
  softlens: 'any',
};

/** In words, each with the name it is about. */
export function settingsProblems(sent: unknown, language: DisplayLanguage): readonly string[] {
  return problems(leaves(sent, settings), settings, language, 'softlens');
}

export function clientOptionsProblems(sent: unknown, language: DisplayLanguage): readonly string[] {
  const known = { ...clientOptions, ...prefixed(settings) };
  return problems(isRecord(sent) ? Object.entries(sent) : [], clientOptions, language, 'initializationOptions', known);
}

function problems(
  found: readonly (readonly [string, unknown])[],
  forms: Forms,
  language: DisplayLanguage,
  path: string,
  names: Forms = forms,
): readonly string[] {
  return found.flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    if (form === undefined)
      return [problemText(path, meant({ at: '', problem: 'unknown-key', name }, Object.keys(names)), language)];
    const problem = wrong(value, form);
    return problem ? [problemText(`${path}.${name}`, problem, language)] : [];
  });
}

function wrong(value: unknown, form: Form): ConfigurationProblem | undefined {
  if (typeof form === 'string') {
    const isRight = form === 'any' || (form === 'array' ? Array.isArray(value) : typeof value === form);
    return isRight ? undefined : wrongType(value, form);
  }
  if (form.some((one) => one === value)) return undefined;
  const expected = form.join(' | ');
  const isWord = typeof value === 'string' && form.some((one) => typeof one === 'string');
  return isWord ? { at: '', problem: 'wrong-value', name: value, expected } : wrongType(value, expected);
}

const wrongType = (value: unknown, expected: string): ConfigurationProblem => ({
  at: '',
  problem: 'wrong-type',
  name: JSON.stringify(value) ?? 'undefined',
  expected,
});

function meant(problem: ConfigurationProblem, names: readonly string[]): ConfigurationProblem {
  // A part of a name is meant before any that looks alike.
  const suggestion = names.find((one) => one.split('.').includes(problem.name)) ?? nearest(problem.name, names);
  return suggestion === undefined ? problem : { ...problem, suggestion };
}

/** Settings by their full names, however deep; what is no group of settings is a leaf. */
function leaves(sent: unknown, forms: Forms, prefix = ''): readonly (readonly [string, unknown])[] {
  if (!isRecord(sent)) return [];
  return Object.entries(sent).flatMap(([key, value]) => {
    const name = `${prefix}${key}`;
    const isGroup = Object.keys(forms).some((one) => one.startsWith(`${name}.`));
    return isGroup && isRecord(value) ? leaves(value, forms, `${name}.`) : [[name, value] as const];
  });
}

const prefixed = (forms: Forms): Forms =>
  Object.fromEntries(Object.entries(forms).map(([name, form]) => [`softlens.${name}`, form]));
