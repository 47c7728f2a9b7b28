import type { Words } from '../words/words.ts';

export interface NoticeProps {
  readonly words: Words;
  readonly text: string | undefined;
  onClose(): void;
}

/** One message at a time; the element stays, so that a screen reader hears what comes into it. */
export function Notice({ words, text, onClose }: NoticeProps) {
  return (
    <div role="status" class="notice" data-empty={text === undefined}>
      {text !== undefined && (
        <>
          <p>{text}</p>
          <button type="button" class="plain" aria-label={words.dismiss} title={words.dismiss} onClick={onClose}>
            ×
          </button>
        </>
      )}
    </div>
  );
}
