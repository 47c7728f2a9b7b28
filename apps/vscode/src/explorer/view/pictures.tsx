import { sigmoid, softmax } from '@softlens/core';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useExplorer } from './context.ts';
import {
  coldest,
  corners,
  hottest,
  type Point,
  pathOf,
  sigmoidCurve,
  simplexPath,
  simplexPoint,
  temperatureLines,
  temperatureX,
} from './curves.ts';
import { Section } from './fields.tsx';
import { shifted } from './model.ts';
import { formatNumber, formatProbability, subscript } from './number.ts';

export function Pictures() {
  const { state, say } = useExplorer();
  const isSimplex = state.mode === 'softmax' && state.logits.length === 3;
  return (
    <Section name="picture" heading={say('picture.heading')}>
      <div class="pictures">
        {isSimplex && <Simplex />}
        {state.mode !== 'softmax' && <Curve />}
        {state.mode !== 'multi-label' && <TemperatureChart />}
      </div>
    </Section>
  );
}

interface FigureProps {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly caption: string;
  readonly children: ComponentChildren;
}

function Figure({ width, height, title, caption, children }: FigureProps) {
  return (
    <figure>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
        <title>{title}</title>
        {children}
      </svg>
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}

/** About as wide as a narrow panel shows it, so that its words keep their size. */
const box = { width: 236, height: 140 };
const left = 34;
const top = 10;

/** The frame of a chart whose upright axis is a probability. */
function Grid({ children }: { readonly children: ComponentChildren }) {
  return (
    <g transform={`translate(${left} ${top})`}>
      {[0, 0.5, 1].map((p) => (
        <g key={p} class="grid">
          <line x1="0" x2={box.width} y1={(1 - p) * box.height} y2={(1 - p) * box.height} />
          <text x="-6" y={(1 - p) * box.height + 4} class="end">
            {p}
          </text>
        </g>
      ))}
      {children}
    </g>
  );
}

function TemperatureChart() {
  const { state, view, say } = useExplorer();
  const { temperature } = state;
  const logits = shifted(state);
  const key = logits.join();
  const lines = useMemo(() => temperatureLines(logits), [key]);
  const now = Array.from(softmax(logits, { temperature }));
  const x = temperatureX(temperature) * box.width;
  const values = view.classes.map((_, i) => `${i}: ${formatProbability(now[i] ?? Number.NaN)}`).join(', ');
  const ticks = [0.1, 1, 10].filter((t) => t > coldest && t < hottest);
  return (
    <Figure
      width={box.width + left + 14}
      height={box.height + 46}
      title={say('picture.temperature', { t: formatNumber(temperature), values })}
      caption={`p(T) · T = ${formatNumber(temperature)}`}
    >
      <Grid>
        {ticks.map((t) => (
          <g key={t} class="grid">
            <line x1={temperatureX(t) * box.width} x2={temperatureX(t) * box.width} y1="0" y2={box.height} />
            <text x={temperatureX(t) * box.width} y={box.height + 16} class="middle">
              {t === 1 ? 'T = 1' : t}
            </text>
          </g>
        ))}
        <text x="0" y={box.height + 32}>
          ← hardmax
        </text>
        <text x={box.width} y={box.height + 32} class="end">
          {say('picture.uniform')} →
        </text>
        {lines.map((line, i) => (
          <path key={i} class={`line color-${i % 6} dash-${Math.floor(i / 6) % 3}`} d={pathOf(line, box)} />
        ))}
        <line class="now" x1={x} x2={x} y1="0" y2={box.height} />
        {now.map((p, i) => (
          <circle key={i} class={`point color-${i % 6}`} cx={x} cy={(1 - p) * box.height} r="4" />
        ))}
      </Grid>
    </Figure>
  );
}

/** The logistic curve with a point for the difference of two logits, or for each label. */
function Curve() {
  const { state, view, say } = useExplorer();
  const { mode, temperature } = state;
  const logits = shifted(state);
  const [z0 = 0, z1 = 0] = logits;
  const scale = temperature === 0 ? 1 : temperature;
  const two = mode === 'two-class';
  const scores = (two ? [z1 - z0] : logits).map((z) => z / scale);
  const range = [6, 12, 24, 60, 120, 300].find((limit) => scores.every((z) => Math.abs(z) <= limit)) ?? 1000;
  const place = (z: number): Point => ({
    x: ((Math.max(-range, Math.min(range, z)) + range) / (2 * range)) * box.width,
    y: (1 - sigmoid(z)) * box.height,
  });
  const p1 = view.classes[1]?.probability ?? Number.NaN;
  const values = view.classes.map(({ probability }, i) => `${i}: ${formatProbability(probability)}`).join(', ');
  const title = two
    ? say('picture.sigmoid', { delta: formatNumber(z1 - z0), p: formatProbability(p1) })
    : say('picture.labels', { values });
  const delta = formatNumber(z1 - z0);
  // Names stand by turns on either side of the curve, so that those of neighbours do not meet.
  const isLeft = (i: number, x: number): boolean => x > 30 && (i % 2 === 0 || x > box.width - 30);
  return (
    <Figure
      width={box.width + left + 14}
      height={box.height + 46}
      title={title}
      caption={
        two
          ? `p₁ = σ(z₁ − z₀${temperature === 1 ? '' : ' / T'}) = σ(${formatNumber(scores[0] ?? 0)}) = ${formatProbability(p1)}`
          : 'pᵢ = σ(zᵢ)'
      }
    >
      <Grid>
        {[-range, -range / 2, 0, range / 2, range].map((z) => (
          <g key={z} class="grid">
            <line x1={place(z).x} x2={place(z).x} y1="0" y2={box.height} />
            <text x={place(z).x} y={box.height + 16} class="middle">
              {formatNumber(z)}
            </text>
          </g>
        ))}
        <text x={box.width} y={box.height + 32} class="end">
          {two ? `Δ = z₁ − z₀ = ${delta}` : 'z'}
        </text>
        <path class="line curve" d={pathOf(sigmoidCurve(range), box)} />
        {scores.map((z, i) => {
          const { x, y } = place(z);
          const color = two ? 1 : i % 6;
          return (
            <g key={i}>
              <path class="drop" d={`M${x} ${box.height}V${y}H0`} />
              <circle class={`point color-${color}`} cx={x} cy={y} r="5" />
              <text
                class="name"
                x={x + (isLeft(i, x) ? -9 : 9)}
                y={isLeft(i, x) ? y - 3 : y + 12}
                text-anchor={isLeft(i, x) ? 'end' : 'start'}
              >
                {two ? 'p₁' : `p${subscript(i)}`}
              </text>
            </g>
          );
        })}
      </Grid>
    </Figure>
  );
}

const side = 190;
const toPage = ({ x, y }: Point): Point => ({ x: x * side, y: y * side });

function Simplex() {
  const { state, view, say } = useExplorer();
  const p = view.classes.map(({ probability }) => probability);
  const at = toPage(simplexPoint(p));
  const outline = corners.map(toPage);
  const centre = toPage(simplexPoint([1 / 3, 1 / 3, 1 / 3]));
  const middles = [
    [0.5, 0.5, 0],
    [0, 0.5, 0.5],
    [0.5, 0, 0.5],
  ].map((point) => toPage(simplexPoint(point)));
  const labels = [
    { dx: -6, dy: 18, anchor: 'start' },
    { dx: 6, dy: 18, anchor: 'end' },
    { dx: 0, dy: -8, anchor: 'middle' },
  ] as const;
  const title = say('picture.simplex', { values: p.map(formatProbability).join(', ') });
  return (
    <Figure width={side + 60} height={226} title={title} caption={`p = (${p.map(formatProbability).join(', ')})`}>
      <g transform="translate(30 26)">
        <polygon class="triangle" points={outline.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {middles.map(({ x, y }) => (
          // Where the largest class changes.
          <line key={`${x}`} class="border" x1={centre.x} y1={centre.y} x2={x} y2={y} />
        ))}
        <path class="way" d={pathOf(simplexPath(shifted(state)), { width: side, height: side })} />
        {outline.map(({ x, y }, i) => (
          <g key={i}>
            <circle class={`corner color-${i}`} cx={x} cy={y} r="4" />
            <text class="name" x={x + (labels[i]?.dx ?? 0)} y={y + (labels[i]?.dy ?? 0)} text-anchor={labels[i]?.anchor}>
              {`p${subscript(i)} = ${formatProbability(p[i] ?? 0)}`}
            </text>
          </g>
        ))}
        <circle class={`point color-${view.argmax % 6}`} cx={at.x} cy={at.y} r="6" />
      </g>
    </Figure>
  );
}
