/** The server as a process: over Node's IPC, a pipe or standard input and output, as the arguments say. */
import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

const transports = ['--node-ipc', '--stdio', '--pipe', '--socket'];
if (!process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport))))
  process.argv.push('--stdio');

startServer(createConnection(), nodeHost(join(__dirname)));
