// A server process on localhost: finding a port, waiting until it answers, stopping it.
import { createServer } from 'node:net';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * A port to serve on: the wanted one when nobody has it, any free one when none is wanted.
 * @param {number} [wanted] @returns {Promise<number>}
 */
export function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', () => reject(new Error(`Port ${wanted} is in use.`)));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('There is no free port.')),
      );
    });
  });
}

/** @param {ChildProcess} child @param {string} url @param {string} name */
export async function untilServing(child, url, name) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answered = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (answered) return;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended before it served anything`);
    if (Date.now() > deadline) throw new Error(`${name} did not answer within a minute`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks the process to end, and makes it after five seconds. @param {ChildProcess} child @returns {Promise<void>} */
export function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
