import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeOverlay } from "../../source/index.ts";

const map = fc.dictionary(
  fc.constantFrom("a", "b", "constructor"),
  fc.oneof(
    fc.integer(),
    fc.array(fc.integer(), { maxLength: 2 }),
    fc.constant(null),
    fc.dictionary(fc.constantFrom("x", "y"), fc.option(fc.integer())),
  ),
);

test("two overlays one after the other are idempotent, and no input changes", () => {
  fc.assert(
    fc.property(map, map, (base, overlay) => {
      const before = JSON.stringify([base, overlay]);
      const once = mergeOverlay(base, overlay);
      expect(mergeOverlay(once, overlay)).toEqual(once);
      expect(JSON.stringify([base, overlay])).toBe(before);
    }),
  );
});

test("an empty overlay changes nothing", () => {
  fc.assert(
    fc.property(map, (base) => {
      expect(mergeOverlay(base, {})).toEqual(base);
    }),
  );
});

test("a key named __proto__ stays a key", () => {
  const overlay: unknown = JSON.parse('{"__proto__":{"x":1}}');
  const merged = mergeOverlay({}, overlay);
  expect(Object.keys(merged as object)).toEqual(["__proto__"]);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
});
