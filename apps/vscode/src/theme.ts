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

export function followTheme(client: BaseLanguageClient): Disposable {
  return window.onDidChangeActiveColorTheme(() => {
    if (client.isRunning()) void client.sendNotification('softlens/themeChanged', { theme: themeKind() });
  });
}
