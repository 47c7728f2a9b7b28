/** Inputs that several parts share. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fold } from '../update.ts';
import { useExplorer } from './context.ts';

interface NumberFieldProps {
  readonly value: number;
  readonly label: string;
  readonly set: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly disabled?: boolean;
}

/** While it is typed in, it keeps what was typed: `1.` and `-` are on their way to a number. */
export function NumberField({ value, label, set, ...limits }: NumberFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const short = Number(value.toPrecision(6));
  const shown = Math.abs(short) < 1e6 ? String(short) : short.toExponential();
  const show = (): void => {
    if (field.current) field.current.value = shown;
  };
  useEffect(() => {
    if (document.activeElement !== field.current) show();
  });
  return (
    <input
      type="number"
      ref={field}
      aria-label={label}
      step={limits.step ?? 0.1}
      min={limits.min}
      max={limits.max}
      disabled={limits.disabled}
      onInput={({ currentTarget }) => {
        const typed = currentTarget.valueAsNumber;
        if (Number.isFinite(typed) && currentTarget.validity.rangeOverflow === false && !currentTarget.validity.rangeUnderflow)
          set(typed);
      }}
      onBlur={show}
    />
  );
}

interface SliderProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly label: string;
  /** What a screen reader says for the value. */
  readonly text: string;
  readonly set: (value: number) => void;
  readonly describedBy?: string;
}

export function Slider({ value, min, max, step, label, text, set, describedBy }: SliderProps) {
  return (
    <input
      type="range"
      aria-label={label}
      aria-valuetext={text}
      aria-describedby={describedBy}
      min={min}
      max={max}
      step={step}
      value={value}
      onInput={({ currentTarget }) => set(currentTarget.valueAsNumber)}
    />
  );
}

interface SectionProps {
  readonly name: string;
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A part of the page that can be folded, and stays so. */
export function Section({ name, heading, children }: SectionProps) {
  const { state, change } = useExplorer();
  const open = !state.folded.includes(name);
  return (
    <details
      class={`section ${name}`}
      open={open}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== open) change((now) => fold(now, name, !currentTarget.open));
      }}
    >
      <summary>
        <h2>{heading}</h2>
      </summary>
      {open && children}
    </details>
  );
}
