/** The files as tabs, after the pattern of the ARIA Authoring Practices: arrows move, Delete removes, one tab stop for all. */
import { useRef, useState } from 'preact/hooks';
import { extensions, type Files, isFileName, maxFiles } from '../state/files.ts';
import { fill, type Words } from '../words/words.ts';

export interface TabsProps {
  readonly words: Words;
  readonly files: Files;
  onShow(name: string): void;
  onAdd(name: string): void;
  onRemove(name: string): void;
}

export function Tabs({ words, files: { files, active }, onShow, onAdd, onRemove }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const [adding, setAdding] = useState(false);
  const names = files.map(({ name }) => name);

  const move = (event: KeyboardEvent) => {
    const last = names.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: active === 0 ? last : active - 1,
      ArrowRight: active === last ? 0 : active + 1,
      Home: 0,
      End: last,
    };
    const next = steps[event.key];
    if (event.key === 'Delete' && names.length > 1) onRemove(names[active] ?? '');
    else if (next !== undefined) {
      onShow(names[next] ?? '');
      list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div class="tabs">
      <div role="tablist" aria-label={words.files} ref={list} onKeyDown={move}>
        {names.map((name, i) => (
          <div class="tab" role="presentation" key={name} data-active={i === active}>
            <button
              type="button"
              role="tab"
              aria-selected={i === active}
              aria-controls="editor"
              aria-keyshortcuts="Delete"
              tabIndex={i === active ? 0 : -1}
              onClick={() => onShow(name)}
            >
              {name}
            </button>
            {names.length > 1 && (
              <button
                type="button"
                class="plain"
                tabIndex={-1}
                aria-hidden="true"
                title={fill(words.removeFile, { name })}
                onClick={() => onRemove(name)}
              >
                ×
              </button>
            )}
          </div>
        ))}
      </div>
      {adding ? (
        <NewFile
          words={words}
          names={names}
          onName={(name) => {
            setAdding(false);
            onAdd(name);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        names.length < maxFiles && (
          <button type="button" class="plain" aria-label={words.addFile} title={words.addFile} onClick={() => setAdding(true)}>
            +
          </button>
        )
      )}
    </div>
  );
}

interface NewFileProps {
  readonly words: Words;
  readonly names: readonly string[];
  onName(name: string): void;
  onCancel(): void;
}

function NewFile({ words, names, onName, onCancel }: NewFileProps) {
  const check = (input: HTMLInputElement): void => {
    const name = input.value.trim();
    const complaint = names.includes(name)
      ? words.takenName
      : isFileName(name)
        ? ''
        : fill(words.badName, { endings: extensions.map((one) => `.${one}`).join(' ') });
    input.setCustomValidity(complaint);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const input = event.currentTarget.elements.namedItem('name');
        if (input instanceof HTMLInputElement) onName(input.value.trim());
      }}
    >
      <input
        name="name"
        required
        autoComplete="off"
        spellcheck={false}
        aria-label={words.fileName}
        placeholder="model.py"
        ref={(input) => {
          if (!input || input === document.activeElement) return;
          input.focus();
          check(input);
        }}
        onInput={({ currentTarget }) => check(currentTarget)}
        onKeyDown={(event) => event.key === 'Escape' && onCancel()}
        onBlur={({ currentTarget }) => currentTarget.value === '' && onCancel()}
      />
    </form>
  );
}
