/**
 * Where only findings are wanted, functions that are alike are run a few times and no more: the fortieth
 * `def resnet50(pretrained=False): return _create('resnet50', layers=[3, 4, 6, 3])` finds what the first two did.
 */
import type { FunctionDefinition } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import type { Run } from '../run/run.ts';
import { isTelling, tellingNames } from './relevance.ts';

export interface Alike {
  /** True for a function that is like enough others before it. */
  (definition: FunctionDefinition): boolean;
  /** Notes whether running the function met anything new that a rule could speak of. */
  ran(definition: FunctionDefinition, told: boolean): void;
}

const enough = 3;
/** Of those that met nothing new. */
const enoughSilent = 1;

/** Functions that use the same names are alike; of those behind which the same lies and which met nothing new, also when they use others. */
export function createAlike(run: Run, document: ParsedDocument): Alike {
  const counts = new Map<string, number>();
  const silent = new Map<string, number>();
  const textOf = ({ start, end }: FunctionDefinition): string => {
    const text = document.text.slice(start, end);
    return text.slice(text.indexOf('(')).replace(literal, ' ');
  };
  const keyOf = (text: string): string => tellingIn(text, tellingNames(run, document));
  const isAlike = (definition: FunctionDefinition): boolean => {
    if (isTelling(document.text.slice(definition.start, definition.end))) return false;
    const text = textOf(definition);
    const key = distinct(text.match(name));
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count >= enough || (silent.get(keyOf(text)) ?? 0) >= enoughSilent;
  };
  const ran = (definition: FunctionDefinition, told: boolean): void => {
    const key = keyOf(textOf(definition));
    silent.set(key, told ? 0 : (silent.get(key) ?? 0) + 1);
  };
  return Object.assign(isAlike, { ran });
}

const literal = /"""[\s\S]*?"""|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g;
/** Names, not of keyword arguments or what is assigned. */
const name = /\b[A-Za-z_]\w*\b(?!\s*=(?!=))/g;
const dotted = /[A-Za-z_][\w.]*/g;

/** The names in a text behind which something telling lies, with what is read of them: `losses.focal`. */
const tellingIn = (text: string, telling: ReadonlySet<string>): string =>
  distinct(text.match(dotted)?.filter((one) => one.split('.').some((part) => telling.has(part))));

const distinct = (names: readonly string[] | null | undefined): string => [...new Set(names)].sort().join();
