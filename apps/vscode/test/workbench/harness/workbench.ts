/** Opens the packaged extension in a real VS Code in Chromium, in either of the two hosts that extensions live in. */
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { ensureCodeServer, startCodeServer } from '../../../../../scripts/workbench/codeServer.mjs';
import { codeServerFolder, root, samples, vsix, webWorkbenchFolder } from '../../../../../scripts/workbench/folders.mjs';
import { quietSettings } from '../../../../../scripts/workbench/settings.mjs';
import { ensureWebWorkbench, startWebWorkbench } from '../../../../../scripts/workbench/webWorkbench.mjs';
import { unpack } from '../../harness/zip.ts';

export type Host = 'node' | 'browser';

export interface Workbench {
  readonly page: Page;
  /** A copy of the samples, free to be changed. */
  readonly folder: string;
  /** Keeps a picture of the page as an artefact. */
  shot(name: string): Promise<void>;
  close(): Promise<void>;
}

interface Opened {
  readonly file?: string;
  readonly theme?: string;
  /** Settings beside those that make a workbench quiet. */
  readonly more?: Readonly<Record<string, unknown>>;
  /** What is in the folder instead of the samples, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** False opens the editor without Softlens, to compare (in the Node host). */
  readonly extension?: boolean;
  /** What is put behind the server's script (in the browser's host). */
  readonly scriptMore?: string;
  /** The editor's own language, as a language pack would set it; its own words stay English without one. */
  readonly locale?: string;
}

interface Served {
  readonly url: string;
  stop(): Promise<void>;
}

const shots = join(root, 'apps/vscode/shots');

/** A test need not wait before a hover, and its pictures look the same everywhere. */
const settings = { ...quietSettings, 'editor.hover.delay': 100, 'editor.fontFamily': 'DejaVu Sans Mono' };

export async function openWorkbench(
  host: Host,
  executablePath: string,
  { file = 'hello.py', theme = 'Default Dark Modern', more = {}, files, extension = true, scriptMore = '', locale }: Opened = {},
): Promise<Workbench> {
  const state = mkdtempSync(join(tmpdir(), 'softlens-'));
  const folder = join(state, 'samples');
  if (files) writeFiles(folder, files);
  else cpSync(samples, folder, { recursive: true });
  const own = { ...settings, 'workbench.colorTheme': theme, ...more };
  const served: Served = await (host === 'node'
    ? serveNode(state, folder, file, own, extension)
    : serveBrowser(state, folder, file, own, scriptMore));
  const browser = await launch(executablePath, join(state, 'chromium'));
  const page = browser.pages()[0] ?? (await browser.newPage());
  page.setDefaultTimeout(60_000);

  const workbench: Workbench = {
    page,
    folder,
    shot: async (name) => {
      mkdirSync(shots, { recursive: true });
      await page.screenshot({ path: join(shots, `${host}-${name}.png`) });
    },
    close: async () => {
      await browser.close();
      await served.stop();
      rmSync(state, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    },
  };
  if (locale !== undefined) await setLanguage(page, locale);
  await page.goto(served.url);
  try {
    await page.locator('.editor-instance .monaco-editor .view-line').first().waitFor({ timeout: 120_000 });
  } catch (error) {
    await workbench.shot('did-not-open');
    await workbench.close();
    throw error;
  }
  return workbench;
}

/** Of a VS Code of today by a global variable, of 1.91 in the browser by the configuration of its loader. */
function setLanguage(page: Page, locale: string): Promise<unknown> {
  return page.addInitScript((language) => {
    Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: language });
    if (window !== window.top) return;
    let loader: { config(options: object): void } | undefined;
    Object.defineProperty(globalThis, 'require', {
      configurable: true,
      get: () => loader,
      set(given: typeof loader) {
        loader = given;
        const configure = given?.config.bind(given);
        if (given && configure)
          given.config = (options) => configure({ ...options, 'vs/nls': { availableLanguages: { '*': language } } });
      },
    });
  }, locale);
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function serveNode(state: string, folder: string, file: string, own: Record<string, unknown>, extension: boolean) {
  return startCodeServer({
    installation: ensureCodeServer(codeServerFolder),
    state,
    folder,
    file: join(folder, file),
    vsix: extension ? vsix : undefined,
    settings: own,
  });
}

function serveBrowser(state: string, folder: string, file: string, own: Record<string, unknown>, scriptMore: string) {
  unpack(vsix, join(state, 'vsix'));
  appendFileSync(join(state, 'vsix/extension/server/browser.js'), scriptMore);
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(own, null, 2));
  return startWebWorkbench({
    installation: ensureWebWorkbench(webWorkbenchFolder),
    folder,
    file,
    extension: join(state, 'vsix/extension'),
  });
}

/** With a profile that allows what webviews, and so notebooks, are served by: a service worker under an address of its own. */
function launch(executablePath: string, profile: string): Promise<BrowserContext> {
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
  const quiet = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ];
  return chromium.launchPersistentContext(profile, {
    executablePath,
    // The headless mode that is the whole browser, with a profile's preferences.
    headless: false,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', ...quiet],
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 2,
  });
}
