/** A line on the terminal that says how far a check is, once it takes more than a second. */
import { type DisplayLanguage, text } from '@softlens/analysis/messages';
import type { Terminal } from '../terminal.ts';

export interface Progress {
  at(done: number, all: number, path: string): void;
  /** Leaves no trace of it. */
  end(): void;
}

const patience = 1000;
const pause = 80;

export function showProgress(terminal: Terminal, language: DisplayLanguage): Progress {
  let next = performance.now() + patience;
  let isShown = false;
  return {
    at(done, all, path) {
      if (!terminal.interactive || performance.now() < next) return;
      next = performance.now() + pause;
      isShown = true;
      const line = text('check.progress', language, { done: done + 1, all, path });
      terminal.error(`\r\u001b[2K${line.slice(0, Math.max(20, terminal.columns - 1))}`);
    },
    end() {
      if (isShown) terminal.error('\r\u001b[2K');
      isShown = false;
      next = performance.now() + patience;
    },
  };
}
