import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDuration, printDuration } from "../../model/index.ts";

describe("durations", () => {
  test.each([
    ["250ms", 250],
    ["2s", 2_000],
    ["1m30s", 90_000],
    ["1h", 3_600_000],
    ["1h2m3s4ms", 3_723_004],
    ["0ms", 0],
    ["90s", 90_000],
    ["5m", 300_000],
    ["5ms", 5],
  ])("%s is %d milliseconds", (text, value) => {
    expect(parseDuration(text)).toBe(value);
  });

  test.each([
    "",
    "2",
    "s",
    "2 s",
    "1.5s",
    "-1s",
    "1s1m",
    "1s1s",
    "2S",
    "1d",
    " 2s",
    "99999999999999999h",
  ])("%j is none", (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test("what is printed reads back to the same value", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
        expect(parseDuration(printDuration(value))).toBe(value);
      }),
    );
  });

  test("any text is read or refused, never thrown over", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const value = parseDuration(text);
        expect(value === undefined || (Number.isSafeInteger(value) && value >= 0)).toBe(true);
      }),
    );
  });
});
