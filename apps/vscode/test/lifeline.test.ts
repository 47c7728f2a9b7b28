import { expect, test, vi } from 'vitest';
import { createLifeline } from '../src/lifeline.ts';

/** As the browser has them: who asks for a lock gets it when its holder is gone. */
function locksHeldUntil(gone: Promise<void>) {
  return { request: async (_: string, granted: () => unknown) => gone.then(granted) } as unknown as LockManager;
}

test('a worker whose lock becomes free has ended', async () => {
  let die = () => {};
  const gone = new Promise<void>((resolve) => (die = resolve));
  const ended = vi.fn();
  createLifeline(new EventTarget(), locksHeldUntil(gone), ended)('a lock');
  expect(ended).not.toHaveBeenCalled();
  die();
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
});

test('a worker that cannot be loaded never was there', () => {
  const worker = new EventTarget();
  const ended = vi.fn();
  createLifeline(worker, undefined, ended);
  worker.dispatchEvent(new Event('error'));
  worker.dispatchEvent(new Event('error'));
  expect(ended).toHaveBeenCalledOnce();
});

test('an error of one that has spoken is not its end', () => {
  const worker = new EventTarget();
  const ended = vi.fn();
  createLifeline(worker, undefined, ended)('a lock');
  worker.dispatchEvent(new Event('message'));
  worker.dispatchEvent(new Event('error'));
  expect(ended).not.toHaveBeenCalled();
});
