/** The page around the editor. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session, SessionState } from '../session.ts';
import { hashOf, openAddress } from '../state/address.ts';
import type { Files } from '../state/files.ts';
import { sampleHash } from '../state/link.ts';
import { isSample, sample, sampleOf } from '../state/samples.ts';
import { keepChoice, keptChoice, onSystemTheme, type ThemeChoice, themeOf } from '../state/theme.ts';
import { keepLanguage, type Language, words as wordsOf } from '../words/words.ts';
import { Header } from './header.tsx';
import { Notice } from './notice.tsx';
import { Problems } from './problems.tsx';
import { Tabs } from './tabs.tsx';

export interface AppProps {
  readonly language: Language;
  readonly files: Files;
  readonly notice: string | undefined;
}

/** Typing is left alone: the address follows after a pause. */
const pauseMilliseconds = 400;

export function App({ language: chosen, files, notice: first }: AppProps) {
  const [language, setLanguage] = useState(chosen);
  const words = wordsOf[language];
  const pane = useRef<HTMLDivElement>(null);
  const session = useRef<Session>(undefined);
  const [state, setState] = useState<SessionState>({ files, problems: [], status: 'starting' });
  const [loaded, setLoaded] = useState(false);
  const [notice, setNotice] = useState(first);
  const [choice, setChoice] = useState(keptChoice());
  const [theme, setTheme] = useState(themeOf(choice));

  useEffect(() => {
    const start = async () => {
      const { startSession } = await import('../session.ts');
      if (!pane.current || session.current) return;
      session.current = startSession({ element: pane.current, files, theme, language, words, onState: setState });
      setLoaded(true);
    };
    start().catch((error: unknown) => {
      console.error(error);
      setState((before) => ({ ...before, status: 'failed' }));
    });
  }, []);

  useEffect(() => {
    const apply = () => setTheme(themeOf(choice));
    apply();
    return onSystemTheme(apply);
  }, [choice]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    session.current?.setTheme(theme);
  }, [theme, loaded]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.title;
    session.current?.setLanguage(language, words);
  }, [language, loaded]);

  const current = state.files;
  useEffect(() => {
    if (!loaded) return;
    const timer = setTimeout(async () => {
      const { hash } = await hashOf(current, words);
      if (location.hash !== hash) history.replaceState(null, '', hash);
    }, pauseMilliseconds);
    return () => clearTimeout(timer);
  }, [current, loaded]);

  // A link that is pasted into the address bar of this page.
  useEffect(() => {
    const follow = async () => {
      const { hash } = location;
      const opened = await openAddress(hash, language, words);
      if (location.hash !== hash) return;
      session.current?.workspace.open(opened.files);
      setNotice(opened.notice);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [language]);

  const openSample = (name: string) => {
    if (!isSample(name)) return;
    setNotice(undefined);
    history.pushState(null, '', sampleHash(name));
    session.current?.workspace.open(sample(name, language));
  };
  const share = async () => {
    const { hash, problem } = await hashOf(current, words);
    if (problem !== undefined) return setNotice(problem);
    history.replaceState(null, '', hash);
    setNotice((await copied(location.href)) ? words.shared : words.sharedByHand);
  };
  const switchLanguage = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
    setNotice(undefined);
    // A sample has its comments in both languages; what a visitor has written stays as it is.
    const name = sampleOf(current);
    if (name !== undefined) session.current?.workspace.open(sample(name, next));
  };
  const switchTheme = (next: ThemeChoice) => {
    keepChoice(next);
    setChoice(next);
  };

  return (
    <>
      <Header
        words={words}
        language={language}
        sample={sampleOf(current)}
        theme={choice}
        onSample={openSample}
        onLanguage={switchLanguage}
        onTheme={switchTheme}
        onShare={share}
      />
      <Notice words={words} text={notice} onClose={() => setNotice(undefined)} />
      <main class="work">
        <section class="code">
          <Tabs
            words={words}
            files={current}
            onShow={(name) => session.current?.workspace.show(name)}
            onAdd={(name) => session.current?.workspace.add({ name, text: '' })}
            onRemove={(name) => session.current?.workspace.remove(name)}
          />
          <div class="editor" id="editor" role="tabpanel" aria-label={current.files[current.active]?.name} ref={pane}>
            {!loaded && <p class="loading">{words.loading}</p>}
          </div>
        </section>
        <Problems
          words={words}
          state={state}
          ready={loaded}
          onGoTo={(place) => session.current?.goTo(place)}
          onFix={(place) => session.current?.fix(place)}
          onFixAll={() => session.current?.fixAll()}
          onValues={() => session.current?.showValues()}
        />
      </main>
    </>
  );
}

/** Browsers refuse without a secure connection, and where the visitor has said so. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
