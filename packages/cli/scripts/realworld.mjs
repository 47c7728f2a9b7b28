// Scores `softlens check` on labelled places of public projects.
//   node packages/cli/scripts/realworld.mjs --labels labels.jsonl --projects DIR [--verbose] [--case ID]
// DIR holds each project's files in `owner+name@commit/`. A faulty case is found when an error or warning (for style: anything) lies
// within a line of its place, of `alt` or of `source`. A clean case is a false alarm when an error or warning lies in its file and is
// not one of `also_true`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { labels: { type: 'string' }, projects: { type: 'string' }, verbose: { type: 'boolean' }, case: { type: 'string' } },
});
if (!options.labels || !options.projects) {
  console.error('usage: realworld.mjs --labels FILE --projects DIR [--verbose] [--case ID]');
  process.exit(2);
}
const softlens = join(import.meta.dirname, '../bin/softlens.cjs');
const cases = readFileSync(options.labels, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter((one) => !options.case || one.id === options.case);

// Loaded before the program: writes the peak of its memory in kilobytes to the fourth pipe.
const tellMemory =
  "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))";

const reports = new Map();
const tally = { bug: [0, 0], style: [0, 0], clean: [0, 0] };
for (const one of cases) {
  const report = reportOf(`${one.repo.replaceAll('/', '+')}@${one.commit}`);
  const kind = one.clean ? 'clean' : one.severity;
  const hits = one.clean ? falseAlarms(report, one) : findings(report, one);
  const right = one.clean ? hits.length === 0 : hits.length > 0;
  tally[kind][1] += 1;
  if (right) tally[kind][0] += 1;
  if (!right || options.verbose) console.log(describe(one, kind, right, hits));
}
for (const [kind, [right, all]] of Object.entries(tally)) console.log(`${kind}: ${right} of ${all} right`);
for (const [project, { seconds, megabytes, summary }] of reports) {
  console.log(`${project}: ${summary?.files ?? 0} files, ${seconds.toFixed(1)} s, ${megabytes} MB`);
}

function reportOf(project) {
  const known = reports.get(project);
  if (known) return known;
  const folder = join(options.projects, project);
  if (!existsSync(folder)) throw new Error(`no project at ${folder}`);
  const started = performance.now();
  const result = spawnSync(
    process.execPath,
    ['--import', tellMemory, softlens, 'check', '.', '--format', 'json', '--exit-zero', '--no-cache'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  if (result.status !== 0) throw new Error(`${project}: exit ${result.status}\n${result.stderr}`);
  const { diagnostics, summary } = JSON.parse(result.stdout);
  const report = {
    diagnostics,
    summary,
    seconds: (performance.now() - started) / 1000,
    megabytes: Math.round(Number(result.output[3]) / 1024),
  };
  reports.set(project, report);
  return report;
}

function loud({ severity }) {
  return severity === 'error' || severity === 'warning';
}

function cellOf(place, one) {
  if ('cell' in place) return place.cell;
  return place.path === undefined || place.path === one.path ? one.cell : undefined;
}

function near(diagnostic, place, one) {
  const cell = cellOf(place, one);
  return (
    diagnostic.path === (place.path ?? one.path) &&
    Math.abs(diagnostic.line - place.line) <= 1 &&
    (cell === undefined || cell === null || diagnostic.cell === cell + 1)
  );
}

function findings(report, one) {
  const places = [{ path: one.path, line: one.line, cell: one.cell }, ...(one.alt ?? []), ...(one.source ?? [])];
  return report.diagnostics.filter((d) => (one.severity === 'style' || loud(d)) && places.some((place) => near(d, place, one)));
}

function falseAlarms(report, one) {
  return report.diagnostics.filter(
    (d) => loud(d) && d.path === one.path && !(one.also_true ?? []).some((place) => near(d, place, one)),
  );
}

function describe(one, kind, right, hits) {
  const verdict = right ? 'right' : kind === 'clean' ? 'FALSE ALARM' : 'MISSED';
  const lines = hits.map(
    (d) => `    ${d.path}${d.cell ? `[${d.cell}]` : ''}:${d.line}: ${d.severity}[${d.rule}] ${d.message.split('\n')[0]}`,
  );
  return [
    `${verdict} ${one.id} (${kind}, ${one.kind}) ${one.path}${one.cell === undefined ? '' : `[cell ${one.cell}]`}:${one.line}`,
    ...lines,
    ...(right ? [] : [`    ${one.trap ?? one.why}`]),
  ].join('\n');
}
