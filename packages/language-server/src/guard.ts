import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

export interface Log {
  error(message: string): void;
}

/** Runs a request's handler: what it throws is logged, and the client gets an empty answer instead of a dead server. */
export async function guarded<T>(name: string, log: Log, fallback: T, handle: () => Promise<T> | T): Promise<T> {
  try {
    return await handle();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}

/** The document changed while an answer was made: clients keep what they show and ask again. */
export function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
}
