import { useExplorer } from './context.ts';
import { Section } from './fields.tsx';
import { shifted } from './model.ts';
import { formatNumber, formatProbability } from './number.ts';
import { labelPrecisions, type Precision, precisions } from './precision.ts';

export function PrecisionTable() {
  const { state, say, change } = useExplorer();
  return (
    <Section name="precision" heading={say('precision.heading')}>
      <Table />
      {state.shift === 0 && (
        <button type="button" class="link" onClick={() => change((now) => ({ ...now, shift: 100 }))}>
          {say('precision.try')}
        </button>
      )}
    </Section>
  );
}

/** Only made when it is seen. */
function Table() {
  const { state, say } = useExplorer();
  const several = state.mode === 'multi-label';
  const logits = shifted(state);
  const label = several ? Math.max(0, state.labels.indexOf(true)) : state.target;
  const rows = several ? labelPrecisions(logits, label) : precisions(logits, label);
  const limit = (dtype: string): string => formatNumber(rows.find((row) => row.dtype === dtype)?.limit ?? Number.NaN, 3);
  return (
    <>
      <p>
        {several ? say('precision.intro.labels') : say('precision.intro', { half: limit('float16'), single: limit('float32') })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard (WCAG 2.1.1) */}
      <section class="scroll" aria-label={say('precision.heading')} tabIndex={0}>
        <table class="precision-table">
          <thead>
            <tr>
              <th scope="col">{say('precision.dtype')}</th>
              <th scope="col">{say('precision.naive')}</th>
              <th scope="col">{say('precision.stable')}</th>
              <th scope="col">{say('precision.loss', { i: label })}</th>
              <th scope="col">{say('precision.stable-loss')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.dtype}>
                <th scope="row">{row.dtype}</th>
                <Cell broken={isBroken(row)}>{list(row.naive)}</Cell>
                <Cell>{list(row.stable)}</Cell>
                <Cell broken={!Number.isFinite(row.naiveLoss) && Number.isFinite(row.stableLoss)}>
                  {formatNumber(row.naiveLoss)}
                </Cell>
                <Cell>{formatNumber(row.stableLoss)}</Cell>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function Cell({ broken = false, children }: { readonly broken?: boolean; readonly children: string }) {
  const { say } = useExplorer();
  return (
    <td class={broken ? 'broken' : ''}>
      {broken && (
        <span role="img" aria-label={say('precision.broken')}>
          ✗{' '}
        </span>
      )}
      {children}
    </td>
  );
}

/** Not a number, or nothing where there is something. */
function isBroken({ naive, stable }: Precision): boolean {
  return naive.some((p, i) => Number.isNaN(p) || (p === 0 && (stable[i] ?? 0) > 1e-7) || Math.abs(p - (stable[i] ?? 0)) > 0.01);
}

const shownClasses = 3;

function list(values: readonly number[]): string {
  const more = values.length > shownClasses ? ', …' : '';
  return `[${values.slice(0, shownClasses).map(formatProbability).join(', ')}${more}]`;
}
