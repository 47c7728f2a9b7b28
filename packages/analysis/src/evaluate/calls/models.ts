/**
 * What a check is about are models and what their outputs meet, and a program comes there late: data are read, options parsed, loggers
 * made. So making or calling a model has steps of its own, which are not taken from the caller's. Where facts are kept from edit to edit,
 * a part may take no more than its account says, whatever ran before: there it is left.
 */
import { pressed, type Run } from '../run/run.ts';

export function withModelSteps<T>(run: Run, body: () => T): T {
  const account = accounts.get(run) ?? { inside: false, given: 0 };
  accounts.set(run, account);
  if (run.recorder || account.inside || account.given >= mostGiven) return body();
  const { steps, limit } = run;
  if (steps >= limit) return body();
  account.inside = true;
  run.limit = Math.max(limit, steps + modelSteps);
  try {
    return body();
  } finally {
    account.inside = false;
    if (run.steps > run.limit) pressed(run);
    const taken = run.steps - steps;
    const given = Math.max(0, taken - ownSteps);
    account.given += given;
    run.spent += given;
    run.steps -= given;
    run.limit = limit;
  }
}

interface Account {
  inside: boolean;
  given: number;
}

const accounts = new WeakMap<Run, Account>();

/** For one model, for all of one analysis, and what every model takes of its caller's. */
const modelSteps = 10_000;
const mostGiven = 24_000;
const ownSteps = 200;
