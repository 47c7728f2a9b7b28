import type { CallEvent } from '../evaluate/run/listener.ts';
import { applicable } from './engine/mismatch.ts';
import { shortName } from './engine/mismatch-rule.ts';
import { message, type Rule } from './engine/rule.ts';

/** One example has several labels, but cross-entropy shares one probability among them: the labels compete. */
export const rule: Rule = {
  id: 'softmax-with-multi-label-targets',
  severity: 'error',
  onCall(event, context) {
    const most = mostLabels(event);
    if (most === undefined || most < 2) return;
    context.report({
      place: event.ranges.get('target') ?? event.place,
      message: message('rule.softmax-with-multi-label-targets', { consumer: shortName(event.row.name), labels: most }),
    });
  },
};

/** How many ones the fullest row of the targets holds, where a categorical loss gets rows of zeros and ones. */
function mostLabels(event: CallEvent): number | undefined {
  const categorical = applicable(event).some(({ role, family }) => role === 'x' && family === 'categorical');
  const isLoss = event.row.gives?.some(({ space }) => space === 'loss');
  const target = event.args.get('target');
  const data = target?.kind === 'array' ? target.data : undefined;
  const classes = data?.shape.at(-1);
  if (!categorical || !isLoss || !data || data.shape.length !== 2 || !classes || classes < 2) return undefined;
  const numbers = Array.from(data.data, Number);
  if (numbers.some((one) => one !== 0 && one !== 1)) return undefined;
  const rows = Array.from({ length: numbers.length / classes }, (_, i) => numbers.slice(i * classes, (i + 1) * classes));
  return Math.max(...rows.map((row) => row.reduce((a, b) => a + b, 0)));
}
