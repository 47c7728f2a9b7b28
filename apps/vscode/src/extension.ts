/** What both entries share: activation does little and returns; the server starts after it. */
import { commands, type ExtensionContext, type LogOutputChannel, l10n, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { clientOptions } from './clientOptions.ts';
import { createRestarts } from './crashes.ts';
import { offerRestart } from './errorHandler.ts';
import { registerExplorer } from './explorer/panel.ts';
import { registerFalseAlarm } from './falseAlarm.ts';
import { serveFiles } from './files.ts';
import { registerNotebookMarks } from './notebookMarks.ts';
import { registerRulePages } from './rulePages.ts';
import { registerSample } from './sample.ts';
import { registerShowPath } from './showPath.ts';
import { createStatus, type Status } from './status.ts';
import { followTheme } from './theme.ts';
import { registerToggles } from './toggles.ts';

export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

let running: Session | undefined;

/** `loading` is how long the bundle took to load, in milliseconds: with what is done here, it is what activation costs. */
export function start(context: ExtensionContext, loading: number, createClient: CreateClient): void {
  const begun = performance.now();
  const log = window.createOutputChannel('Softlens', { log: true });
  const status = createStatus();
  const session = createSession(context, createClient, log, status);
  running = session;
  context.subscriptions.push(
    log,
    status,
    registerToggles(),
    registerRulePages(context),
    registerShowPath(),
    registerFalseAlarm(context),
    registerSample(context),
    registerNotebookMarks(),
    registerExplorer(context, (method, params) => session.ask(method, params), log),
    commands.registerCommand('softlens.showLog', () => log.show()),
    commands.registerCommand('softlens.restartServer', () => session.restart()),
  );
  log.info(`Softlens ${context.extension.packageJSON.version} activated in ${milliseconds(begun - loading)}`);
  setTimeout(() => void session.start());
}

export async function stop(): Promise<void> {
  const session = running;
  running = undefined;
  await session?.stop();
}

interface Session {
  start(): Promise<void>;
  stop(): Promise<void>;
  restart(): Promise<void>;
  /** A request of our own to the server, once it is there. Undefined where it is not. */
  ask<T>(method: string, params: unknown): Promise<T | undefined>;
}

function createSession(context: ExtensionContext, createClient: CreateClient, log: LogOutputChannel, status: Status): Session {
  let client: BaseLanguageClient | undefined;
  let mayRestart = createRestarts();
  /** Of clients, by which those of before are told from the present one. */
  let count = 0;
  // One step at a time, so that two restarts in a row cannot leave two servers behind.
  let queue: Promise<void> = Promise.resolve();
  const next = (step: () => Promise<void>): Promise<void> => {
    queue = queue.then(step, step);
    return queue;
  };

  const launch = async (): Promise<void> => {
    const begun = performance.now();
    const own = ++count;
    status.busy();
    try {
      client = await createClient(clientOptions(context, log, () => own === count && ended()));
      status.follow(client);
      context.subscriptions.push(serveFiles(client));
      await within(startLimit, client.start());
      context.subscriptions.push(followTheme(client));
      log.info(`Server ready in ${milliseconds(begun)}`);
    } catch (error) {
      status.failed();
      log.error(error instanceof Error ? error : String(error));
    }
  };
  const end = async (): Promise<void> => {
    const ending = client;
    client = undefined;
    count++;
    if (ending === undefined) return;
    status.leave();
    // A server that never came up cannot be stopped in order; it is disposed all the same.
    await ending.dispose().catch((error: unknown) => log.debug(`The server did not stop in order: ${String(error)}`));
  };

  /** It ended by itself, while it ran or before it had answered at all. */
  const ended = (): void => {
    if (!mayRestart(Date.now())) return void offerRestart();
    log.info(l10n.t('Restarting the server'));
    // The client has to come to its own end first.
    setTimeout(() => {
      next(end);
      next(launch);
    });
  };

  return {
    start: () => next(launch),
    stop: () => next(end),
    ask: async (method, params) => {
      await queue.catch(() => {});
      // While it starts again after a crash, the question waits for it.
      return client && client.state !== stopped ? client.sendRequest(method, params) : undefined;
    },
    restart: async () => {
      mayRestart = createRestarts();
      log.info(l10n.t('Restarting the server'));
      await next(end);
      await next(launch);
    },
  };
}

/** `State.Stopped` of the client library, which is loaded only when the server starts. */
const stopped = 1;

/** A server that died while it started never answers, and a restart must not wait for it. In milliseconds. */
const startLimit = 30_000;

async function within(limit: number, starting: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The server did not answer within ${limit / 1000} s`)), limit);
  });
  try {
    await Promise.race([starting, late]);
  } finally {
    clearTimeout(timer);
  }
}

const milliseconds = (since: number): string => `${Math.round(performance.now() - since)} ms`;
