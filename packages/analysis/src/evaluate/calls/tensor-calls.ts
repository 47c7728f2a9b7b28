/**
 * `scores.softmax(-1)` of a parameter that nobody in view passes. Few names are a tensor's alone; with arguments as a tensor takes
 * them, in a document that imports PyTorch, they say what the value is.
 */
import { type FunctionRow, library, methodRow } from '@softlens/frameworks';
import { type Import, outlineOf, type Statement } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import type { Unknown, Value } from '../../values/value.ts';
import type { Run } from '../run/run.ts';
import type { Arguments } from './arguments.ts';
import { callMethodRow } from './library-calls.ts';

/** Names, and what their arguments must be like: a layer in an attribute of that name would be given a tensor. */
const methods: Readonly<Record<string, (args: Arguments) => boolean>> = {
  softmax: takesAxis,
  log_softmax: takesAxis,
  sigmoid: takesNothing,
  sigmoid_: takesNothing,
  logit: takesNothing,
  view: takesSizes,
  unsqueeze: takesAxis,
};

/** The result of the call when it is one of a tensor's. */
export function callOfTensor(run: Run, object: Unknown, name: string, args: Arguments): Value | undefined {
  if (run.frame.document.language !== 'python' || !methods[name]?.(args) || !importsTorch(run.frame.document)) return undefined;
  const row = rowOf(name);
  return row && callMethodRow(run, object, { kind: 'libraryFunction', row, library: 'torch' }, args);
}

const rowOf = (name: string): FunctionRow | undefined => {
  const torch = library('torch');
  return torch && methodRow(torch, name);
};

function takesNothing({ positional, keywords, open }: Arguments): boolean {
  return positional.length === 0 && keywords.size === 0 && !open;
}

function takesAxis({ positional, keywords, open }: Arguments): boolean {
  const [first, ...more] = positional;
  const axis = first ?? keywords.get('dim') ?? keywords.get('axis');
  return axis?.value.kind === 'int' && more.length === 0 && !open;
}

function takesSizes({ positional, keywords, open }: Arguments): boolean {
  const known = positional.some(({ value }) => value.kind === 'int');
  return known && positional.length > 1 && keywords.size === 0 && !open;
}

const torchIn = new WeakMap<ParsedDocument, boolean>();

export function importsTorch(document: ParsedDocument): boolean {
  const known = torchIn.get(document);
  if (known !== undefined) return known;
  const found = importsOf(outlineOf(document.module).map(({ origin }) => origin)).some(
    ({ module, names }) => /^torch(\.|$)/.test(module) || (module === '' && names.some(({ name }) => name === 'torch')),
  );
  torchIn.set(document, found);
  return found;
}

const importsOf = (statements: readonly Statement[]): readonly Import[] =>
  statements.flatMap((statement): readonly Import[] => {
    if (statement.kind === 'import') return [statement];
    if (statement.kind === 'try') return importsOf(statement.body);
    return statement.kind === 'if' ? importsOf(statement.then) : [];
  });
