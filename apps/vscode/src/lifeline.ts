/**
 * How the end of a worker is noticed. The browser tells nobody when a worker is gone (out of memory, say), but the lock that it held is
 * then given to the next who asks: https://www.w3.org/TR/web-locks/#agent-integration
 */

type Locks = Pick<LockManager, 'request'>;

/**
 * `ended` is called once, when the worker has ended. What is returned is called with the name of the lock that the worker holds, if it says one.
 * A page that is not secure has no locks: there only a worker that cannot be loaded is noticed.
 */
export function createLifeline(worker: EventTarget, locks: Locks | undefined, ended: () => void): (lock: unknown) => void {
  let isThere = false;
  let isOver = false;
  const end = () => {
    if (!isOver) ended();
    isOver = true;
  };
  worker.addEventListener('message', () => (isThere = true), { once: true });
  // Before its first word an error means that the script does not run. Later it is that of one task, and the worker goes on.
  worker.addEventListener('error', () => isThere || end());
  return (lock) => {
    if (typeof lock === 'string') void locks?.request(lock, end).catch(() => {});
  };
}
