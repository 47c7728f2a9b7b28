/** The kind of theme that is shown: what the visitor chose, else what the system asks for. */
import { keep, kept } from './kept.ts';

export type Theme = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';
export const themeChoices = ['auto', 'light', 'dark', 'contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const isDark = matchMedia('(prefers-color-scheme: dark)');
const isForced = matchMedia('(forced-colors: active)');
const wantsContrast = matchMedia('(prefers-contrast: more)');

export function keptChoice(): ThemeChoice {
  const choice = kept('theme');
  return themeChoices.find((one) => one === choice) ?? 'auto';
}

export function keepChoice(choice: ThemeChoice): void {
  keep('theme', choice);
}

/** Colours that the system forces come before any choice, as no other ones can be seen. */
export function themeOf(choice: ThemeChoice): Theme {
  const dark = isDark.matches;
  const contrast = isForced.matches || choice === 'contrast' || (choice === 'auto' && wantsContrast.matches);
  if (contrast) return dark ? 'high-contrast' : 'high-contrast-light';
  if (choice === 'light' || choice === 'dark') return choice;
  return dark ? 'dark' : 'light';
}

export function onSystemTheme(listener: () => void): () => void {
  const queries = [isDark, isForced, wantsContrast];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}
