import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Files, maxFiles, maxText } from '../src/state/files.ts';
import { filesHash, readLink } from '../src/state/link.ts';

const files: Files = {
  files: [
    { name: 'train.py', text: '# 概率 😀\nprobs = softmax([2, 1])\n' },
    { name: 'net/model.py', text: '' },
  ],
  active: 1,
};
const hashOf = (json: string) => `#code=${deflateRawSync(json).toString('base64url')}`;
const kindOf = async (hash: string) => (await readLink(hash)).kind;

describe('a link', () => {
  test('gives the files back that went into it', async () => {
    expect(await readLink(await filesHash(files))).toEqual({ kind: 'files', files });
  });

  test('is what browsers and chats leave alone', async () => {
    expect(await filesHash(files)).toMatch(/^#code=[\w-]+$/);
  });

  test('names a sample, or nothing', async () => {
    expect(await readLink('#sample=two-classes')).toEqual({ kind: 'sample', name: 'two-classes' });
    expect(await kindOf('')).toBe('none');
    expect(await kindOf('#draft')).toBe('draft');
  });

  test('that was cut off or mistyped is broken, at every length', async () => {
    const hash = await filesHash(files);
    for (let length = '#code='.length; length < hash.length; length++)
      expect(await kindOf(hash.slice(0, length)), hash.slice(0, length)).toBe('broken');
    for (const hash of ['#code=%%%', '#code=AAAA', '#other=1', '#sample=%E0%A4', '#code'])
      expect(await kindOf(hash)).toBe('broken');
  });

  test.each([
    ['no files', { files: [], active: 0 }],
    ['too many files', { files: Array.from({ length: maxFiles + 1 }, (_, i) => [`a${i}.py`, '']), active: 0 }],
    [
      'a name twice',
      {
        files: [
          ['a.py', ''],
          ['a.py', ''],
        ],
        active: 0,
      },
    ],
    ['a name that leads elsewhere', { files: [['../a.py', '']], active: 0 }],
    ['a language that is not understood', { files: [['a.html', '']], active: 0 }],
    ['a text that is none', { files: [['a.py', 1]], active: 0 }],
    ['too much text', { files: [['a.py', 'x'.repeat(maxText + 1)]], active: 0 }],
    ['something else', 'files'],
  ])('with %s is broken', async (_, content) => {
    expect(await kindOf(hashOf(JSON.stringify(content)))).toBe('broken');
  });

  test('is not unfolded beyond what a playground holds', async () => {
    const valid = JSON.stringify({ files: [['a.py', '']], active: 0 });
    expect(await kindOf(hashOf(valid + ' '.repeat(1000)))).toBe('files');
    expect(await kindOf(hashOf(valid + ' '.repeat(20_000_000)))).toBe('broken');
  });

  test('to a file that is not there shows the first one', async () => {
    const link = await readLink(hashOf(JSON.stringify({ files: [['a.py', '']], active: 7 })));
    expect(link).toEqual({ kind: 'files', files: { files: [{ name: 'a.py', text: '' }], active: 0 } });
  });
});
