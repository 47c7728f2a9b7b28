/** `try`: the handlers may run from any point of the body; what follows sees both. */
import type { Try } from '@softlens/syntax';
import { assignPattern } from './assignment.ts';
import { evaluate } from './expressions.ts';
import { freshSymbol, type Run, unknown } from './run/run.ts';
import { executeBlock, joinSides, runSide, type Side } from './statements.ts';

export function tryStatement(run: Run, statement: Try): boolean {
  const unknownsBefore = run.unknowns;
  const exitsBefore = run.frame.exits.length;
  const subject = freshSymbol(run, 'raises');
  const sides: (Side | undefined)[] = [];
  const body = runSide(run, [], () => executeBlock(run, statement.body) && executeBlock(run, statement.otherwise));
  const raised = takeRaises(run, exitsBefore);
  const certain = run.unknowns === unknownsBefore && !raised && body?.goesOn;
  if (certain || statement.handlers.length === 0) {
    const goesOn = joinSides(run, [body]);
    return executeBlock(run, statement.finalizer) && goesOn;
  }
  if (body)
    sides.push({
      ...body,
      path: body.path.length === run.path.length ? [...body.path, { subject, test: 'truthy', holds: false }] : body.path,
    });
  for (const [i, handler] of statement.handlers.entries()) {
    const when = [
      { subject: `${subject}.${i}`, test: 'truthy', holds: true },
      { subject, test: 'truthy', holds: true },
    ] as const;
    sides.push(
      runSide(run, when, () => {
        if (handler.type) evaluate(run, handler.type);
        if (handler.target) assignPattern(run, handler.target, unknown(run, 'error', 'exception'), undefined, 'let');
        return executeBlock(run, handler.body);
      }),
    );
  }
  const goesOn = joinSides(run, sides);
  return executeBlock(run, statement.finalizer) && goesOn;
}

/** Exceptions of the body end in its handlers. */
function takeRaises(run: Run, from: number): boolean {
  const { exits } = run.frame;
  const kept = exits.slice(from).filter((exit) => exit.kind !== 'raise');
  const raised = kept.length < exits.length - from;
  exits.splice(from, exits.length - from, ...kept);
  return raised;
}
