import { useExplorer } from './context.ts';
import { Section } from './fields.tsx';
import { formatNumber, formatProbability } from './number.ts';

/** A row for each class, a column for each step between its logit and its probability. */
export function Stages() {
  const { state, view, say } = useExplorer();
  const { stages } = view;
  const several = state.mode === 'multi-label';
  return (
    <Section name="stages" heading={say('stages.heading')}>
      <div class="scroll">
        <table class="stages-table">
          <thead>
            <tr>
              <th scope="col">i</th>
              {stages.map(({ name }) => (
                <th key={name} scope="col">
                  {say(`stage.${name}`)}
                </th>
              ))}
              {!several && <th scope="col">hardmax</th>}
            </tr>
          </thead>
          <tbody>
            {view.classes.map(({ hardmax }, i) => (
              <tr key={i}>
                <th scope="row">{i}</th>
                {stages.map(({ name, values }) => {
                  const value = values[i] ?? Number.NaN;
                  return (
                    <td key={name} class={value === -Infinity ? 'gone' : ''}>
                      {name === 'probabilities' ? formatProbability(value) : formatNumber(value)}
                    </td>
                  );
                })}
                {!several && <td>{hardmax}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!several && state.temperature === 0 && <p class="hint">{say('stages.limit')}</p>}
    </Section>
  );
}
