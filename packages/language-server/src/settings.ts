/** What the user can switch, by the names under `softlens` in the editor's settings. */

export interface Settings {
  readonly hover: { readonly enabled: boolean; readonly picture: boolean };
  readonly inlayHints: { readonly enabled: boolean };
  readonly codeLens: 'off' | 'problems' | 'all';
  /** With `workspace`, files that are not open are looked into too, where the client asks for them. */
  readonly diagnostics: { readonly enabled: boolean; readonly mode: 'openFiles' | 'workspace' };
  readonly language: 'auto' | 'en' | 'zh-cn';
}

export const defaultSettings: Settings = {
  hover: { enabled: true, picture: true },
  inlayHints: { enabled: true },
  codeLens: 'all',
  diagnostics: { enabled: true, mode: 'workspace' },
  language: 'auto',
};

/** Reads what a client sent, which may be anything: what is missing or of the wrong type keeps its default. */
export function readSettings(sent: unknown): Settings {
  const d = defaultSettings;
  return {
    hover: {
      enabled: flag(sent, ['hover', 'enabled'], d.hover.enabled),
      picture: flag(sent, ['hover', 'picture'], d.hover.picture),
    },
    inlayHints: { enabled: flag(sent, ['inlayHints', 'enabled'], d.inlayHints.enabled) },
    codeLens: choice(sent, ['codeLens'], ['off', 'problems', 'all'], d.codeLens),
    diagnostics: {
      enabled: flag(sent, ['diagnostics', 'enabled'], d.diagnostics.enabled),
      mode: choice(sent, ['diagnostics', 'mode'], ['openFiles', 'workspace'], d.diagnostics.mode),
    },
    language: choice(sent, ['language'], ['auto', 'en', 'zh-cn'], d.language),
  };
}

/** What a client says in `initializationOptions`. */
export interface ClientOptions {
  /** The client renders Markdown images from `data:` URIs. */
  readonly pictures: boolean;
  readonly theme: string | undefined;
  readonly locale: string | undefined;
  /** The address of the folder with the WebAssembly files, for a worker that has no address of its own. */
  readonly assets: string | undefined;
  /** The address that opens a rule's page, with `{rule}` for its name and `{.language}` for nothing or, in Chinese, `.zh-cn`. */
  readonly rulePage: string | undefined;
  /** Cells of notebooks that are not open have the addresses that VS Code gives them. */
  readonly cellAddresses: boolean;
  /** The client marks wrong settings itself, so they are only logged. */
  readonly checksSettings: boolean;
  /** A message may offer something to do: the client shows it without holding anybody up. */
  readonly offers: boolean;
  /** Commands of the client's own that actions and lenses may name. */
  readonly commands: readonly string[];
  /** Settings of clients without `workspace/configuration`. */
  readonly settings: unknown;
  /** All of it, as it was sent. */
  readonly sent: unknown;
}

export function readClientOptions(sent: unknown): ClientOptions {
  return {
    pictures: flag(sent, ['pictures'], false),
    theme: string(sent, ['theme']),
    locale: string(sent, ['locale']),
    assets: string(sent, ['assets']),
    rulePage: string(sent, ['rulePage']),
    cellAddresses: flag(sent, ['cellAddresses'], false),
    checksSettings: flag(sent, ['checksSettings'], false),
    offers: flag(sent, ['offers'], false),
    commands: strings(at(sent, ['commands'])),
    settings: at(sent, ['settings']) ?? at(sent, ['softlens']),
    sent,
  };
}

export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}

function flag(value: unknown, path: readonly string[], fallback: boolean): boolean {
  const found = at(value, path);
  return typeof found === 'boolean' ? found : fallback;
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function string(value: unknown, path: readonly string[]): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' ? found : undefined;
}

function choice<T extends string>(value: unknown, path: readonly string[], choices: readonly T[], fallback: T): T {
  const found = at(value, path);
  return choices.find((one) => one === found) ?? fallback;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
