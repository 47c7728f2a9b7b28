/**
 * How a program asked arrays to be printed: https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html,
 * https://pytorch.org/docs/stable/generated/torch.set_printoptions.html
 */
import type { Arguments } from '../../evaluate/calls/arguments.ts';
import type { Run } from '../../evaluate/run/run.ts';
import type { ArrayValue, Value } from '../../values/value.ts';

export interface Printing {
  /** Decimals at most (NumPy) or always (PyTorch). */
  readonly precision?: number;
  /** NumPy: small numbers without an exponent. */
  readonly suppress?: boolean;
  /** `array2string`: what stands between elements. */
  readonly separator?: string;
  /** PyTorch: with an exponent, or without. */
  readonly scientific?: boolean;
}

/** Undefined for options that are not followed: arrays of that library are not shown then. */
const asked = new WeakMap<Run, Map<string, Printing | undefined>>();

export function notePrinting(run: Run, library: string, args: Arguments): void {
  const known = asked.get(run) ?? new Map<string, Printing | undefined>();
  asked.set(run, known);
  const before = known.has(library) ? known.get(library) : {};
  const options = run.path.length === 0 ? printingOf(args) : undefined;
  known.set(library, before && options && { ...before, ...options });
  // Not noted part by part.
  run.opaque = true;
}

/** The options in force, or undefined where they are not known. */
export const printingFor = (run: Run, { library }: ArrayValue): Printing | undefined => {
  const known = asked.get(run);
  return known?.has(library) ? known.get(library) : {};
};

/** Of `set_printoptions`, `array2string` without their first arguments. */
export function printingOf({ positional, keywords, open }: Arguments): Printing | undefined {
  if (open || positional.length > 1) return undefined;
  const given = new Map([...keywords].map(([name, { value }]) => [name, value]));
  const [first] = positional;
  if (first) given.set('precision', first.value);
  let printing: Printing = {};
  for (const [name, value] of given) {
    const option = optionOf(name, value);
    if (!option) return undefined;
    printing = { ...printing, ...option };
  }
  return printing;
}

function optionOf(name: string, value: Value): Printing | undefined {
  if (value.kind === 'none') return {};
  if (name === 'precision')
    return value.kind === 'int' && Number(value.value) <= 17 ? { precision: Number(value.value) } : undefined;
  if (name === 'suppress' || name === 'suppress_small') return value.kind === 'bool' ? { suppress: value.value } : undefined;
  if (name === 'separator') return value.kind === 'text' && /^,? $/.test(value.value) ? { separator: value.value } : undefined;
  if (name === 'sci_mode') return value.kind === 'bool' ? { scientific: value.value } : undefined;
  return undefined;
}
