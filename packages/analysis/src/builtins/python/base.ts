/** What framework base classes bring along: https://pytorch.org/docs/stable/generated/torch.nn.Module.html, https://keras.io/api/models/sequential/ */
import { callValue, callWith } from '../../evaluate/calls/calls.ts';
import { writeAttribute, writeField } from '../../evaluate/expressions/attribute-writes.ts';
import { stepParameters, zeroGradients } from '../../evaluate/gradients/optimizers.ts';
import { lastRates, stepPlateau, stepScheduler } from '../../evaluate/gradients/schedulers.ts';
import { newInstance } from '../../evaluate/objects/classes.ts';
import { appended, setState, stateOf } from '../../evaluate/objects/objects.ts';
import { initializeBase } from '../../evaluate/protocols/index.ts';
import { kerasWeightsMethod } from '../../evaluate/protocols/keras-weights.ts';
import { noteBuffer } from '../../evaluate/protocols/parameters.ts';
import { setTraining, stepOptimizer } from '../../evaluate/protocols/weights.ts';
import { type Run, unknown } from '../../evaluate/run/run.ts';
import { setExceptionArguments } from '../../evaluate/statements/exceptions.ts';
import { none } from '../../values/make.ts';
import type { Value } from '../../values/value.ts';
import type { BuiltinCall, BuiltinTable, Implementation } from '../registry.ts';

const nothing = (): Value => none;
const isTrue = (value: Value | undefined): boolean => value?.kind === 'bool' && value.value;

const keptWeights =
  (name: string): Implementation =>
  (run, { self, args: [given], keywords, node }) =>
    kerasWeightsMethod(run, self, name, given ?? keywords.get('weights'), node);

export const baseFunctions: BuiltinTable = {
  effects: {
    'object.__init__': (run, { self, args }) => {
      if (self) setExceptionArguments(run, self, args);
      return none;
    },
    'object.__new__': (run, { args: [cls] }) =>
      cls?.kind === 'class' ? newInstance(run, cls) : unknown(run, 'unmodelled', '__new__'),
    'object.__setattr__': (run, { args: [object, name, value] }) => {
      if (object && value && name?.kind === 'text') writeField(run, object, name.value, value);
      return none;
    },
    'base.__init__': (run, { self, args, given }) => {
      const [first] = args;
      if (self) return initializeBase(run, self, given);
      return first ? initializeBase(run, first, { ...given, positional: given.positional.slice(1) }) : none;
    },
    'base.forward': callBase,
    'base.call': callBase,
    'base.__call__': callBase,
    'module.self': (run, { self, args: [first] }) => self ?? first ?? unknown(run, 'error', 'self'),
    'module.register_buffer': (run, call) => {
      const { self, args, keywords } = call;
      const name = args[0] ?? keywords.get('name');
      const value = args[1] ?? keywords.get('tensor');
      const persistent = args[2] ?? keywords.get('persistent');
      const result = named(run, { ...call, args: [name, value].flatMap((one) => one ?? []) });
      if (self?.kind === 'reference' && name?.kind === 'text')
        noteBuffer(run, self, name.value, !(persistent?.kind === 'bool' && !persistent.value));
      return result;
    },
    'module.register_parameter': named,
    'module.add_module': named,
    'module.register_module': named,
    'module.appendNamed': (run, { self, args: [, module] }) => append(run, self, module),
    'module.zero_grad': (run, { self, args: [first], keywords }) => {
      zeroGradients(run, self, isTrue(keywords.get('set_to_none') ?? first));
      return none;
    },
    'optimizer.zero_grad': (run, { self, args: [first], keywords }) => {
      zeroGradients(run, self, isTrue(keywords.get('set_to_none') ?? first));
      return none;
    },
    'module.eval': (run, { self }) => {
      setTraining(run, self, false);
      return self ?? none;
    },
    'module.train': (run, { self, args: [mode] }) => {
      if (!mode || mode.kind === 'bool') setTraining(run, self, mode?.value ?? true);
      return self ?? none;
    },
    'scheduler.step': (run, { self, args, keywords, node }) => {
      const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
      if (self?.kind === 'reference' && state?.kind === 'libraryObject' && state.row.name.endsWith('ReduceLROnPlateau'))
        stepPlateau(run, self, state, args[0] ?? keywords.get('metrics'));
      else if (self?.kind === 'reference' && state?.kind === 'libraryObject')
        stepScheduler(run, self, state, args.length > 0 || keywords.size > 0, node);
      return none;
    },
    'scheduler.get_last_lr': (run, { self }) => {
      const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
      return state?.kind === 'libraryObject' ? lastRates(run, state) : unknown(run, 'error', 'get_last_lr');
    },
    'optimizer.step': (run, { self, args: [closure], node }) => {
      const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
      const loss = closure && closure.kind !== 'none' ? callWith(run, closure, [], node) : none;
      const now = self?.kind === 'reference' ? stateOf(run, self) : undefined;
      if (self?.kind === 'reference' && now?.kind === 'libraryObject') stepParameters(run, self, now, node);
      else stepOptimizer(run, state?.kind === 'libraryObject' ? state : undefined);
      return loss;
    },
    'module.log': nothing,
    'module.log_dict': nothing,
    'module.save_hyperparameters': nothing,
    'module.manual_backward': nothing,
    'module.print': nothing,
    'module.toggle_optimizer': nothing,
    'module.untoggle_optimizer': nothing,
    'keras.add': (run, { self, args }) => args.reduce<Value>((_, layer) => append(run, modulesOf(run, self), layer), none),
    'keras.get_weights': keptWeights('get_weights'),
    'keras.set_weights': keptWeights('set_weights'),
    'keras.count_params': keptWeights('count_params'),
    'keras.pop': (run, { self }) => {
      const list = modulesOf(run, self);
      const state = list?.kind === 'reference' ? stateOf(run, list) : undefined;
      if (list?.kind === 'reference' && state?.kind === 'list' && state.items)
        setState(run, list, { kind: 'list', items: state.items.slice(0, -1) });
      return none;
    },
  },
};

/** `super().forward(x)`: what the framework's base does. */
function callBase(run: Run, { self, given }: BuiltinCall): Value {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  const base = state?.kind === 'instance' ? state.fields.get('$base') : undefined;
  return base ? callValue(run, base, given) : unknown(run, 'unread-call', 'forward');
}

/** `register_buffer('mask', tensor)` makes an attribute. */
function named(run: Run, { self, args: [name, value] }: BuiltinCall): Value {
  if (self && value && name?.kind === 'text') writeAttribute(run, self, name.value, value);
  return none;
}

function modulesOf(run: Run, self: Value | undefined): Value | undefined {
  const state = self?.kind === 'reference' ? stateOf(run, self) : undefined;
  if (state?.kind === 'libraryObject') return state.fields.get('$modules');
  const base = state?.kind === 'instance' ? state.fields.get('$base') : undefined;
  return base ? modulesOf(run, base) : undefined;
}

function append(run: Run, list: Value | undefined, value: Value | undefined): Value {
  const state = list?.kind === 'reference' ? stateOf(run, list) : undefined;
  if (list?.kind === 'reference' && state?.kind === 'list' && value) setState(run, list, appended(run, state, [value]));
  return none;
}
