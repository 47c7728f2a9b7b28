/** What a program gives, as far as it can be compared with what a comment expects. */
import type { Value } from '../values/value.ts';

export type Actual =
  /** `epsilon`: the spacing of the dtype's numbers around 1; absent for integers. */
  | { readonly kind: 'number'; readonly value: number | bigint; readonly epsilon?: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'constant'; readonly value: true | false | null }
  /** `shape` where it is an array of a library. */
  | {
      readonly kind: 'sequence';
      readonly type: 'list' | 'tuple' | 'set';
      readonly items: readonly Actual[];
      readonly shape?: readonly number[];
    }
  | { readonly kind: 'dict'; readonly entries: readonly (readonly [Actual, Actual])[] };

const epsilons: Readonly<Record<string, number>> = {
  float64: 2 ** -52,
  float32: 2 ** -23,
  float16: 2 ** -10,
  bfloat16: 2 ** -7,
};

/** Undefined where any part is unknown, or is nothing that is written as a literal. */
export function actualOf(value: Value): Actual | undefined {
  switch (value.kind) {
    case 'none':
      return { kind: 'constant', value: null };
    case 'bool':
      return { kind: 'constant', value: value.value };
    case 'int':
      return { kind: 'number', value: value.value };
    case 'float':
      return { kind: 'number', value: value.value, epsilon: 2 ** -52 };
    case 'text':
      return { kind: 'text', value: value.value };
    case 'array':
      if (value.texts && value.shape?.length === 1)
        return sequence(
          'list',
          value.texts.map((one): Value => ({ kind: 'text', value: one })),
        );
      return value.data && elements(Array.from(value.data.data), value.data.shape, value.data.dtype);
    case 'tuple':
      return sequence('tuple', value.items);
    case 'range':
      return undefined;
    case 'reference':
      return stateOf(value.state);
    default:
      return undefined;
  }
}

function stateOf(state: Extract<Value, { kind: 'reference' }>['state']): Actual | undefined {
  switch (state?.kind) {
    case 'list':
      return state.items && sequence('list', state.items);
    case 'set':
      return state.items && sequence('set', state.items);
    case 'dict': {
      if (state.open) return undefined;
      const entries: (readonly [Actual, Actual])[] = [];
      for (const one of state.entries.values()) {
        const [key, held] = [actualOf(one.key), actualOf(one.value)];
        if (!key || !held) return undefined;
        entries.push([key, held]);
      }
      return { kind: 'dict', entries };
    }
    default:
      return undefined;
  }
}

function sequence(type: 'list' | 'tuple' | 'set', values: readonly Value[]): Actual | undefined {
  const items: Actual[] = [];
  for (const value of values) {
    const item = actualOf(value);
    if (!item) return undefined;
    items.push(item);
  }
  return { kind: 'sequence', type, items };
}

function elements(data: readonly number[], shape: readonly number[], dtype: string): Actual {
  const [size, ...rest] = shape;
  if (size === undefined) {
    const x = data[0] ?? Number.NaN;
    if (dtype === 'bool') return { kind: 'constant', value: x !== 0 };
    const epsilon = epsilons[dtype];
    return { kind: 'number', value: x, ...(epsilon !== undefined && { epsilon }) };
  }
  const step = size === 0 ? 0 : data.length / size;
  const items = Array.from({ length: size }, (_, i) => elements(data.slice(i * step, (i + 1) * step), rest, dtype));
  return { kind: 'sequence', type: 'list', items, shape };
}
