// The server's memory over an hour's worth of editing, without the hour's pauses: `node bench/memory.mjs [EDITS [LINES]]` after a build.
// A person is played who types a few characters, pauses so that the editor asks for everything it shows, and takes them back.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const edits = Number(process.argv[2] ?? 3600);
const length = Number(process.argv[3] ?? 2000);
const server = process.env.SOFTLENS_SERVER ?? join(import.meta.dirname, '../dist/bundle/node.cjs');
const folder = await mkdtemp(join(tmpdir(), 'softlens-'));
const hook = join(folder, 'heap.cjs');
writeFileSync(
  hook,
  `process.on('SIGUSR2', () => { for (let i = 0; i < 4; i++) gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.stderr.write('HEAP ' + JSON.stringify({ heapUsed, external, rss }) + '\\n'); });`,
);

const child = spawn(process.execPath, ['--expose-gc', '--require', hook, server, '--stdio'], { stdio: 'pipe' });
const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
connection.onUnhandledNotification(() => {});
connection.listen();
await connection.sendRequest('initialize', {
  processId: process.pid,
  rootUri: null,
  workspaceFolders: null,
  capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
  initializationOptions: { pictures: true },
});
await connection.sendNotification('initialized', {});

const uri = 'file:///project/long.py';
const text = programOf(length);
await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text } });
const lines = text.split('\n');
let version = 1;

/** Types at the end of a line, and takes it back at every second edit. */
async function edit(i) {
  const line = 10 + (((i >> 1) * 37) % (length - 20));
  const end = lines[line]?.length ?? 0;
  const added = ` + ${(i >> 1) % 10}.0`;
  const range =
    i % 2 === 0
      ? { start: { line, character: end }, end: { line, character: end } }
      : { start: { line, character: end }, end: { line, character: end + added.length } };
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: ++version },
    contentChanges: [{ range, text: i % 2 === 0 ? added : '' }],
  });
  // Not every key is followed by a pause.
  if (i % 3 !== 0) return;
  const document = { textDocument: { uri } };
  await Promise.all([
    connection.sendRequest('textDocument/diagnostic', document),
    connection.sendRequest('textDocument/codeLens', document),
    connection.sendRequest('textDocument/inlayHint', {
      ...document,
      range: { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } },
    }),
    connection.sendRequest('textDocument/hover', { ...document, position: { line: line + 1, character: 14 } }),
  ]);
}

function heap() {
  return new Promise((resolve) => {
    const read = (chunk) => {
      const found = /HEAP (.*)/.exec(String(chunk));
      if (!found) return;
      child.stderr.off('data', read);
      resolve(JSON.parse(found[1]));
    };
    child.stderr.on('data', read);
    child.kill('SIGUSR2');
  });
}

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const report = async (when) => {
  const { heapUsed, external, rss } = await heap();
  console.log(
    `${when.padEnd(18)} heap ${megabytes(heapUsed)}, WebAssembly and buffers ${megabytes(external)}, resident ${megabytes(rss)}`,
  );
};

for (let i = 0; i < 60; i++) await edit(i);
await report('after 60 edits');
const begun = performance.now();
for (let i = 60; i < edits; i++) {
  await edit(i);
  if (i % (edits / 6) === 0) await report(`after ${i} edits`);
}
await report(`after ${edits} edits`);
console.log(`${((performance.now() - begun) / (edits - 60)).toFixed(1)} ms an edit, with what the editor asks after every third`);
child.kill();
await rm(folder, { recursive: true, force: true });
process.exit(0);

/** Values, models and losses, as in a long script. */
function programOf(length) {
  const head = ['import torch', 'import torch.nn as nn', 'import torch.nn.functional as F', ''];
  const body = Array.from({ length: Math.ceil((length - head.length) / 5) }, (_, i) => [
    `z${i} = torch.tensor([${i % 7}.0, 1.0, 0.1])`,
    `p${i} = F.softmax(z${i}, dim=0)`,
    `x${i} = nn.Linear(8, 10)(torch.randn(32, 8))`,
    `loss${i} = F.cross_entropy(x${i}, torch.randint(0, 10, (32,)))`,
    '',
  ]);
  return [...head, ...body.flat()].slice(0, length).join('\n');
}
