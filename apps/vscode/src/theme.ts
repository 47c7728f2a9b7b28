import { ColorThemeKind, type Disposable, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

export type ThemeKind = 'light' | 'dark' | 'high-contrast' | 'high-contrast-light';

/** The kind of the theme in use: pictures are drawn for it, as an image in a hover cannot see the page's colours. */
export function themeKind(): ThemeKind {
  switch (window.activeColorTheme.kind) {
    case ColorThemeKind.Light:
      return 'light';
    case ColorThemeKind.HighContrast:
      return 'high-contrast';
    case ColorThemeKind.HighContrastLight:
      return 'high-contrast-light';
    default:
      return 'dark';
  }
}

/** Tells the server of the theme, now and whenever it changes: while a window opens, a theme of another kind may stand in for it. */
export function followTheme(client: BaseLanguageClient): Disposable {
  const tell = (): void => void client.sendNotification('softlens/themeChanged', { theme: themeKind() });
  tell();
  return window.onDidChangeActiveColorTheme(() => {
    if (client.isRunning()) tell();
  });
}
