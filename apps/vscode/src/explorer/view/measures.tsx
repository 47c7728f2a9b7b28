import { useExplorer } from './context.ts';
import { Section } from './fields.tsx';
import { formatNumber, formatProbability, subscript } from './number.ts';

export function Measures() {
  const { state, view, say } = useExplorer();
  const { measures } = view;
  const { top } = measures;
  const several = state.mode === 'multi-label';
  const share = `${Math.round((100 * measures.entropy) / (measures.entropyLimit || 1))}%`;
  return (
    <Section name="measures" heading={say('measures.heading')}>
      <div class="measures-grid">
        <dl>
          <Row
            name={say('measure.entropy')}
            value={say('measure.entropy.value', {
              nats: formatNumber(measures.entropy),
              bits: formatNumber(measures.entropyBits),
            })}
            note={say('measure.entropy.of', { share, limit: formatNumber(measures.entropyLimit) })}
          />
          {!several && (
            <Row name={say('measure.perplexity')} value={formatNumber(measures.perplexity)} note={say('measure.perplexity.of')} />
          )}
          {top && (
            <>
              <Row
                name={say('measure.margin')}
                value={formatNumber(top.margin)}
                note={say('measure.margin.of', { a: subscript(top.first), b: subscript(top.second) })}
              />
              <Row
                name={say('measure.odds')}
                value={formatNumber(top.odds)}
                note={say('measure.odds.of', { a: subscript(top.first), b: subscript(top.second) })}
              />
            </>
          )}
          {!several && <Row name={say('measure.lse')} value={formatNumber(measures.logSumExp)} note={say('measure.lse.of')} />}
          <Row
            name={say('measure.loss')}
            value={formatNumber(view.loss)}
            note={several ? say('measure.loss.labels') : say('measure.loss.of', { i: state.target })}
          />
        </dl>
        <Gradient />
      </div>
    </Section>
  );
}

function Row({ name, value, note }: { readonly name: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong> <span class="hint">{note}</span>
      </dd>
    </div>
  );
}

/** How far and which way training pushes each logit. */
function Gradient() {
  const { state, view, say } = useExplorer();
  const several = state.mode === 'multi-label';
  return (
    <div class="gradient">
      <h3>{say('gradient.heading')}</h3>
      <table>
        <tbody>
          {view.classes.map(({ gradient, trained, isTarget }, i) => (
            <tr key={i} class={`color-${i % 6}`}>
              <th scope="row">{i}</th>
              <td class="term">
                {formatProbability(trained)} − {isTarget ? 1 : 0}
              </td>
              <td class="both-ways" aria-hidden="true">
                <span
                  class="fill"
                  style={{ left: `${50 + Math.min(0, gradient) * 50}%`, width: `${Math.min(1, Math.abs(gradient)) * 50}%` }}
                />
              </td>
              <td class="number">{signed(gradient)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{say(several ? 'gradient.hint.labels' : 'gradient.hint')}</p>
    </div>
  );
}

/** With as many decimals as the probabilities above. */
function signed(x: number): string {
  const sign = x > 0 ? '+' : x < 0 ? '\u2212' : '';
  return `${sign}${formatProbability(Math.abs(x))}`;
}
