export type { ServerHost, WorkspaceFiles } from './host.ts';
export { startServer } from './server.ts';
