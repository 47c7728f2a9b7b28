/** Colours of a terminal, or none. */
import type { Severity } from '@softlens/analysis';

export interface Painter {
  strong(text: string): string;
  dim(text: string): string;
  severity(severity: Severity, text: string): string;
}

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 34, hint: 36 };

export function painter(color: boolean): Painter {
  const wrap = (open: string, close: string) => (text: string) =>
    color && text !== '' ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return {
    strong: wrap('1', '22'),
    dim: wrap('2', '22'),
    severity: (severity, text) => wrap(`1;${colors[severity]}`, '22;39')(text),
  };
}
