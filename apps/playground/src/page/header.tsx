import { type SampleName, sampleNames } from '../state/samples.ts';
import { type ThemeChoice, themeChoices } from '../state/theme.ts';
import type { Language, Words } from '../words/words.ts';

export interface HeaderProps {
  readonly words: Words;
  readonly language: Language;
  /** Undefined when the files are the visitor's own. */
  readonly sample: SampleName | undefined;
  readonly theme: ThemeChoice;
  onSample(name: string): void;
  onLanguage(language: Language): void;
  onTheme(theme: ThemeChoice): void;
  onShare(): void;
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', 'zh-cn': '简体中文' };

export function Header({ words, language, sample, theme, onSample, onLanguage, onTheme, onShare }: HeaderProps) {
  return (
    <header class="bar">
      <h1>
        <strong>Softlens</strong> <span>{words.tagline}</span>
      </h1>
      <div class="controls">
        <label>
          <span class="when-wide">{words.sample}</span>
          <select value={sample ?? ''} onChange={({ currentTarget }) => onSample(currentTarget.value)}>
            {sample === undefined && <option value="">{words.ownCode}</option>}
            {sampleNames.map((name) => (
              <option key={name} value={name}>
                {words.samples[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">{words.theme}</span>
          <select
            title={words.theme}
            value={theme}
            onChange={({ currentTarget }) => onTheme(themeChoices.find((one) => one === currentTarget.value) ?? 'auto')}
          >
            {themeChoices.map((one) => (
              <option key={one} value={one}>
                {words.themes[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span class="unseen">{words.language}</span>
          <select
            title={words.language}
            value={language}
            onChange={({ currentTarget }) => onLanguage(currentTarget.value === 'zh-cn' ? 'zh-cn' : 'en')}
          >
            {Object.entries(languageNames).map(([id, name]) => (
              <option key={id} value={id} lang={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" class="primary" onClick={onShare}>
          {words.share}
        </button>
      </div>
    </header>
  );
}
