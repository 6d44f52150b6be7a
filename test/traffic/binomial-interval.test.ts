import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialInterval } from "../../bench/traffic/binomial-interval.ts";

/** Exact chance of each count, scaled by `of ** trials`, in whole numbers. */
function exactWeights(trials: number, part: number, of: number): bigint[] {
  const weights: bigint[] = [];
  let choose = 1n;
  for (let count = 0; count <= trials; count += 1) {
    weights.push(
      choose * BigInt(part) ** BigInt(count) * BigInt(of - part) ** BigInt(trials - count),
    );
    choose = (choose * BigInt(trials - count)) / BigInt(count + 1);
  }
  return weights;
}

function sum(weights: readonly bigint[]): bigint {
  return weights.reduce((total, weight) => total + weight, 0n);
}

const small = fc.record({
  trials: fc.integer({ min: 1, max: 80 }),
  percent: fc.integer({ min: 1, max: 99 }),
  confidence: fc.constantFrom(0.5, 0.9, 0.99, 0.999, 0.999999),
});

test("each tail holds at most half of the error, and one count more would be too much", () => {
  fc.assert(
    fc.property(small, ({ trials, percent, confidence }) => {
      const { low, high } = binomialInterval(trials, percent / 100, confidence);
      const weights = exactWeights(trials, percent, 100);
      // A millionth of slack for the floating point numbers of the implementation.
      const share = (part: readonly bigint[]): number => {
        const scaled = (sum(part) * 10n ** 15n) / 100n ** BigInt(trials);
        return Number(scaled) / 1e15;
      };
      const half = (1 - confidence) / 2;
      expect(share(weights.slice(0, low))).toBeLessThanOrEqual(half * (1 + 1e-6));
      expect(share(weights.slice(high + 1))).toBeLessThanOrEqual(half * (1 + 1e-6));
      expect(share(weights.slice(0, low + 1))).toBeGreaterThan(half * (1 - 1e-6) - 1e-14);
      expect(share(weights.slice(high))).toBeGreaterThan(half * (1 - 1e-6) - 1e-14);
    }),
  );
});

test("the interval of the other outcome is the mirror image", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 0, max: 64 }),
      (trials, part) => {
        // Sixty-fourths, so that 1 - p is exact.
        const one = binomialInterval(trials, part / 64, 0.999);
        const other = binomialInterval(trials, 1 - part / 64, 0.999);
        expect(other).toEqual({ low: trials - one.high, high: trials - one.low });
      },
    ),
  );
});

test("more confidence never narrows it, and it holds the mean", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (trials, probability) => {
        const narrow = binomialInterval(trials, probability, 0.9);
        const wide = binomialInterval(trials, probability, 0.999);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
        expect(narrow.low).toBeLessThanOrEqual(Math.ceil(trials * probability));
        expect(narrow.high).toBeGreaterThanOrEqual(Math.floor(trials * probability));
        expect(wide.low).toBeGreaterThanOrEqual(0);
        expect(wide.high).toBeLessThanOrEqual(trials);
      },
    ),
  );
});

test("edges and known values", () => {
  expect(binomialInterval(2000, 0, 0.999)).toEqual({ low: 0, high: 0 });
  expect(binomialInterval(2000, 1, 0.999)).toEqual({ low: 2000, high: 2000 });
  expect(binomialInterval(0, 0.5, 0.999)).toEqual({ low: 0, high: 0 });
  // Ten coins: 2 to 8 heads at 95 %, the textbook case.
  expect(binomialInterval(10, 0.5, 0.95)).toEqual({ low: 2, high: 8 });
  for (const wrong of [NaN, -0.1, 1.1])
    expect(() => binomialInterval(1, wrong, 0.9)).toThrow(RangeError);
  for (const wrong of [NaN, -1, 0.5])
    expect(() => binomialInterval(wrong, 0.5, 0.9)).toThrow(RangeError);
  for (const wrong of [NaN, 0, 1])
    expect(() => binomialInterval(1, 0.5, wrong)).toThrow(RangeError);
});
