/** What operations are told about where they run. */
import { type Dialect, library as libraryNamed } from '@softlens/frameworks';
import type { Range } from '@softlens/syntax';
import type { OperationContext } from '../../operations/operation.ts';
import { isPython, placeOf, type Run } from '../run/run.ts';

const pythonDialect: Dialect = {
  tensor: 'numpy.ndarray',
  defaultFloat: 'float64',
  defaultInt: 'int64',
  promotion: 'numpy',
  print: 'numpy',
};
const javascriptDialect: Dialect = {
  tensor: '@tensorflow/tfjs.Tensor',
  defaultFloat: 'float32',
  defaultInt: 'int32',
  promotion: 'javascript',
  print: 'javascript',
};

const dialects = new Map<string, Dialect>();

function dialectOf(library: string): Dialect | undefined {
  const known = dialects.get(library);
  if (known) return known;
  const found = libraryNamed(library)?.dialect;
  if (found) dialects.set(library, found);
  return found;
}

/** For an operator: numbers follow the language, arrays bring their own library. */
export function operationContext(run: Run, node: Range): OperationContext {
  const python = isPython(run);
  return {
    library: python ? 'numpy' : 'tfjs',
    dialect: python ? pythonDialect : javascriptDialect,
    place: placeOf(run, node),
    maxElements: run.budget.elements,
    ...(run.untracked ? untracked : {}),
    ...(run.recording ? recording : {}),
  };
}

const untracked = { untracked: true } as const;
const recording = { recording: true } as const;

/** For a function of a library. */
export function libraryContext(run: Run, library: string, node: Range, row?: OperationContext['row']): OperationContext {
  const dialect = dialectOf(library) ?? (isPython(run) ? pythonDialect : javascriptDialect);
  const place = placeOf(run, node);
  const maxElements = run.budget.elements;
  const modes = { ...(run.untracked ? untracked : {}), ...(run.recording ? recording : {}) };
  const context = { library, dialect, place, maxElements, ...modes };
  return row ? { ...context, row } : context;
}
