/**
 * Where only findings are wanted, functions that are alike are run a few times and no more: the fortieth
 * `def resnet50(pretrained=False): return _create('resnet50', layers=[3, 4, 6, 3])` finds what the first three did.
 */
import type { FunctionDefinition } from '@softlens/syntax';
import type { ParsedDocument } from '../../api.ts';
import { isTelling } from './relevance.ts';

export interface Alike {
  /** True for a function that is like enough others before it. */
  (definition: FunctionDefinition): boolean;
  /** Notes whether running the function met anything that a rule could speak of. */
  ran(definition: FunctionDefinition, told: boolean): void;
}

const enough = 3;
/** Of those that met nothing. */
const enoughSilent = 2;

/** Functions that use the same names are alike; of those that call the same and met nothing, also when they pass other names on. */
export function createAlike(document: ParsedDocument): Alike {
  const counts = new Map<string, number>();
  const silent = new Map<string, number>();
  const textOf = ({ start, end }: FunctionDefinition): string => document.text.slice(start, end);
  const isAlike = (definition: FunctionDefinition): boolean => {
    const text = textOf(definition);
    if (isTelling(text)) return false;
    const key = namesIn(text.slice(text.indexOf('(')));
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count >= enough || (silent.get(calleesIn(text)) ?? 0) >= enoughSilent;
  };
  const ran = (definition: FunctionDefinition, told: boolean): void => {
    const key = calleesIn(textOf(definition));
    silent.set(key, told ? Number.NEGATIVE_INFINITY : (silent.get(key) ?? 0) + 1);
  };
  return Object.assign(isAlike, { ran });
}

const literal = /"""[\s\S]*?"""|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g;
/** Names, not of keyword arguments or what is assigned. */
const name = /\b[A-Za-z_]\w*\b(?!\s*=(?!=))/g;
const callee = /[A-Za-z_][\w.]*(?=\s*\()/g;

const namesIn = (text: string): string => [...new Set(text.replace(literal, ' ').match(name))].sort().join();

const calleesIn = (text: string): string =>
  [...new Set(text.slice(text.indexOf('(')).replace(literal, ' ').match(callee))].sort().join();
