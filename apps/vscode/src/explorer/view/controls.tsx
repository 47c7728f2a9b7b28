import { setTopK } from '../update.ts';
import { useExplorer } from './context.ts';
import { NumberField, Slider } from './fields.tsx';
import { formatNumber } from './number.ts';

/** Even steps of the slider are even factors of T: from 0.05 to 20, with 0 at its left end. */
const temperatureSteps = 100;
const toStep = (t: number): number =>
  t <= 0 ? 0 : Math.min(temperatureSteps, Math.max(1, 1 + ((temperatureSteps - 1) * Math.log(t / 0.05)) / Math.log(400)));
const fromStep = (step: number): number =>
  step <= 0 ? 0 : Number((0.05 * 400 ** ((step - 1) / (temperatureSteps - 1))).toPrecision(2));

export function Controls() {
  const { state, say, change } = useExplorer();
  const { temperature, topK, topP, shift, logits, mode } = state;
  const several = mode === 'multi-label';
  const cold = temperature === 0 ? ` (${say('control.temperature.zero')})` : '';
  return (
    <section class="controls" aria-label={say('control.heading')}>
      <div class="control">
        <span class="label">{say('control.temperature')}</span>
        <Slider
          value={toStep(temperature)}
          min={0}
          max={temperatureSteps}
          step={1}
          label={say('control.temperature')}
          text={formatNumber(temperature) + cold}
          set={(step) => change((now) => ({ ...now, temperature: fromStep(step) }))}
          describedBy="hint-temperature"
        />
        <NumberField
          value={temperature}
          label={say('control.temperature')}
          min={0}
          step={0.1}
          set={(value) => change((now) => ({ ...now, temperature: value }))}
        />
        <span class="hint" id="hint-temperature">
          {temperature === 0 && <strong>{say('control.temperature.zero')} · </strong>}
          {say('control.temperature.hint')}
        </span>
      </div>
      <div class="control">
        <span class="label">{say('control.shift')}</span>
        <Slider
          value={shift}
          min={-100}
          max={100}
          step={1}
          label={say('control.shift')}
          text={formatNumber(shift)}
          set={(value) => change((now) => ({ ...now, shift: value }))}
          describedBy="hint-shift"
        />
        <NumberField
          value={shift}
          label={say('control.shift')}
          step={1}
          set={(value) => change((now) => ({ ...now, shift: value }))}
        />
        <span class="hint" id="hint-shift">
          {say(several ? 'control.shift.sigmoid' : 'control.shift.softmax')}
        </span>
      </div>
      {mode === 'softmax' && (
        <>
          <div class="control">
            <span class="label">{say('control.top-k')}</span>
            <Slider
              value={topK ?? logits.length}
              min={1}
              max={logits.length}
              step={1}
              label={say('control.top-k')}
              text={topK === null ? say('control.all') : String(topK)}
              set={(k) => change((now) => setTopK(now, k))}
              describedBy="hint-top-k"
            />
            <span class="value">{topK ?? say('control.all')}</span>
            <span class="hint" id="hint-top-k">
              {say('control.top-k.hint')}
            </span>
          </div>
          <div class="control">
            <span class="label">{say('control.top-p')}</span>
            <Slider
              value={topP}
              min={0}
              max={1}
              step={0.01}
              label={say('control.top-p')}
              text={topP >= 1 ? say('control.all') : formatNumber(topP)}
              set={(value) => change((now) => ({ ...now, topP: value }))}
              describedBy="hint-top-p"
            />
            <span class="value">{topP >= 1 ? say('control.all') : formatNumber(topP)}</span>
            <span class="hint" id="hint-top-p">
              {say('control.top-p.hint')}
            </span>
          </div>
        </>
      )}
    </section>
  );
}
