/** What a project may say in softlens.json or under [tool.softlens] in pyproject.toml, once it is checked. */
import type { Severity } from '../api.ts';

export interface RuleSettings {
  /** Rules to run; absent: all. */
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly severity?: Readonly<Record<string, Severity>>;
}

export interface Override extends RuleSettings {
  /** Globs of the paths it is for, relative to the configuration's folder. */
  readonly files: readonly string[];
}

export interface Configuration extends RuleSettings {
  /** Globs of files and folders that are not checked. */
  readonly exclude?: readonly string[];
  /** Folders that are import roots besides the project's own: `src`. */
  readonly src?: readonly string[];
  readonly overrides?: readonly Override[];
  /** Rows for the project's own wrappers, in the schema of the framework tables. */
  readonly functions?: readonly unknown[];
}

/** One thing that is wrong with a configuration: where (`overrides[0].files`) and what to do. */
export interface ConfigurationProblem {
  readonly at: string;
  readonly problem: 'unknown-key' | 'unknown-rule' | 'wrong-type' | 'wrong-value' | 'missing-key';
  readonly name: string;
  /** The nearest valid name. */
  readonly suggestion?: string;
  /** What is allowed there, in words of the schema: `array of strings`, `error | warning | info | hint | off`. */
  readonly expected?: string;
}

export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
