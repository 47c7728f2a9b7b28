/**
 * The part of an address behind `#`, which no browser sends to a server: a sample by its name, or files as JSON, deflated (RFC 1951)
 * and in the URL-safe base64 of RFC 4648.
 */
import { type Files, maxText, readFiles, writeFiles } from './files.ts';

/** Mail programs and chats cut longer addresses. */
export const maxLink = 8_000;

export type Link =
  | { readonly kind: 'none' }
  | { readonly kind: 'sample'; readonly name: string }
  | { readonly kind: 'files'; readonly files: Files }
  /** Too much for an address: kept by this browser's tab alone. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'broken' };

export const draftHash = '#draft';

export function sampleHash(name: string): string {
  return `#sample=${encodeURIComponent(name)}`;
}

export async function filesHash(files: Files): Promise<string> {
  const deflated = new Blob([writeFiles(files)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return `#code=${toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`;
}

export async function readLink(hash: string): Promise<Link> {
  if (hash === '' || hash === '#') return { kind: 'none' };
  if (hash === draftHash) return { kind: 'draft' };
  const [, key, value = ''] = /^#(\w+)=(.*)$/s.exec(hash) ?? [];
  try {
    if (key === 'sample') return { kind: 'sample', name: decodeURIComponent(value) };
    const files = key === 'code' ? readFiles(JSON.parse(await inflate(fromBase64Url(value)))) : undefined;
    if (files) return { kind: 'files', files };
  } catch {
    // Cut off or mistyped: the page says so.
  }
  return { kind: 'broken' };
}

/** Stops at more than a playground holds: a short text may unfold to gigabytes. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    if (text.length > 2 * maxText) {
      await reader.cancel();
      throw new Error('too long');
    }
  }
  return text + decoder.decode();
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}
