/** From a state to what the explorer shows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exploration } from '../../src/explorer/exploration.ts';
import { type ExplorerState, emptyState, modeOf, stateOf } from '../../src/explorer/state.ts';
import { chooseVector, removeClass, reset, setLogit, setMode, setTopK, toWrite } from '../../src/explorer/update.ts';
import { copyText } from '../../src/explorer/view/copy.ts';
import { simplexPoint, temperatureLines } from '../../src/explorer/view/curves.ts';
import { view } from '../../src/explorer/view/model.ts';
import { precisions } from '../../src/explorer/view/precision.ts';

const probabilities = (state: ExplorerState): number[] => view(state).classes.map(({ probability }) => probability);
const rounded = (state: ExplorerState): number[] => probabilities(state).map((p) => Number(p.toFixed(3)));

describe('the distribution', () => {
  test('moving one logit moves all probabilities, and they sum to 1', () => {
    expect(rounded(emptyState)).toEqual([0.659, 0.242, 0.099]);
    const moved = setLogit(emptyState, 2, 3);
    expect(rounded(moved)).toEqual([0.245, 0.09, 0.665]);
    expect(view(moved)).toMatchObject({ sumsToOne: true, argmax: 2 });
  });

  test('whatever the controls say, it sums to 1 and the largest logit stays the largest', () => {
    const logits = fc.array(
      fc.integer({ min: -500, max: 500 }).map((n) => n / 10),
      { minLength: 2, maxLength: 12 },
    );
    const control = fc.record({
      temperature: fc.double({ min: 0, max: 20, noNaN: true }),
      topP: fc.double({ min: 0, max: 1, noNaN: true }),
      topK: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
      shift: fc.integer({ min: -100, max: 100 }),
    });
    fc.assert(
      fc.property(logits, control, (z, controls) => {
        const shown = view({ ...emptyState, ...controls, logits: z });
        expect(shown.sumsToOne).toBe(true);
        expect(shown.classes[z.indexOf(Math.max(...z))]?.probability).toBe(
          Math.max(...shown.classes.map(({ probability }) => probability)),
        );
      }),
    );
  });

  test('a masked class keeps probability 0, and the sliders of the others their range', () => {
    const exploration: Exploration = {
      title: 'softmax',
      activation: 'softmax',
      vectors: [{ index: [], logits: [-1e9, 1, 0.5], infinite: true }],
      chosen: 0,
    };
    const origin = { title: 'softmax', label: 'a.py:1', uri: 'file:///a.py', offset: 0, recovered: false, stale: false };
    const state = stateOf({ ...origin, ...exploration, temperature: 1, mode: modeOf(exploration) }, undefined);
    expect(rounded(state)).toEqual([0, 0.622, 0.378]);
    expect(rounded({ ...state, temperature: 1000 })[0]).toBe(0);
    expect(state.range).toBe(5);
  });

  test('classes that are not shown are written back as they were, or nothing is', () => {
    const logits = Array.from({ length: 40 }, (_, i) => i);
    const written = { uri: 'file:///a.py', start: 0, text: '', elements: [] };
    const base = { title: 'softmax', label: 'a.py:1', uri: 'file:///a.py', offset: 0, recovered: false, stale: false };
    const origin = { ...base, temperature: 1, mode: 'softmax' as const, vectors: [{ index: [], logits, written }], chosen: 0 };
    const state = stateOf(origin, undefined);
    expect(toWrite(setLogit(state, 1, 9))).toEqual(logits.with(1, 9));
    expect(toWrite(removeClass(state, 1))).toBeUndefined();
  });

  test('of one class softmax leaves no choice', () => {
    const mode = modeOf({ title: 'softmax', activation: 'softmax', vectors: [{ index: [], logits: [3] }], chosen: 0 });
    expect(view({ ...emptyState, mode, logits: [3] })).toMatchObject({ sumsToOne: true, classes: [{ probability: 1 }] });
  });

  test('a constant added to all logits changes nothing but log-sum-exp, which it is added to', () => {
    const shifted = view({ ...emptyState, shift: 100 });
    expect(shifted.shiftEffect).toBeLessThan(1e-15);
    expect(shifted.measures.logSumExp - view(emptyState).measures.logSumExp).toBeCloseTo(100, 10);
  });

  test('temperature 0 is hardmax; a high one closes the gaps', () => {
    expect(probabilities({ ...emptyState, temperature: 0 })).toEqual([1, 0, 0]);
    const hot = probabilities({ ...emptyState, temperature: 1000 });
    expect(Math.max(...hot) - Math.min(...hot)).toBeLessThan(0.001);
  });

  test('top-k and top-p take classes out one after the other, and say which did', () => {
    const state = setTopK({ ...emptyState, logits: [3, 2.5, 1, 0], topP: 0.6 }, 3);
    expect(view(state).classes.map(({ removedBy }) => removedBy)).toEqual([undefined, undefined, 'top-p', 'top-k']);
    expect(view(state).stages.map(({ name }) => name)).toEqual(['logits', 'top-k', 'top-p', 'probabilities']);
  });

  test('the gradient is p − y, whatever a sampler would leave out', () => {
    const { classes } = view({ ...emptyState, target: 1, topK: 1 });
    for (const [i, { gradient, trained }] of classes.entries()) expect(gradient).toBeCloseTo(trained - (i === 1 ? 1 : 0), 14);
    expect(classes.map(({ trained }) => trained)).toEqual(probabilities(emptyState));
  });

  test('the odds of the two largest are e to their distance', () => {
    const { top } = view({ ...emptyState, logits: [1, 4, 2] }).measures;
    expect(top).toMatchObject({ first: 1, second: 2, margin: 2, odds: Math.exp(2) });
  });
});

describe('modes', () => {
  test('two classes lay the other logits aside, and other modes take them back', () => {
    const two = setMode(emptyState, 'two-class');
    expect(two.logits).toEqual([2, 1]);
    expect(setMode(two, 'softmax').logits).toEqual([2, 1, 0.1]);
  });

  test('one logit x becomes [0, x], whose class 1 has the probability sigmoid(x)', () => {
    const one: ExplorerState = { ...emptyState, mode: 'multi-label', logits: [1.2] };
    const two = setMode(one, 'two-class');
    expect(two.logits).toEqual([0, 1.2]);
    expect(probabilities(two)[1]).toBeCloseTo(probabilities(one)[0] ?? Number.NaN, 15);
  });

  test('labels stand on their own', () => {
    const state: ExplorerState = { ...emptyState, mode: 'multi-label', logits: [1.5, -0.3] };
    expect(probabilities(setLogit(state, 0, -9))[1]).toBe(probabilities(state)[1]);
    expect(view(state).sumsToOne).toBe(false);
  });
});

test('a two-class head and its sigmoid give one probability, at twice the parameters', () => {
  const { heads } = view(emptyState);
  expect(heads.sigmoid).toEqual({ weights: [1, 1.5, -0.5], bias: -0.5 });
  expect(heads.bySigmoid).toBeCloseTo(heads.bySoftmax, 15);
  expect(heads.softmaxParameters).toBe(2 * heads.sigmoidParameters);
  const other = view({ ...emptyState, head: { ...emptyState.head, form: 'sigmoid' } }).heads;
  expect(other.softmax.weights[0]).toEqual([0, 0, 0]);
  expect(other.bySoftmax).toBeCloseTo(other.bySigmoid, 15);
});

test('the naive formula breaks in float16 and float32 where the stable one does not', () => {
  const [half, single] = precisions([100, 101, 102], 0);
  for (const one of [half, single]) {
    expect(one?.naive).toContainEqual(Number.NaN);
    expect(one?.stable.every(Number.isFinite)).toBe(true);
    expect(one?.stableLoss).toBeCloseTo(2.4076, 2);
  }
});

describe('pictures', () => {
  test('certainty is a corner of the triangle, and even odds are its centre', () => {
    expect(simplexPoint([0, 1, 0])).toEqual({ x: 1, y: Math.sqrt(3) / 2 });
    const centre = simplexPoint([1 / 3, 1 / 3, 1 / 3]);
    expect(centre.x).toBeCloseTo(0.5, 12);
    expect(centre.y).toBeCloseTo(Math.sqrt(3) / 3, 12);
  });

  test('with the temperature the lines meet', () => {
    const ends = temperatureLines([2, 1, 0.1]).map((line) => line.at(-1)?.y ?? 0);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.04);
  });
});

describe('the controls', () => {
  test('removing a class keeps the true class on the one that it was', () => {
    expect(removeClass({ ...emptyState, target: 2 }, 0)).toMatchObject({ logits: [1, 0.1], target: 1 });
  });

  test('sliders widen for a large logit, and do not narrow under the pointer', () => {
    const wide = setLogit(emptyState, 0, 30);
    expect(wide.range).toBe(50);
    expect(setLogit(wide, 0, 1).range).toBe(50);
  });

  test('reset and the choice of a row go back to what the source has', () => {
    const origin = {
      title: 'softmax',
      label: 'a.py:1',
      uri: 'file:///a.py',
      offset: 0,
      recovered: false,
      mode: 'two-class' as const,
      temperature: 1,
      chosen: 0,
      vectors: [
        { index: [0], logits: [1, 2] },
        { index: [1], logits: [3, 4] },
      ],
      stale: false,
    };
    const state = { ...emptyState, origin, logits: [9, 9] };
    expect(reset(state).logits).toEqual([1, 2]);
    expect(chooseVector(state, 1)).toMatchObject({ logits: [3, 4], mode: 'two-class', origin: { chosen: 1 } });
  });
});

test('JSON holds the numbers that are shown, and Markdown a row for each class', () => {
  const shown = view(emptyState);
  expect(JSON.parse(copyText(emptyState, shown, 'json'))).toMatchObject({ logits: [2, 1, 0.1], argmax: 0, sum: 1 });
  expect(copyText(emptyState, shown, 'markdown').trim().split('\n')).toHaveLength(5);
  expect(copyText(emptyState, shown, 'python')).toContain('probs = softmax(logits)');
});
