import type { CallEvent } from '../evaluate/run/listener.ts';
import { applicable } from './engine/mismatch.ts';
import { mismatchRule, shortName } from './engine/mismatch-rule.ts';
import { message } from './engine/rule.ts';
import { takeLogSoftmax } from './fixes/log-softmax.ts';

/** PyTorch's KLDivLoss takes log-probabilities first: anything else gives a number that is no divergence and may be negative. */
export const rule = mismatchRule({
  id: 'kl-div-without-log',
  severity: 'error',
  fix: 'unsafe',
  matches: ({ wanted, space, event }, consumer) =>
    consumer === 'loss' && event.row.op === 'klDiv' && wanted.includes('log-probabilities') && space.name !== 'log-probabilities',
  fixes: takeLogSoftmax,
  onCall(event, context) {
    if (!isWrittenDistribution(event)) return;
    const { row, place, ranges } = event;
    const words = message('rule.kl-div-without-log.written', { consumer: shortName(row.name) });
    context.report({ place: ranges.get('x') ?? place, message: words });
  },
});

/** Numbers that the program writes down and that sum to 1: a distribution, whose logarithms would be below 0. */
function isWrittenDistribution(event: CallEvent): boolean {
  const x = event.args.get('x');
  if (event.row.op !== 'klDiv' || x?.kind !== 'array' || !x.data || x.space) return false;
  if (!applicable(event).some(({ role, space }) => role === 'x' && space === 'log-probabilities')) return false;
  const numbers = Array.from(x.data.data, Number);
  const width = x.data.shape.at(-1) ?? 0;
  return width > 1 && numbers.every((one) => one >= 0) && sumsToOne(numbers, width);
}

function sumsToOne(numbers: readonly number[], width: number): boolean {
  const rows = Array.from({ length: numbers.length / width }, (_, i) => numbers.slice(i * width, (i + 1) * width));
  return rows.length > 0 && rows.every((row) => Math.abs(row.reduce((sum, one) => sum + one, 0) - 1) < 1e-3);
}
