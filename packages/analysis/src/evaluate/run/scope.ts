import type { ParsedDocument } from '../../api.ts';
import { nextId, type Run } from './run.ts';

/** Names of one module, class body, function activation or (JavaScript) block, and the heap cells that hold their values. */
export interface Scope {
  readonly id: number;
  readonly kind: 'module' | 'function' | 'class' | 'block';
  readonly parent: Scope | undefined;
  readonly document: ParsedDocument;
  readonly cells: Map<string, number>;
  /** Names declared `global` or `nonlocal`, and the scope that owns them. */
  declared?: Map<string, Scope>;
  /** Of a comprehension: `:=` binds in the scope around it. */
  isComprehension?: true;
  /** Libraries of which everything was imported: `from torch.nn import *`. */
  stars?: readonly string[];
}

export function createScope(run: Run, kind: Scope['kind'], document: ParsedDocument, parent?: Scope): Scope {
  return { id: nextId(run, 'nextScope'), kind, parent, document, cells: new Map() };
}

/** The cell of a name in exactly this scope, made when it is missing. */
export function cellIn(run: Run, scope: Scope, name: string): number {
  const known = scope.cells.get(name);
  if (known !== undefined) return known;
  const cell = scope === run.main?.scope ? run.main.ids.next('cell') : nextId(run, 'nextCell');
  scope.cells.set(name, cell);
  return cell;
}

export function moduleScope(scope: Scope): Scope {
  let current = scope;
  while (current.parent) current = current.parent;
  return current;
}

/** The scope in which `var`, a parameter or a Python name lives. */
export function functionScope(scope: Scope): Scope {
  let current = scope;
  while (current.kind === 'block' && current.parent) current = current.parent;
  return current;
}
