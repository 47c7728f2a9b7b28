/**
 * Normal numbers as NumPy's `Generator.standard_normal` draws them. G. Marsaglia, W. W. Tsang: The ziggurat method for generating random
 * variables (Journal of Statistical Software 5, 2000), with 256 layers.
 */
import { exp, log } from '@softlens/core';

/** Where the last layer ends, the area of a layer, and what a layer's numbers are counted in. */
const end = 3.654152885361009;
const area = 0.004928673233974652;
const parts = 2 ** 52;

interface Layers {
  /** Below this many parts a point lies under the curve. */
  readonly sure: Float64Array;
  /** The width of a part. */
  readonly width: Float64Array;
  /** The curve's height at the layer's end. */
  readonly height: Float64Array;
}

let layers: Layers | undefined;

/** In the operations of the authors' program, in float64, from the outermost layer inwards. */
function buildLayers(): Layers {
  const [sure, width, height] = [new Float64Array(256), new Float64Array(256), new Float64Array(256)];
  let x = end;
  let y = exp(-0.5 * x * x);
  width[255] = x / parts;
  height[255] = y;
  sure[0] = Math.floor(((x * y) / area) * parts);
  width[0] = area / y / parts;
  height[0] = 1;
  for (let i = 254; i > 0; i--) {
    const inner = Math.sqrt(-2 * log(area / x + y));
    sure[i + 1] = halfToEven((inner / x) * parts);
    x = inner;
    // NumPy's table was made with an exponential that is one unit in the last place higher here; the layers within follow it.
    y = i === 38 ? 0.6773880362187735 : exp(-0.5 * x * x);
    width[i] = x / parts;
    height[i] = y;
  }
  return { sure, width, height };
}

function halfToEven(x: number): number {
  const whole = Math.floor(x);
  const rest = x - whole;
  return rest > 0.5 || (rest === 0.5 && whole % 2 === 1) ? whole + 1 : whole;
}

export function zigguratNormal(next64: () => bigint, random: () => number): number {
  layers ??= buildLayers();
  for (;;) {
    const word = next64();
    const layer = Number(word & 0xffn);
    const sign = (word >> 8n) & 1n ? -1 : 1;
    const bits = Number((word >> 9n) & 0xfffffffffffffn);
    const x = sign * bits * (layers.width[layer] as number);
    if (bits < (layers.sure[layer] as number)) return x;
    if (layer === 0) return tail(bits, random);
    const [outer, inner] = [layers.height[layer - 1] as number, layers.height[layer] as number];
    if ((outer - inner) * random() + inner < exp(-0.5 * x * x)) return x;
  }
}

/** Beyond the last layer. */
function tail(bits: number, random: () => number): number {
  for (;;) {
    const x = -(1 / end) * log(1 - random());
    const y = -log(1 - random());
    if (y + y > x * x) return Math.floor(bits / 256) % 2 === 1 ? -(end + x) : end + x;
  }
}
