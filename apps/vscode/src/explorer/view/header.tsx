import type { Outcome } from '../protocol.ts';
import type { Mode } from '../state.ts';
import { applyPreset, chooseVector, presets, reset, setMode, toWrite } from '../update.ts';
import { useExplorer } from './context.ts';
import { type CopyFormat, copyText } from './copy.ts';
import { tell } from './host.ts';
import { Menu } from './menu.tsx';

const modes: readonly Mode[] = ['softmax', 'two-class', 'multi-label'];
const formats: readonly CopyFormat[] = ['python', 'json', 'markdown'];

export function Header({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { state, view, say, change } = useExplorer();
  const { origin } = state;
  const written = toWrite(state);
  return (
    <header>
      <div class="title">
        <h1>{origin ? say('title.of', { title: origin.title }) : say('title.empty')}</h1>
        {origin && (
          <button
            type="button"
            class="link"
            onClick={() => tell({ type: 'reveal', chosen: origin.chosen })}
            title={say('origin.go', { place: origin.label })}
          >
            {origin.label}
          </button>
        )}
      </div>
      <div class="actions">
        <Menu
          label={say('action.preset')}
          items={presets.map((preset) => ({
            key: preset.name,
            label: say(`preset.${preset.name}`),
            run: () => change((now) => applyPreset(now, preset)),
          }))}
        />
        <Menu
          label={say('action.copy')}
          items={formats.map((format) => ({
            key: format,
            label: say(`action.copy.${format}`),
            run: () => tell({ type: 'copy', text: copyText(state, view, format) }),
          }))}
        />
        <button type="button" class="secondary" onClick={() => change(reset)}>
          {say('action.reset')}
        </button>
        {origin && (
          <button
            type="button"
            class="primary"
            disabled={written === undefined}
            title={say(written ? 'action.write.hint' : 'action.write.none')}
            onClick={() => written && tell({ type: 'writeBack', logits: written, chosen: origin.chosen })}
          >
            {say('action.write')}
          </button>
        )}
      </div>
      <p class="outcome" role="status">
        {outcome && say(`outcome.${outcome}`)}
        {!outcome && origin?.stale && say('origin.stale')}
        {(outcome === 'changed' || (!outcome && origin?.stale)) && (
          <>
            {' '}
            <button type="button" class="link" onClick={() => tell({ type: 'reread' })}>
              {say('origin.reread')}
            </button>
          </>
        )}
        {!outcome && origin && !origin.stale && origin.recovered && say('origin.recovered')}
      </p>
      <div class="modes" role="radiogroup" aria-label={say('mode.label')}>
        {modes.map((mode) => (
          <label key={mode} class="mode" title={say(`mode.${mode}.hint`)}>
            <input type="radio" name="mode" checked={state.mode === mode} onChange={() => change((now) => setMode(now, mode))} />
            <span>{say(`mode.${mode}`)}</span>
          </label>
        ))}
        <span class="hint">{say(`mode.${state.mode}.hint`)}</span>
      </div>
      {origin && origin.vectors.length > 1 && (
        <label class="row-choice">
          {say('origin.row')}
          <select
            value={String(origin.chosen)}
            onChange={({ currentTarget: { value } }) => change((now) => chooseVector(now, Number(value)))}
          >
            {origin.vectors.map(({ index, logits }, i) => (
              <option key={index.join()} value={String(i)}>
                [{index.join(', ')}]:{' '}
                {logits
                  .slice(0, 4)
                  .map((z) => Number(z.toPrecision(4)))
                  .join(', ')}
                {logits.length > 4 && ', …'}
              </option>
            ))}
          </select>
        </label>
      )}
    </header>
  );
}
