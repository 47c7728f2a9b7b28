/** Methods of `torch.nn.Module` that go through what a module holds: https://pytorch.org/docs/stable/generated/torch.nn.Module.html */
import { callWith } from '../../evaluate/calls/calls.ts';
import { requireGradient } from '../../evaluate/gradients/leaves.ts';
import { newDict, newIterator, newList, newOpenList, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { registerHook } from '../../evaluate/protocols/hooks.ts';
import { childrenOf, modulesWithin, type NamedModule } from '../../evaluate/protocols/module-tree.ts';
import { type NamedTensors, namedBuffers, namedParameters, stateEntries } from '../../evaluate/protocols/parameters.ts';
import { loadState } from '../../evaluate/protocols/weights.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { bool, none, text, tuple } from '../../values/make.ts';
import type { Reference, Value } from '../../values/value.ts';
import type { BuiltinTable, Implementation } from '../registry.ts';

type Named = readonly (readonly [name: string, value: Value])[];

/** An iterator over names and values, or over the values alone. */
const listing =
  (what: string, find: (run: Run, self: Reference) => Named | undefined, named: boolean): Implementation =>
  (run, { self, args, keywords }) => {
    const plain = args.length === 0 && keywords.size === 0;
    const prefix = args[0] ?? keywords.get('prefix');
    const found = self?.kind === 'reference' && (plain || isRecursive(prefix)) ? find(run, self) : undefined;
    if (!found) return newOpenList(run, unknown(run, what === 'parameters' ? 'random' : 'unmodelled', what));
    return newIterator(
      run,
      found.map(([name, value]) => (named ? tuple([text(name), value]) : value)),
    );
  };

/** `recurse=True`, as by default. */
const isRecursive = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;

const tensors = (what: string, find: (run: Run, self: Reference) => NamedTensors | undefined, named: boolean): Implementation =>
  listing(what, find, named);
const within = (run: Run, self: Reference): readonly NamedModule[] | undefined => modulesWithin(run, self);

/** Modules of a model that a function is applied to one by one. */
const maxApplied = 64;

export const moduleFunctions: BuiltinTable = {
  effects: {
    'module.parameters': tensors('parameters', namedParameters, false),
    'module.named_parameters': tensors('parameters', namedParameters, true),
    'module.buffers': tensors('buffers', namedBuffers, false),
    'module.named_buffers': tensors('buffers', namedBuffers, true),
    'module.children': listing('children', childrenOf, false),
    'module.named_children': listing('children', childrenOf, true),
    'module.modules': listing('modules', within, false),
    'module.named_modules': listing('modules', within, true),
    'module.get_submodule': (run, { self, args: [name] }) => {
      const all = self?.kind === 'reference' && name?.kind === 'text' ? modulesWithin(run, self) : undefined;
      return (
        all?.find(([path]) => path === (name?.kind === 'text' ? name.value : ''))?.[1] ?? unknown(run, 'unmodelled', 'modules')
      );
    },
    'module.state_dict': (run, { self }) => {
      const entries = self?.kind === 'reference' ? stateEntries(run, self) : undefined;
      if (!entries) return unknown(run, 'unread-call', 'module.state_dict');
      const dict = newDict(run, entries);
      const state = stateOf(run, dict);
      if (state?.kind === 'dict') setState(run, dict, { ...state, type: 'OrderedDict' });
      return dict;
    },
    'module.load_state_dict': (run, { self, args: [given], keywords }) => {
      const state = given ?? keywords.get('state_dict');
      const own = self?.kind === 'reference' ? stateEntries(run, self) : undefined;
      const loaded = loadState(run, self, state);
      const names = own?.flatMap(([name]) => (name.kind === 'text' ? [name.value] : []));
      if (!loaded || !names) return unknown(run, 'unread-call', 'module.load_state_dict');
      const missing = names.filter((name) => !loaded.includes(name));
      const unexpected = loaded.filter((name) => !names.includes(name));
      const strict = keywords.get('strict') ?? bool(true);
      if (missing.length + unexpected.length > 0 && (strict.kind !== 'bool' || strict.value))
        return unknown(run, 'error', 'RuntimeError');
      return {
        ...tuple([missing, unexpected].map((keys) => newList(run, keys.map(text)))),
        names: ['missing_keys', 'unexpected_keys'],
        type: '_IncompatibleKeys',
      };
    },
    'module.requires_grad_': (run, { self, args: [mode], keywords }) => {
      const asked = mode ?? keywords.get('requires_grad');
      const all = self?.kind === 'reference' ? namedParameters(run, self) : undefined;
      for (const [, value] of all ?? [])
        if (value.kind === 'array') requireGradient(run, value, !(asked?.kind === 'bool' && !asked.value));
      return self ?? none;
    },
    'module.register_forward_hook': (run, { self, args: [hook], keywords, node }) => {
      const given = hook ?? keywords.get('hook');
      return self?.kind === 'reference' && given
        ? registerHook(run, self, '$hooks', given, node)
        : unknown(run, 'error', 'register_forward_hook');
    },
    'module.register_forward_pre_hook': (run, { self, args: [hook], keywords, node }) => {
      const given = hook ?? keywords.get('hook');
      return self?.kind === 'reference' && given
        ? registerHook(run, self, '$preHooks', given, node)
        : unknown(run, 'error', 'register_forward_pre_hook');
    },
    // The modules within come before the one they are in.
    'module.apply': (run, { self, args: [fn], node }) => {
      const visit = (module: Reference, depth: number): void => {
        for (const [, child] of (depth > 0 && childrenOf(run, module)) || []) visit(child, depth - 1);
        if (fn) callWith(run, fn, [module], node);
      };
      const count = (self?.kind === 'reference' && modulesWithin(run, self)?.length) || 0;
      if (self?.kind === 'reference' && count > 0 && count <= maxApplied) visit(self, 8);
      // What the function makes of the others' weights is not known.
      else run.trained = true;
      return self ?? none;
    },
  },
};
