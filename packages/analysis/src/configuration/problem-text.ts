/** What is wrong with a configuration, in words. */
import { type DisplayLanguage, text } from '../messages/index.ts';
import type { ConfigurationProblem } from './configuration.ts';

/** `path` is the file as its reader names it. */
export function problemText(path: string, problem: ConfigurationProblem, language: DisplayLanguage): string {
  const { at, name, expected, suggestion } = problem;
  const key =
    problem.problem === 'wrong-value' && expected !== undefined && suggestion === undefined ? 'wrong-value-of' : problem.problem;
  const said = text(`configuration.${key}`, language, {
    path,
    at: at === '' ? '' : `${at}${colon(language)}`,
    name,
    expected: expected ?? '',
  });
  return suggestion === undefined ? said : `${said}\n${text('cli.did-you-mean', language, { name: suggestion })}`;
}

const colon = (language: DisplayLanguage): string => (language === 'zh-cn' ? '：' : ': ');
