import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";

describe("a part whose ground cannot be laid", () => {
  beforeAll(() => {
    throw new Error("no ground\n\nfor anything");
  });
  test("is skipped", () => {
    expect(1).toBe(1);
  });
});

test("a test", () => {
  expect({ a: 1 }).toEqual({ a: 2 });
});

test("a property", () => {
  fc.assert(
    fc.property(fc.constant(1), (value) => {
      expect(value).toBe(2);
    }),
  );
});

test("what passes", () => {
  expect(1).toBe(1);
});
