/**
 * The modules inside a module, by name and in PyTorch's order: `children()`, `named_modules()`, `apply(fn)`.
 * https://pytorch.org/docs/stable/generated/torch.nn.Module.html
 */
import { classMembers } from '@softlens/frameworks';
import type { InstanceObject, LibraryObject, Reference, Value } from '../../values/value.ts';
import { libraryBase } from '../objects/classes.ts';
import { stateOf } from '../objects/objects.ts';
import type { Run } from '../run/run.ts';
import { isContainer } from './containers.ts';

export type NamedModule = readonly [name: string, module: Reference];

const maxDepth = 8;

/** Undefined where one may be missing. */
export function childrenOf(run: Run, self: Reference): readonly NamedModule[] | undefined {
  const state = stateOf(run, self);
  if (state?.kind === 'libraryObject') return ofLibraryObject(run, state);
  return state?.kind === 'instance' ? ofInstance(run, state) : undefined;
}

/** The module itself, under the name `prefix`, and all within it, each once. */
export function modulesWithin(run: Run, self: Reference, prefix = ''): readonly NamedModule[] | undefined {
  const found: NamedModule[] = [];
  const seen = new Set<Reference['id']>();
  const visit = (module: Reference, name: string, depth: number): boolean => {
    if (seen.has(module.id)) return true;
    seen.add(module.id);
    found.push([name, module]);
    const children = depth === 0 ? undefined : childrenOf(run, module);
    return children?.every(([own, child]) => visit(child, name === '' ? own : `${name}.${own}`, depth - 1)) === true;
  };
  return visit(self, prefix, maxDepth) ? found : undefined;
}

/** Their modules are not kept as fields. */
const composite = /Transformer|MultiheadAttention/;

function ofLibraryObject(run: Run, state: LibraryObject): readonly NamedModule[] | undefined {
  const { protocol } = classMembers(state.row);
  if (state.library !== 'torch' || !state.row.name.startsWith('torch.nn.')) return undefined;
  if (isContainer(protocol)) return ofContainer(run, state);
  if (protocol === 'wrapper') return referencesOf([['module', state.args.get('module')]]);
  return (protocol !== undefined && protocol !== 'module') || composite.test(state.row.name) ? undefined : [];
}

function ofContainer(run: Run, state: LibraryObject): readonly NamedModule[] | undefined {
  const modules = state.fields.get('$modules');
  const held = modules?.kind === 'reference' ? stateOf(run, modules) : undefined;
  if (held?.kind === 'list') return held.items && referencesOf(held.items.map((item, i) => [String(i), item] as const));
  if (held?.kind !== 'dict' || held.open) return undefined;
  return referencesOf(
    [...held.entries.values()].map(({ key, value }) => [key.kind === 'text' ? key.value : '?', value] as const),
  );
}

function referencesOf(named: readonly (readonly [string, Value | undefined])[]): readonly NamedModule[] | undefined {
  const all = named.flatMap(([name, value]) => (value?.kind === 'reference' ? [[name, value] as const] : []));
  return all.length === named.length ? all : undefined;
}

function ofInstance(run: Run, state: InstanceObject): readonly NamedModule[] | undefined {
  if (state.open || !isModuleClass(run, state)) return undefined;
  const found: NamedModule[] = [];
  for (const [name, value] of state.fields) {
    if (value.kind === 'unknown' || value.kind === 'alternatives') return undefined;
    if (value.kind !== 'reference') continue;
    if (name === '$base') {
      const inner = childrenOf(run, value);
      if (!inner) return undefined;
      found.push(...inner);
    } else if (isModule(run, value)) found.push([name, value]);
  }
  return found;
}

/** Of an `nn.Module` or a class over it, whether of the program or of PyTorch. */
function isModule(run: Run, value: Reference): boolean {
  const state = stateOf(run, value);
  if (state?.kind === 'instance') return isModuleClass(run, state);
  if (state?.kind !== 'libraryObject' || state.library !== 'torch') return false;
  return /^torch\.nn\.(?!utils\.|init\.)/.test(state.row.name) || classMembers(state.row).protocol === 'headed';
}

const isModuleClass = (run: Run, state: InstanceObject): boolean =>
  /^torch\.nn\.|\bLightningModule$/.test(libraryBase(run, state.class)?.row.name ?? '');
