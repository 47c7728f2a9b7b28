/** What was found in all files, and what can be done about it. */
import type { Place, Problem } from '../server/problems.ts';
import type { SessionState } from '../session.ts';
import { fill, type Words } from '../words/words.ts';

export interface ProblemsProps {
  readonly words: Words;
  readonly state: SessionState;
  /** The editor is there. */
  readonly ready: boolean;
  onGoTo(place: Place): void;
  onFix(place: Place): void;
  onFixAll(): void;
  onValues(): void;
}

const marks: Readonly<Record<Problem['severity'], string>> = { error: '✗', warning: '▲', info: '●', hint: '○' };

export function Problems({ words, state: { problems, status }, ready, onGoTo, onFix, onFixAll, onValues }: ProblemsProps) {
  return (
    <aside class="panel" aria-label={words.problems}>
      <div class="actions">
        <button type="button" disabled={!ready} onClick={onValues}>
          {words.values}
        </button>
        <button type="button" disabled={!ready || problems.length === 0} onClick={onFixAll}>
          {words.fixAll}
        </button>
      </div>
      <h2>{words.problems}</h2>
      <p role="status" class="status" data-status={status}>
        {statusText(words, status, problems)}
        {status === 'failed' && (
          <button type="button" onClick={() => location.reload()}>
            {words.retry}
          </button>
        )}
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.name}:${problem.line}:${problem.column}:${problem.rule}`} data-severity={problem.severity}>
            <p class="message">
              <span class="mark" role="img" aria-label={words.severities[problem.severity]}>
                {marks[problem.severity]}
              </span>
              <span>{problem.message}</span>
            </p>
            <p class="places">
              <PlaceButton words={words} place={problem} onGoTo={onGoTo} />
              <button type="button" class="link" onClick={() => onFix(problem)}>
                {words.fix}
              </button>
              {problem.page !== undefined && (
                <a href={problem.page} target="_blank" rel="noopener" aria-label={fill(words.explain, { rule: problem.rule })}>
                  {problem.rule}
                </a>
              )}
            </p>
            {problem.related.length > 0 && (
              <ul class="related">
                {problem.related.map((one) => (
                  <li key={`${one.name}:${one.line}:${one.column}`}>
                    <PlaceButton words={words} place={one} onGoTo={onGoTo} /> {one.message}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <p class="tips">{words.tips}</p>
    </aside>
  );
}

function PlaceButton({ words, place, onGoTo }: { words: Words; place: Place; onGoTo(place: Place): void }) {
  return (
    <button type="button" class="link" onClick={() => onGoTo(place)}>
      {fill(words.place, { name: place.name, line: place.line })}
    </button>
  );
}

function statusText(words: Words, status: SessionState['status'], problems: readonly Problem[]): string {
  if (status === 'failed') return words.failed;
  if (status === 'starting') return words.starting;
  if (status === 'checking') return words.checking;
  return problems.length === 0 ? words.noProblems : fill(words.counts, counts(problems));
}

function counts(problems: readonly Problem[]): { errors: number; warnings: number; others: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  return { errors, warnings, others: problems.length - errors - warnings };
}
