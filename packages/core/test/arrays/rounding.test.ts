import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { array, cast, type DType, floatInfo, roundTo, toBfloat16, toFloat16 } from '../../src/ndarray/index.ts';

/** A binary format, decoded from its bits by the definition of IEEE 754: sign, exponent field, fraction field. */
interface Format {
  readonly name: DType;
  readonly round: (x: number) => number;
  readonly fractionBits: number;
  readonly bias: number;
}

const formats: readonly Format[] = [
  { name: 'float16', round: toFloat16, fractionBits: 10, bias: 15 },
  { name: 'bfloat16', round: toBfloat16, fractionBits: 7, bias: 127 },
];

/** The finite non-negative values in ascending order, and the value that would follow if the exponent had no end. */
function valuesOf({ fractionBits, bias }: Format): { finite: number[]; beyond: number } {
  const decode = (bits: number): number => {
    const exponent = bits >> fractionBits;
    const fraction = bits & (2 ** fractionBits - 1);
    if (exponent === 0) return fraction * 2 ** (1 - bias - fractionBits);
    return (2 ** fractionBits + fraction) * 2 ** (exponent - bias - fractionBits);
  };
  const infinity = (2 * bias + 1) << fractionBits;
  return { finite: Array.from({ length: infinity }, (_, bits) => decode(bits)), beyond: decode(infinity) };
}

describe.each(formats)('$name', (format) => {
  const { finite, beyond } = valuesOf(format);
  const next = (i: number): number => finite[i + 1] ?? beyond;
  const rounded = (x: number): number => (x === beyond ? Infinity : x);

  test('every value stands for itself, with either sign', () => {
    for (const x of finite) {
      if (format.round(x) !== x || format.round(-x) !== -x) throw new Error(`${x} moved`);
    }
  });

  test('between two neighbours the nearer one is taken, and half-way the even one', () => {
    finite.forEach((low, i) => {
      const high = next(i);
      const middle = low + (high - low) / 2;
      const ulp = Math.max(middle * 2 ** -52, Number.MIN_VALUE);
      expect([format.round(middle - ulp), format.round(middle), format.round(middle + ulp)]).toEqual([
        low,
        rounded(i % 2 === 0 ? low : high),
        rounded(high),
      ]);
    });
  });

  test('zero keeps its sign, NaN and the infinities stay, too large becomes an infinity', () => {
    expect([0, -0, Number.NaN, Infinity, -Infinity, 1e300, -1e300].map(format.round)).toEqual([
      0,
      -0,
      Number.NaN,
      Infinity,
      -Infinity,
      Infinity,
      -Infinity,
    ]);
  });

  test('the limits are those of the format', () => {
    const info = floatInfo(format.name);
    expect(info?.max).toBe(finite.at(-1));
    expect(info?.smallestSubnormal).toBe(finite[1]);
    expect(info?.eps).toBe(next(finite.indexOf(1)) - 1);
    expect(info?.tiny).toBe(finite[2 ** format.fractionBits]);
  });
});

const dtypes: readonly DType[] = [
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
];

test('rounding is idempotent and monotone in float dtypes', () => {
  const floats = dtypes.filter((dtype) => floatInfo(dtype));
  fc.assert(
    fc.property(fc.constantFrom(...floats), fc.double({ noNaN: true }), fc.double({ noNaN: true }), (dtype, x, y) => {
      expect(roundTo(roundTo(x, dtype), dtype)).toBe(roundTo(x, dtype));
      if (x <= y) expect(roundTo(x, dtype)).toBeLessThanOrEqual(roundTo(y, dtype));
    }),
  );
});

test('casting there and back to a wider dtype changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1 }), fc.constantFrom(...dtypes), (bits, dtype) => {
      const a = array(bits, 'bool');
      expect(cast(cast(a, dtype), 'bool')).toEqual(a);
    }),
  );
});

test('what an integer dtype cannot hold is an error that names both', () => {
  expect(() => cast(array([Number.NaN]), 'int64')).toThrow('int64 cannot hold NaN');
  expect(() => cast(array([3e9]), 'int32')).toThrow('3000000000 is outside the range of int32');
  expect(() => array([2 ** 53], 'int64')).toThrow(RangeError);
});
