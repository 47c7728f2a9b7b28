/** The page's side of the editor: messages, and a state that outlives a reload. */
import type { ToExtension, ToPage } from '../protocol.ts';
import { type ExplorerState, readState } from '../state.ts';

interface Editor {
  postMessage(message: ToExtension): void;
  getState(): unknown;
  setState(state: ExplorerState): void;
}
declare function acquireVsCodeApi(): Editor;

const editor = acquireVsCodeApi();

export const tell = (message: ToExtension): void => editor.postMessage(message);
export const keep = (state: ExplorerState): void => editor.setState(state);
export const kept = (): ExplorerState | undefined => readState(editor.getState());

export function listen(take: (message: ToPage) => void): () => void {
  const listener = ({ data }: MessageEvent<ToPage>): void => take(data);
  window.addEventListener('message', listener);
  return () => window.removeEventListener('message', listener);
}
