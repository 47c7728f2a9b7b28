/**
 * Where only findings are wanted, functions that differ in nothing but constants are run a few times and no more: the fortieth
 * `def resnet50(pretrained=False): return _create('resnet50', layers=[3, 4, 6, 3])` finds what the first three did.
 */
import type { FunctionDefinition } from '@softlens/syntax';
import type { ParsedDocument } from '../api.ts';
import { isTelling } from './relevance.ts';

const enough = 3;

/** Counts functions by the names that they use; true for one that is like enough others before it. */
export function createAlike(document: ParsedDocument): (definition: FunctionDefinition) => boolean {
  const counts = new Map<string, number>();
  return (definition) => {
    const text = document.text.slice(definition.start, definition.end);
    if (isTelling(text)) return false;
    const key = namesIn(text.slice(text.indexOf('(')));
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count >= enough;
  };
}

const literal = /"""[\s\S]*?"""|'''[\s\S]*?'''|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|#[^\n]*/g;
/** Names, not of keyword arguments or what is assigned. */
const name = /\b[A-Za-z_]\w*\b(?!\s*=(?!=))/g;

const namesIn = (text: string): string => [...new Set(text.replace(literal, ' ').match(name))].sort().join();
