/** `object.name = value`. */
import { moduleMember } from '../../resolve/modules.ts';
import { text } from '../../values/make.ts';
import { memberName } from '../../values/member-name.ts';
import type { InstanceObject, Reference, Value } from '../../values/value.ts';
import { argumentsOf } from '../calls/arguments.ts';
import { callMethod } from '../calls/calls.ts';
import { callFunction } from '../calls/functions.ts';
import { writeGradient } from '../gradients/leaves.ts';
import { classAttribute, writeClassAttribute } from '../objects/classes.ts';
import { setState, stateOf } from '../objects/objects.ts';
import { libraryObjectWrite } from '../protocols/index.ts';
import { afterWriting } from '../random/effects.ts';
import { isPython, type Run } from '../run/run.ts';
import { casesOf } from '../state/alternatives.ts';
import { writeCell } from '../state/heap.ts';
import { newException } from '../statements/exceptions.ts';
import { attributeCell } from './attributes.ts';

export function writeAttribute(run: Run, object: Value, name: string, value: Value): void {
  for (const { value: one } of casesOf(run, object)) {
    afterWriting(run, one, value);
    writeOne(run, one, name, value);
  }
}

/** `@name.setter` of a property. */
function propertySetter(run: Run, state: InstanceObject, name: string): ReturnType<typeof classAttribute> {
  const found = classAttribute(run, state.class, name);
  const setter = found?.value.kind === 'function' && found.value.decoration === 'property' ? found.value.setter : undefined;
  return found && setter ? { value: setter, owner: found.owner } : undefined;
}

/** https://docs.python.org/3/library/dataclasses.html#frozen-instances */
function noteFrozen(run: Run, name: string): void {
  const value = newException(run, 'FrozenInstanceError', [text(`cannot assign to field '${name}'`)]);
  if (value) run.raised = { value, path: run.path, frame: run.frame };
}

/** `object.__setattr__(self, name, value)`: the field itself, whatever the class has in its way. */
export function writeField(run: Run, object: Value, name: string, value: Value): void {
  const state = object.kind === 'reference' ? stateOf(run, object) : undefined;
  if (object.kind === 'reference' && state?.kind === 'instance')
    setState(run, object, { ...state, fields: new Map(state.fields).set(name, value) });
}

/** `__setattr__` of the program, and descriptors: https://docs.python.org/3/howto/descriptor.html */
function writesItself(run: Run, object: Reference, { class: cls }: InstanceObject, name: string, value: Value): boolean {
  const written = callMethod(run, object, '__setattr__', [text(name), value], cls.definition);
  if (written) return true;
  const own = cls.members.size > 0 ? classAttribute(run, cls, name)?.value : undefined;
  return own?.kind === 'reference' && callMethod(run, own, '__set__', [object, value], cls.definition) !== undefined;
}

function writeOne(run: Run, object: Value, name: string, value: Value): void {
  if (object.kind === 'unknown') {
    if (object.symbol !== undefined) writeCell(run.heap, memberName(object.symbol, name), value);
    return;
  }
  if (object.kind === 'array') {
    if (name === 'grad') writeGradient(run, object, value);
    return;
  }
  if (object.kind === 'function') {
    writeCell(run.heap, attributeCell(object, name), value);
    return;
  }
  if (object.kind === 'class') {
    writeClassAttribute(run, object, name, value);
    return;
  }
  if (object.kind === 'module') {
    moduleMember(run, object.path, name, value);
    return;
  }
  if (object.kind !== 'reference') return;
  const state = stateOf(run, object);
  if (state?.kind === 'instance') {
    if (isPython(run) && writesItself(run, object, state, name, value)) return;
    const setter = isPython(run) ? propertySetter(run, state, name) : classAttribute(run, state.class, `set ${name}`);
    if (state.class.frozen && run.watching > 0 && !run.raised) noteFrozen(run, name);
    if (state.class.frozen) return;
    if (setter?.value.kind === 'function')
      callFunction(run, setter.value, argumentsOf([object, value], state.class.definition), object, setter.owner);
    else setState(run, object, { ...state, fields: new Map(state.fields).set(name, value) });
  } else if (state?.kind === 'libraryObject') {
    setState(run, object, libraryObjectWrite(run, state, name, value));
  } else if (state?.kind === 'dict' && !isPython(run)) {
    setState(run, object, { ...state, entries: new Map(state.entries).set(`s:${name}`, { key: text(name), value }) });
  }
}
