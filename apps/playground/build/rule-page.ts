/** A rule's page as HTML, with its first example to be tried in the playground. */
import { micromark } from 'micromark';
import { filesHash } from '../src/state/link.ts';

const words = {
  en: { lang: 'en', other: '简体中文', try: 'Try this example', home: 'Softlens playground' },
  'zh-cn': { lang: 'zh-cn', other: 'English', try: '试试这个例子', home: 'Softlens 演练场' },
} as const;

/** @param name such as `naive-softmax.zh-cn.md` */
export async function ruleHtml(name: string, markdown: string): Promise<string> {
  const own = name.endsWith('.zh-cn.md') ? words['zh-cn'] : words.en;
  const rule = name.replace(/(?:\.zh-cn)?\.md$/, '');
  const other = own.lang === 'en' ? `${rule}.zh-cn.html` : `${rule}.html`;
  const [, language = '', code] = /^```(\w+)\n([\s\S]*?)^```/m.exec(markdown) ?? [];
  const file = { name: language === 'python' ? 'example.py' : 'example.js', text: code ?? '' };
  const link = code === undefined ? '' : `<a href="../index.html${await filesHash({ files: [file], active: 0 })}">${own.try}</a>`;
  // Pages link to each other as Markdown files.
  const body = micromark(markdown).replace(/href="(?!https?:)([\w.-]+)\.md"/g, 'href="$1.html"');
  return `<!doctype html>
<html lang="${own.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${rule} · Softlens</title>
<link rel="stylesheet" href="rules.css">
</head>
<body>
<nav><a href="../index.html">${own.home}</a><a href="${other}" lang="${own.lang === 'en' ? 'zh-cn' : 'en'}">${own.other}</a>${link}</nav>
<main>
${body}
</main>
</body>
</html>
`;
}
