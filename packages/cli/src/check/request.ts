/** The options of `softlens check`, checked. */
import { reportedRules } from '@softlens/analysis';
import { type OptionTable, parseOptions } from '../options.ts';
import { type Format, formats, isFormat } from '../report/report.ts';
import { UsageError } from '../usage.ts';

export interface CheckRequest {
  readonly help: boolean;
  /** As given; the current folder when none is. */
  readonly paths: readonly string[];
  /** The name that the text on standard input goes by. */
  readonly stdin?: string;
  readonly format: Format;
  readonly fix: 'none' | 'safe' | 'unsafe';
  /** Shows what a fix would change, and writes nothing. */
  readonly diff: boolean;
  readonly watch: boolean;
  readonly statistics: boolean;
  readonly exitZero: boolean;
  readonly verbose: boolean;
  /** Results of earlier checks are used, and kept for later ones. */
  readonly cache: boolean;
  readonly config?: string;
  readonly baseline?: string;
  readonly writeBaseline: boolean;
  readonly select?: readonly string[];
  readonly ignore: readonly string[];
}

const table: OptionTable = {
  format: { type: 'string', choices: Object.keys(formats) },
  fix: { type: 'boolean' },
  'unsafe-fixes': { type: 'boolean' },
  diff: { type: 'boolean' },
  select: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  config: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  'stdin-filename': { type: 'string' },
  watch: { type: 'boolean', short: 'w' },
  statistics: { type: 'boolean' },
  'exit-zero': { type: 'boolean' },
  'no-cache': { type: 'boolean' },
  verbose: { type: 'boolean', short: 'v' },
  lang: { type: 'string', choices: ['en', 'zh-cn'] },
  help: { type: 'boolean', short: 'h' },
};

export const defaultBaseline = 'softlens-baseline.json';

export function checkRequest(args: readonly string[]): CheckRequest {
  const { values, positionals } = parseOptions(args, table);
  const has = (name: string): boolean => values.has(name);
  const text = (name: string): string | undefined => {
    const value = values.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const format = text('format') ?? 'text';
  const stdin = standardInput(positionals, text('stdin-filename'));
  const [config, select] = [text('config'), text('select')];
  const baseline = text('baseline') ?? (has('write-baseline') ? defaultBaseline : undefined);
  const request: CheckRequest = {
    help: has('help'),
    paths: stdin === undefined ? (positionals.length > 0 ? positionals : ['.']) : [stdin],
    ...(stdin !== undefined && { stdin }),
    format: isFormat(format) ? format : 'text',
    fix: has('unsafe-fixes') ? 'unsafe' : has('fix') || has('diff') ? 'safe' : 'none',
    diff: has('diff'),
    watch: has('watch'),
    statistics: has('statistics'),
    exitZero: has('exit-zero'),
    verbose: has('verbose'),
    cache: !has('no-cache'),
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
    writeBaseline: has('write-baseline'),
    ...(select !== undefined && { select: ruleNames(select) }),
    ignore: ruleNames(text('ignore') ?? ''),
  };
  refuseContradictions(request);
  return request;
}

/** `-`, or `--stdin-filename` without any path, reads standard input. */
function standardInput(positionals: readonly string[], name: string | undefined): string | undefined {
  const asked = positionals.includes('-') || (name !== undefined && positionals.length === 0);
  if (!asked) return undefined;
  if (positionals.length > 1) throw new UsageError('check.stdin-alone');
  return name ?? 'stdin.py';
}

function refuseContradictions({ stdin, watch, writeBaseline, format, statistics }: CheckRequest): void {
  if (stdin !== undefined && watch) throw new UsageError('check.not-with-stdin', { option: '--watch' });
  if (stdin !== undefined && writeBaseline) throw new UsageError('check.not-with-stdin', { option: '--write-baseline' });
  const isForPeople = format === 'text' || format === 'concise';
  if (!isForPeople && watch) throw new UsageError('check.not-with-format', { option: '--watch' });
  if (!isForPeople && statistics) throw new UsageError('check.not-with-format', { option: '--statistics' });
}

function ruleNames(list: string): readonly string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known = [...reportedRules.map(({ id }) => id), 'all'];
  const wrong = names.find((name) => !known.includes(name));
  if (wrong !== undefined) throw new UsageError('check.unknown-rule', { name: wrong }, { near: wrong, among: known });
  return names;
}
