/** A button with a short list of things to do, as the ARIA practices describe a menu button. */
import { useEffect, useRef, useState } from 'preact/hooks';

interface MenuItem {
  readonly key: string;
  readonly label: string;
  readonly run: () => void;
}

export function Menu({ label, items }: { readonly label: string; readonly items: readonly MenuItem[] }) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => Array.from(list.current?.querySelectorAll('button') ?? []);
  useEffect(() => {
    if (!open) return;
    entries()[0]?.focus();
    const outside = ({ target }: Event): void => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const step = (event: KeyboardEvent): void => {
    const all = entries();
    const focused = document.activeElement;
    const now = focused instanceof HTMLButtonElement ? all.indexOf(focused) : -1;
    const next = { ArrowDown: now + 1, ArrowUp: now - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) all[next % all.length]?.focus();
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  return (
    <div class="menu" ref={root}>
      <button
        type="button"
        class="secondary"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {label}
        <span class="chevron" aria-hidden="true" />
      </button>
      {open && (
        <div role="menu" tabIndex={-1} aria-label={label} ref={list} onKeyDown={step}>
          {items.map(({ key, label: text, run }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                run();
              }}
            >
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
