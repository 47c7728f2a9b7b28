import { afterEach, expect, test } from 'vitest';
import type { ConfigurationParams, ProtocolConnection } from 'vscode-languageserver-protocol';
import { type ClientProfile, startClient, type TestClient } from './client.ts';

const running: TestClient[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((client) => client.stop()));
});

/** A client that keeps what it is told, shown and for the log. */
async function start(profile: ClientProfile): Promise<{ client: TestClient; shown: string[]; logged: string[] }> {
  const [shown, logged]: [string[], string[]] = [[], []];
  const prepare = (connection: ProtocolConnection) => {
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => void shown.push(message));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void logged.push(message));
    profile.prepare?.(connection);
  };
  const client = await startClient({ ...profile, prepare });
  running.push(client);
  // What was sent before the answer to a later question has arrived.
  await ask(client);
  return { client, shown, logged };
}

const ask = (client: TestClient) =>
  client.connection.sendRequest('textDocument/hover', {
    textDocument: { uri: 'file:///project/a.py' },
    position: { line: 0, character: 0 },
  });

test.each([
  [{ codeLens: 'some' }, 'softlens.codeLens: "some" is no value here: expected off | problems | all'],
  [{ codeLens: true }, 'softlens.codeLens: expected off | problems | all, not true'],
  [{ hover: { picture: 'no' } }, 'softlens.hover.picture: expected true | false, not "no"'],
  [{ hover: { pictures: true } }, 'softlens: unknown key "hover.pictures": did you mean "hover.picture"?'],
  [{ hover: false }, 'softlens: unknown key "hover": did you mean "hover.enabled"?'],
  [{ codelens: 'off' }, 'softlens: unknown key "codelens": did you mean "codeLens"?'],
])('%j is said to be wrong', async (settings, said) => {
  const { shown, logged } = await start({ settings });
  expect(shown).toEqual([said]);
  expect(logged).toEqual([said]);
});

test('what the settings may be is not spoken of', async () => {
  const settings = {
    hover: { enabled: true, picture: false },
    inlayHints: { enabled: null },
    codeLens: 'problems',
    diagnostics: { enabled: true, mode: 'openFiles' },
    language: 'en',
    trace: { server: 'verbose' },
  };
  expect((await start({ settings })).shown).toEqual([]);
});

test('a setting outside its place in the initialization options is shown its place', async () => {
  const { shown } = await start({ initialize: { locale: 'en', initializationOptions: { codeLens: 'off', pictures: 1 } } });
  expect(shown).toEqual([
    'initializationOptions: unknown key "codeLens": did you mean "softlens.codeLens"?',
    'initializationOptions.pictures: expected boolean, not 1',
  ]);
});

test('it is said once, however often the client is asked, and again only of another mistake', async () => {
  let settings: object = { codeLens: 1 };
  const { client, shown } = await start({
    capabilities: { workspace: { configuration: true } },
    prepare: (connection) => connection.onRequest('workspace/configuration', () => [settings]),
  });
  await client.open('file:///project/a.py', 'x = 1\n');
  await ask(client);
  const change = async () => {
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await ask(client);
  };
  await change();
  expect(shown).toEqual(['softlens.codeLens: expected off | problems | all, not 1']);
  settings = { codeLens: 2 };
  await change();
  expect(shown).toHaveLength(2);
});

test('each folder of a workspace has settings of its own, and may change them alone', async () => {
  const program = 'import torch\np = torch.softmax(torch.tensor([1.0, 2.0]), 0)\n';
  let firstSays = true;
  const prepare = (connection: ProtocolConnection) =>
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri = '' }) => ({ hover: { enabled: scopeUri.startsWith('file:///one/') ? firstSays : false } })),
    );
  const { client } = await start({ capabilities: { workspace: { configuration: true } }, prepare });
  const says = async (uri: string) =>
    (await client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 1, character: 0 },
    })) !== null;
  for (const uri of ['file:///one/a.py', 'file:///two/a.py']) await client.open(uri, program);
  expect([await says('file:///one/a.py'), await says('file:///two/a.py')]).toEqual([true, false]);
  firstSays = false;
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  expect(await says('file:///one/a.py')).toBe(false);
});

test('an editor that marks wrong settings itself is told in the log', async () => {
  const { shown, logged } = await start({
    initialize: { initializationOptions: { checksSettings: true, softlens: { language: 'fr' } } },
  });
  expect(shown).toEqual([]);
  expect(logged).toEqual(['softlens.language: "fr" is no value here: expected auto | en | zh-cn']);
});

test('settings of other servers are none of ours', async () => {
  const { client, shown } = await start({});
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { python: { path: '/bin' } } });
  await ask(client);
  expect(shown).toEqual([]);
});

test('a wrong setting is named in Chinese where the editor is Chinese', async () => {
  const { shown } = await start({ locale: 'zh-cn', settings: { hover: { pictures: true } } });
  expect(shown).toEqual(['softlens：未知的键“hover.pictures”，是否想输入“hover.picture”？']);
});
