/** Hand-made facts, so that what is shown can be tested apart from how it is found. */
import type { ArrayValue, CallFact, DType, Fact, Space, Value } from '@softlens/analysis';
import { softmax } from '@softlens/core';
import type { Snapshot } from '../src/snapshot.ts';

export const path = 'train.py';

export function array(
  shape: readonly number[],
  data: readonly number[],
  options: { dtype?: DType; library?: string; space?: Space } = {},
): ArrayValue {
  const dtype = options.dtype ?? 'float64';
  return {
    kind: 'array',
    library: options.library ?? 'torch',
    dtype,
    shape,
    data: { dtype, shape, data: Float64Array.from(data) },
    ...(options.space && { space: options.space }),
  };
}

export function space(name: Space['name'], family?: Space['family'], axis?: number, origin: Space['origin'] = []): Space {
  return { name, origin, ...(family && { family }), ...(axis !== undefined && { axis }) };
}

export interface CallSketch {
  readonly name: string;
  readonly op: string;
  readonly input: Value;
  readonly gives: Space['name'];
}

export function call({ name, op, input, gives }: CallSketch): CallFact {
  return {
    row: { kind: 'function', name, signature: '(x)', source: 'https://example.org', gives: [{ space: gives }] },
    library: name.split('.')[0] ?? '',
    op,
    args: new Map([['x', input]]),
    ranges: new Map(),
  };
}

/** A fact over the first occurrence of `source` in the text. */
export function fact(text: string, source: string, value: Value, more: Partial<Fact> = {}): Fact {
  const start = text.indexOf(source);
  if (start < 0) throw new Error(`"${source}" is not in the text`);
  return { start, end: start + source.length, kind: 'expression', value, certainty: 'exact', topLevel: true, ...more };
}

export function snapshot(text: string, facts: readonly Fact[], others: Readonly<Record<string, string>> = {}): Snapshot {
  const document = (at: string, content: string) => ({
    path: at,
    language: 'python' as const,
    text: content,
    version: '1',
    module: {
      kind: 'module' as const,
      language: 'python' as const,
      start: 0,
      end: content.length,
      body: [],
      comments: [],
      errors: [],
    },
  });
  const sorted = [...facts].sort((a, b) => a.start - b.start || b.end - a.end);
  return {
    document: document(path, text),
    analysis: { path, facts: sorted, findings: [], dependencies: [path], trace: [] },
    project: { module: (at) => (others[at] === undefined ? undefined : document(at, others[at])) },
  };
}

/** `probs = F.softmax(torch.tensor([…]), dim=0)` with the facts that the interpreter finds in it. */
export function softmaxSnapshot(logits: readonly number[]): Snapshot {
  const tensor = `torch.tensor([${logits.join(', ')}])`;
  const whole = `F.softmax(${tensor}, dim=0)`;
  const text = `probs = ${whole}\nprint(probs)\n`;
  const input = array([logits.length], logits);
  const start = text.indexOf(whole);
  const made = space('probabilities', 'categorical', 0, [
    { what: 'torch.nn.functional.softmax', place: { path, start, end: start + whole.length } },
  ]);
  const value = array([logits.length], Array.from(softmax(logits)), { space: made });
  return snapshot(text, [
    fact(text, 'probs', value, { kind: 'binding', name: 'probs', valueRange: { start, end: start + whole.length } }),
    fact(text, whole, value, {
      call: call({ name: 'torch.nn.functional.softmax', op: 'softmax', input, gives: 'probabilities' }),
    }),
    fact(text, tensor, input, {
      call: {
        ...call({ name: 'torch.tensor', op: 'array', input, gives: 'logits' }),
        row: { kind: 'function', name: 'torch.tensor', signature: '(x)', source: '' },
      },
    }),
    { ...fact(text, 'probs', value, { name: 'probs' }), start: text.lastIndexOf('probs'), end: text.lastIndexOf('probs') + 5 },
  ]);
}

export function at(snapshotOf: Snapshot, source: string): number {
  return snapshotOf.document.text.indexOf(source);
}
