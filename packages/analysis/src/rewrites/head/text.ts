/** Whether a method or an index can be written behind an expression as it stands. */
import type { Expression } from '@softlens/syntax';

const tight = new Set(['name', 'attribute', 'call', 'index', 'string', 'sequence', 'dict']);

export const isTight = ({ kind }: Expression): boolean => tight.has(kind);
