import { render } from 'preact';
import { App } from './page/app.tsx';
import './page/page.css';
import { openAddress } from './state/address.ts';
import { keptChoice, themeOf } from './state/theme.ts';
import { chosenLanguage, words } from './words/words.ts';

const language = chosenLanguage();
const own = words[language];
document.documentElement.dataset.theme = themeOf(keptChoice());

const [opened] = await Promise.all([
  openAddress(location.hash, language, own),
  // The editor takes its words from here when it loads.
  language === 'zh-cn' ? import('monaco-editor/nls/lang/zh-cn.js') : undefined,
]);
const page = document.getElementById('page');
if (page) render(<App language={language} files={opened.files} notice={opened.notice} />, page);
