/**
 * Where only findings are wanted, functions that are alike are run a few times and no more: the fortieth
 * `def resnet50(pretrained=False): return _create('resnet50', layers=[3, 4, 6, 3])` finds what the first two did.
 */
import type { FunctionDefinition } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import type { Run } from '../run/run.ts';
import { createBehind, isGivenAway } from './behind.ts';
import { isTelling, tellingNames } from './relevance.ts';

export interface Alike {
  /** True for a function that is like enough others before it. */
  (definition: FunctionDefinition): boolean;
  /** Notes whether running the function met anything that a rule could speak of, and anything new of that kind. */
  ran(definition: FunctionDefinition, told: boolean, isNews: boolean): void;
}

const enough = 3;

/**
 * Functions that use the same names are alike, once one met nothing new or some have run. So are those behind which the same lies, also
 * when they use other names, where one met nothing at all; where they only give away what helpers give, also where it met nothing new.
 */
export function createAlike(run: Run, document: ParsedDocument): Alike {
  const counts = new Map<string, number>();
  const settled = new Set<string>();
  const silent = new Map<string, boolean>();
  const textOf = ({ start, end }: FunctionDefinition): string => {
    const text = document.text.slice(start, end);
    return text.slice(text.indexOf('(')).replace(literal, ' ');
  };
  const behind = createBehind(document.module.body, () => tellingNames(run, document));
  const keyOf = (definition: FunctionDefinition, text: string): string =>
    behind(definition) ?? `call of ${tellingIn(text, tellingNames(run, document))}`;
  const isAlike = (definition: FunctionDefinition): boolean => {
    if (isTelling(document.text.slice(definition.start, definition.end))) return false;
    const text = textOf(definition);
    const key = namesIn(text);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count >= enough || settled.has(key) || silent.get(keyOf(definition, text)) === true;
  };
  const ran = (definition: FunctionDefinition, told: boolean, isNews: boolean): void => {
    const text = textOf(definition);
    if (!isNews) settled.add(namesIn(text));
    const key = keyOf(definition, text);
    const isQuiet = !told || (!isNews && isGivenAway(key));
    silent.set(key, isQuiet && silent.get(key) !== false);
  };
  return Object.assign(isAlike, { ran });
}

const literal = /"""[\s\S]*?"""|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g;
/** Names, not of keyword arguments or what is assigned. */
const name = /\b[A-Za-z_]\w*\b(?!\s*=(?!=))/g;

const namesIn = (text: string): string => distinct(text.match(name));

const dotted = /[A-Za-z_][\w.]*/g;

/** The names in a text behind which something telling lies, with what is read of them: `losses.focal`. */
const tellingIn = (text: string, telling: ReadonlySet<string>): string =>
  distinct(text.match(dotted)?.filter((one) => one.split('.').some((part) => telling.has(part))));

const distinct = (names: readonly string[] | null | undefined): string => [...new Set(names)].sort().join();
