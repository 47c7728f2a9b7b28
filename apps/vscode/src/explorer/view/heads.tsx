import type { Head } from '../state.ts';
import { editHead } from '../update.ts';
import { useExplorer } from './context.ts';
import { NumberField, Section } from './fields.tsx';
import { formatNumber } from './number.ts';

/** The same two-class layer in both forms: one is edited, the other follows. */
export function Heads() {
  const { state, view, say, change } = useExplorer();
  const { head, features } = state;
  const { heads } = view;
  const edits = head.form === 'softmax';
  const [w0 = [], w1 = []] = heads.softmax.weights;
  const [b0 = 0, b1 = 0] = heads.softmax.bias;
  const edit = (next: Partial<Head>): void => change((now) => editHead(now, next));
  // What is shown becomes what is edited, so that nothing jumps.
  const choose = (form: Head['form']): void =>
    edit({ form, softmax: { weights: [w0, w1], bias: [b0, b1] }, sigmoid: heads.sigmoid });
  const row = (which: 0 | 1, i: number, value: number): void => {
    const weights = [w0, w1] as const;
    const changed = weights[which].with(i, value);
    edit({ softmax: { ...head.softmax, weights: which === 0 ? [changed, w1] : [w0, changed] } });
  };
  return (
    <Section name="heads" heading={say('heads.heading')}>
      <p>{say('heads.intro')}</p>
      <div class="modes" role="radiogroup" aria-label={say('heads.form')}>
        {(['softmax', 'sigmoid'] as const).map((form) => (
          <label key={form} class="mode">
            <input type="radio" name="form" checked={head.form === form} onChange={() => choose(form)} />
            <span>{say('heads.edit', { form: say(`heads.form.${form}`) })}</span>
          </label>
        ))}
      </div>
      <div class="scroll">
        <table class="weights">
          <thead>
            <tr>
              <td />
              {w0.map((_, i) => (
                <th key={i} scope="col">
                  {i}
                </th>
              ))}
              <th scope="col">{say('heads.bias')}</th>
            </tr>
          </thead>
          <tbody>
            <Weights
              name="w₀"
              values={w0}
              bias={b0}
              editable={edits}
              set={(i, value) => row(0, i, value)}
              setBias={(value) => edit({ softmax: { ...head.softmax, bias: [value, b1] } })}
            />
            <Weights
              name="w₁"
              values={w1}
              bias={b1}
              editable={edits}
              set={(i, value) => row(1, i, value)}
              setBias={(value) => edit({ softmax: { ...head.softmax, bias: [b0, value] } })}
            />
            <Weights
              name={edits ? 'w = w₁ − w₀' : 'w'}
              values={heads.sigmoid.weights}
              bias={heads.sigmoid.bias}
              editable={!edits}
              set={(i, value) => edit({ sigmoid: { ...head.sigmoid, weights: head.sigmoid.weights.with(i, value) } })}
              setBias={(value) => edit({ sigmoid: { ...head.sigmoid, bias: value } })}
            />
            <Weights
              name={say('heads.input')}
              values={head.input}
              editable
              set={(i, value) => edit({ input: head.input.with(i, value) })}
            />
          </tbody>
        </table>
      </div>
      <p>
        <strong>{say('heads.same', { a: formatNumber(heads.bySoftmax), b: formatNumber(heads.bySigmoid) })}</strong>
      </p>
      <div class="count">
        <span>{say('heads.parameters')}</span>
        <NumberField
          value={features}
          label={say('heads.parameters')}
          min={1}
          step={1}
          set={(value) => change((now) => ({ ...now, features: Math.round(value) }))}
        />
        <span class="hint">{say('heads.count', { two: heads.softmaxParameters, one: heads.sigmoidParameters })}</span>
      </div>
    </Section>
  );
}

interface WeightsProps {
  readonly name: string;
  readonly values: readonly number[];
  readonly bias?: number;
  readonly editable: boolean;
  readonly set: (index: number, value: number) => void;
  readonly setBias?: (value: number) => void;
}

function Weights({ name, values, bias, editable, set, setBias }: WeightsProps) {
  const { say } = useExplorer();
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, i) => (
        <td key={i}>
          {editable ? (
            <NumberField value={value} label={say('heads.weight', { row: name, i })} set={(next) => set(i, next)} />
          ) : (
            formatNumber(value)
          )}
        </td>
      ))}
      <td>
        {bias !== undefined &&
          (editable && setBias ? (
            <NumberField value={bias} label={`${name}, ${say('heads.bias')}`} set={setBias} />
          ) : (
            formatNumber(bias)
          ))}
      </td>
    </tr>
  );
}
