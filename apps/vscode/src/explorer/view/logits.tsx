import { useEffect, useState } from 'preact/hooks';
import { maxClasses } from '../state.ts';
import { addClass, fewest, removeClass, setLabel, setLogit } from '../update.ts';
import { useExplorer } from './context.ts';
import { NumberField, Slider } from './fields.tsx';
import { formatNumber, formatProbability } from './number.ts';

export function Logits() {
  const { state, view, say, change } = useExplorer();
  const several = state.mode === 'multi-label';
  const read = state.origin?.vectors[state.origin.chosen];
  const all = read?.logits.length ?? 0;
  return (
    <section class="logits" aria-labelledby="logits-heading">
      <h2 id="logits-heading">{say('logits.heading')}</h2>
      <div class="list-head" aria-hidden="true">
        <span class="at-slider">{say('logits.logit')}</span>
        <span class="at-bar">{say('logits.probability')}</span>
        <span class="at-truth">{say(several ? 'logits.truth' : 'logits.target')}</span>
      </div>
      <ol class="list">
        {state.logits.map((_, i) => (
          <ClassRow key={i} index={i} />
        ))}
      </ol>
      {read?.infinite && <p class="hint">{say('logits.infinite')}</p>}
      {all > maxClasses && <p class="hint">{say('logits.many', { n: maxClasses, all })}</p>}
      <div class="total">
        {state.mode !== 'two-class' && (
          <button type="button" class="link" onClick={() => change(addClass)} disabled={state.logits.length >= maxClasses}>
            + {say(several ? 'logits.add-label' : 'logits.add')}
          </button>
        )}
        <p class="sum">
          <strong class={view.sumsToOne && !several ? 'good' : ''}>{sumText(view, say, several)}</strong>
          {several ? (
            <span class="hint"> · {say('logits.free')}</span>
          ) : (
            <span>
              {' · '}
              {say('logits.argmax', { i: view.argmax, p: formatProbability(view.classes[view.argmax]?.probability ?? 0) })}
            </span>
          )}
        </p>
      </div>
      <Announcement />
    </section>
  );
}

function sumText(
  view: ReturnType<typeof useExplorer>['view'],
  say: ReturnType<typeof useExplorer>['say'],
  several: boolean,
): string {
  return view.sumsToOne ? `${say('logits.sum-one')}${several ? '' : ' ✓'}` : say('logits.sum', { sum: formatNumber(view.sum) });
}

function ClassRow({ index }: { readonly index: number }) {
  const { state, view, say, change } = useExplorer();
  const { logits, mode, range } = state;
  const several = mode === 'multi-label';
  const logit = logits[index] ?? 0;
  const shown = view.classes[index];
  const probability = shown?.probability ?? Number.NaN;
  const name = say(several ? 'logits.label' : 'logits.class', { i: index });
  const set = (value: number): void => change((now) => setLogit(now, index, value));
  return (
    <li
      class={`class color-${index % 6}${shown?.removedBy ? ' removed' : ''}${index === view.argmax && !several ? ' largest' : ''}`}
    >
      <span class="name" title={name}>
        <span class="swatch" aria-hidden="true" />
        {index}
      </span>
      <Slider
        value={logit}
        min={-range}
        max={range}
        step={range <= 10 ? 0.1 : range / 100}
        label={say('logits.slider', { i: index })}
        text={`${formatNumber(logit)}, ${say('logits.probability')} ${formatProbability(probability)}`}
        set={(value) => set(Number(value.toFixed(4)))}
      />
      <NumberField value={logit} label={say('logits.number', { i: index })} set={set} />
      <span class="bar" aria-hidden="true">
        <span class="fill" style={{ width: `${Math.max(0, Math.min(1, probability)) * 100}%` }} />
        {shown?.removedBy && <span class="tag">{say('logits.removed', { stage: say(`stage.${shown.removedBy}`) })}</span>}
      </span>
      <span class="probability" title={String(probability)}>
        {formatProbability(probability)}
      </span>
      <span class="truth">
        {several ? (
          <input
            type="checkbox"
            aria-label={`${name}: ${say('logits.truth')}`}
            checked={state.labels[index] ?? false}
            onChange={({ currentTarget: { checked } }) => change((now) => setLabel(now, index, checked))}
          />
        ) : (
          <input
            type="radio"
            name="target"
            aria-label={`${name}: ${say('logits.target')}`}
            checked={state.target === index}
            onChange={() => change((now) => ({ ...now, target: index }))}
          />
        )}
      </span>
      <button
        type="button"
        class="remove"
        aria-label={say('logits.remove', { i: index })}
        title={say('logits.remove', { i: index })}
        disabled={logits.length <= fewest(mode)}
        onClick={() => change((now) => removeClass(now, index))}
      >
        ×
      </button>
    </li>
  );
}

/** Σ and argmax for screen readers, once a slider has come to rest. */
function Announcement() {
  const { state, view, say } = useExplorer();
  const several = state.mode === 'multi-label';
  const largest = formatProbability(view.classes[view.argmax]?.probability ?? 0);
  const text = `${sumText(view, say, several)}, ${say('logits.argmax', { i: view.argmax, p: largest })}`;
  const [said, setSaid] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="unseen" role="status" aria-live="polite" data-announcement>
      {said}
    </p>
  );
}
