/** Checks a configuration as it was read: every wrong key, rule or value is named, with the nearest right one. */
import type { Severity } from '../api.ts';
import { type Configuration, type ConfigurationProblem, type Override, severities } from './configuration.ts';
import { nearest } from './nearest.ts';

export interface ValidConfiguration {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

type Check = (value: unknown, at: string) => readonly ConfigurationProblem[];

export function validateConfiguration(value: unknown, ruleIds: readonly string[]): ValidConfiguration {
  const ruleSettings: Readonly<Record<string, Check>> = {
    select: arrayOf(ruleName([...ruleIds, 'all'])),
    ignore: arrayOf(ruleName([...ruleIds, 'all'])),
    severity: recordOf(ruleName(ruleIds), oneOf([...severities, 'off'])),
  };
  const override = object({ files: arrayOf(string), ...ruleSettings }, ['files']);
  const problems = object({
    $schema: string,
    ...ruleSettings,
    exclude: arrayOf(string),
    src: arrayOf(string),
    overrides: arrayOf(override),
    functions: arrayOf(anything),
  })(value, '');
  return { configuration: problems.length === 0 ? withOff(value as Configuration) : {}, problems };
}

/** `severity: { rule: 'off' }` is another way to ignore a rule. */
function withOff(configuration: Configuration): Configuration {
  const plain = (settings: Override | Configuration): Override & Configuration => {
    const entries = Object.entries(settings.severity ?? {}) as [string, Severity | 'off'][];
    const off = entries.filter(([, severity]) => severity === 'off').map(([rule]) => rule);
    const severity = Object.fromEntries(entries.filter(([, one]) => one !== 'off')) as Record<string, Severity>;
    return { ...(settings as Override & Configuration), severity, ignore: [...(settings.ignore ?? []), ...off] };
  };
  const { overrides, ...rest } = plain(configuration as Override & Configuration);
  return { ...rest, overrides: (overrides ?? []).map(plain) };
}

const anything: Check = () => [];
const string: Check = (value, at) => (typeof value === 'string' ? [] : [wrongType(at, value, 'string')]);

function arrayOf(item: Check): Check {
  return (value, at) => (Array.isArray(value) ? value.flatMap((one, i) => item(one, `${at}[${i}]`)) : [wrongType(at, value, 'array')]);
}

function oneOf(names: readonly string[]): Check {
  return (value, at) =>
    typeof value === 'string' && names.includes(value) ? [] : [withSuggestion({ at, problem: 'wrong-value', name: String(value), expected: names.join(' | ') }, names)];
}

function ruleName(names: readonly string[]): Check {
  return (value, at) => {
    if (typeof value !== 'string') return [wrongType(at, value, 'string')];
    return names.includes(value) ? [] : [withSuggestion({ at, problem: 'unknown-rule', name: value }, names)];
  };
}

function recordOf(key: Check, item: Check): Check {
  return (value, at) =>
    isRecord(value) ? Object.entries(value).flatMap(([name, one]) => [...key(name, at), ...item(one, join(at, name))]) : [wrongType(at, value, 'object')];
}

function object(keys: Readonly<Record<string, Check>>, required: readonly string[] = []): Check {
  return (value, at) => {
    if (!isRecord(value)) return [wrongType(at, value, 'object')];
    const missing = required.filter((name) => !(name in value)).map((name): ConfigurationProblem => ({ at, problem: 'missing-key', name }));
    return [
      ...missing,
      ...Object.entries(value).flatMap(([name, one]) => {
        const check = Object.hasOwn(keys, name) ? keys[name] : undefined;
        return check ? check(one, join(at, name)) : [withSuggestion({ at, problem: 'unknown-key', name }, Object.keys(keys))];
      }),
    ];
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const join = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);
const wrongType = (at: string, value: unknown, expected: string): ConfigurationProblem => ({ at, problem: 'wrong-type', name: JSON.stringify(value) ?? 'undefined', expected });

function withSuggestion(problem: ConfigurationProblem, names: readonly string[]): ConfigurationProblem {
  const suggestion = nearest(problem.name, names);
  return suggestion === undefined ? problem : { ...problem, suggestion };
}
