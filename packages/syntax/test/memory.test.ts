import { afterAll, expect, test } from 'vitest';
import { testParser } from './parser.ts';

// The parser's memory is its own; it is caught where it is made.
const memories: WebAssembly.Memory[] = [];
const { Memory } = WebAssembly;
class CaughtMemory extends Memory {
  constructor(descriptor: WebAssembly.MemoryDescriptor) {
    super(descriptor);
    memories.push(this);
  }
}
WebAssembly.Memory = CaughtMemory;
afterAll(() => {
  WebAssembly.Memory = Memory;
});

const parser = await testParser();

function size(): number {
  return memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
}

test('2,000 parses and edits leave the memory of the parser as it was', () => {
  const text = `${'def f(x, y=[1, 2]):\n    return softmax(x) + y[0]\n\n'.repeat(60)}`;
  const round = (count: number): void => {
    for (let turn = 0; turn < count; turn++) {
      parser.parse(text, turn % 2 === 0 ? 'python' : 'typescript');
      const document = parser.open(text, 'python');
      const at = (turn * 37) % text.length;
      document.edit([{ start: at, end: at, text: '(' }]);
      document.edit([{ start: at, end: at + 1, text: 'x' }]);
      document.dispose();
    }
  };
  expect(memories).not.toHaveLength(0);
  round(50);
  const before = size();
  round(500);
  expect(size()).toBe(before);
}, 120_000);
