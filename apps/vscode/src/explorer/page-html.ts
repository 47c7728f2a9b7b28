import { env, Uri, type Webview, workspace } from 'vscode';

/** A page that may load its own script and style, and nothing else. */
export function pageOf(webview: Webview, root: Uri): string {
  const nonce = crypto.randomUUID();
  const file = (name: string): string => webview.asWebviewUri(Uri.joinPath(root, name)).toString();
  const policy = [`default-src 'none'`, `script-src 'nonce-${nonce}'`, `style-src 'nonce-${nonce}'`].join('; ');
  return `<!DOCTYPE html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('explorer.css')}" nonce="${nonce}">
<title>Softlens</title>
</head>
<body><script src="${file('explorer.js')}" nonce="${nonce}"></script></body>
</html>`;
}

/** The setting's language, else the editor's; traditional Chinese readers are given English. */
function language(): 'zh-CN' | 'en' {
  const chosen = workspace.getConfiguration('softlens').get('language', 'auto');
  const locale = chosen === 'auto' ? env.language : chosen;
  return /^zh(?![a-z])(?!.*(?:hant|tw|hk|mo))/i.test(locale) ? 'zh-CN' : 'en';
}
