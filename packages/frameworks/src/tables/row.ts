/** Shorthand for writing rows; what it gives is plain data. */
import type { OperationName } from '../operations.ts';
import type { ProtocolName } from '../protocols.ts';
import type { ClassRow, ConstantRow, FunctionRow } from '../schema.ts';

export type FunctionExtras = Partial<Omit<FunctionRow, 'kind' | 'name' | 'signature' | 'op'>>;
export type ClassExtras = Partial<Omit<ClassRow, 'kind' | 'name' | 'signature' | 'protocol'>>;
export type Call = NonNullable<ClassRow['call']>;

/** Documentation pages by name: `{ before: 'https://…/', after: '.html' }`; with a `page` all names are on that one. */
export interface Site {
  readonly before: string;
  readonly after?: string;
}

/** Rows of one module: `const f = functionsOf('torch', site)`, then `f('softmax', '(input: x, …)', 'softmax')`. */
export function functionsOf(module: string, site: Site) {
  return (name: string, signature: string, op?: OperationName, extras: FunctionExtras = {}): FunctionRow => ({
    kind: 'function',
    name: `${module}.${name}`,
    signature,
    source: `${site.before}${site.after === undefined ? '' : `${name}${site.after}`}`,
    ...(op === undefined ? {} : { op }),
    ...extras,
  });
}

export function classesOf(module: string, site: Site) {
  return (name: string, signature: string, extras: ClassExtras & { readonly protocol?: ProtocolName } = {}): ClassRow => ({
    kind: 'class',
    name: `${module}.${name}`,
    signature,
    source: `${site.before}${site.after === undefined ? '' : `${name}${site.after}`}`,
    ...extras,
  });
}

export function constantsOf(module: string, site: Site) {
  return (name: string, value: ConstantRow['value'], extras: Pick<ConstantRow, 'also'> = {}): ConstantRow => ({
    kind: 'constant',
    name: `${module}.${name}`,
    value,
    source: site.before,
    ...extras,
  });
}

/** What calling an instance does. */
export function call(signature: string, op?: OperationName, extras: FunctionExtras = {}): Call {
  const { source: _source, also: _also, ...rest } = extras;
  return { signature, ...(op === undefined ? {} : { op }), ...rest };
}
