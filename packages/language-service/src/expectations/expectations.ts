/** Values that comments expect: what the hover over one says, the lens of a right one, and what an empty one offers. */
import type { Expectation } from '@softlens/analysis';
import { text } from '@softlens/analysis/messages';
import type { CodeAction } from '../findings/code-actions.ts';
import type { Lens } from '../lenses/lenses.ts';
import type { DisplayOptions, Snapshot, TextRange } from '../snapshot.ts';

export function expectationAt({ analysis }: Snapshot, offset: number): Expectation | undefined {
  return analysis.expectations?.find(({ start, end }) => start <= offset && offset <= end);
}

/** The verdict in a line of Markdown. */
export function verdictLine({ verdict, written, actual = '' }: Expectation, { language }: DisplayOptions): string {
  return text(`expected.${verdict}`, language, { expected: code(written), actual: code(actual) });
}

const maxLens = 100;

/** A wrong one is a finding, which has a lens as every finding has. */
export function expectationLenses({ analysis }: Snapshot, { language }: DisplayOptions): Lens[] {
  return (analysis.expectations ?? []).flatMap(({ start, end, verdict, written, actual }): Lens[] => {
    if (verdict !== 'right' || actual === undefined) return [];
    const both = text('lens.expected-right', language, { expected: written, actual });
    const title = written === actual ? `✓ ${written}` : both;
    return [{ start, end, title: title.length > maxLens ? `${title.slice(0, maxLens - 1)}…` : title }];
  });
}

/** Writes the value behind an empty `# =>`. */
export function fillActions(snapshot: Snapshot, range: TextRange, { language }: DisplayOptions): CodeAction[] {
  const { document, analysis } = snapshot;
  return (analysis.expectations ?? []).flatMap(({ verdict, actual, subject, value, start, end }): CodeAction[] => {
    const isAsked = Math.min(subject.start, start) <= range.end && range.start <= end;
    if (verdict !== 'empty' || actual === undefined || !isAsked) return [];
    const gap = document.text.startsWith('*/', value.end) ? ' ' : '';
    const edit = { path: document.path, start: value.start, end: value.end, text: ` ${actual}${gap}` };
    return [
      { title: text('action.fill-expected', language, { actual }), kind: 'quickfix' as const, edits: [edit], preferred: true },
    ];
  });
}

function code(written: string): string {
  const fence = written.includes('`') ? '``' : '`';
  return `${fence}${written.replaceAll('\n', ' ')}${fence}`;
}
