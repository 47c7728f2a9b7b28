/** The server as a process: over Node's IPC, a pipe or standard input and output, as the arguments say. */
import { createConnection } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

const transports = ['--node-ipc', '--stdio', '--pipe', '--socket'];
if (!process.argv.some((argument) => transports.some((transport) => argument.startsWith(transport))))
  process.argv.push('--stdio');

const connection = createConnection();
// A forgotten promise must not take the server, and with it every answer, down.
process.on('unhandledRejection', (reason) => connection.console.error(`Unhandled: ${String(reason)}`));
startServer(connection, nodeHost(__dirname));
