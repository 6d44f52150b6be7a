import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, listOf, mapOf, onlyFieldsOf } from "../../model/schema/as-written.ts";
import { whole } from "../../graph/kinds/fields.ts";

const text = z.string().optional();
const name = z.string().max(4, { error: "a short name" });
const only = { error: () => "name, flag" };
const shape = {
  name: text,
  count: whole,
  must: z.string(),
};

const ours = fieldsOf({
  ...shape,
  filled: fieldsOf({ name: text }).prefault({}),
  inner: fieldsOf({ name: text, flag: z.boolean().nullish() }).nullish(),
  list: listOf(fieldsOf({ count: whole }).optional()).optional(),
  map: mapOf(whole).optional(),
  strict: onlyFieldsOf({ name: text, flag: z.boolean(), other: z.unknown() }, only).optional(),
  named: mapOf(onlyFieldsOf({ name: text }, only), { name, error: () => "a map" }).optional(),
});

const theirs = z.looseObject({
  ...shape,
  filled: z.looseObject({ name: text }).prefault({}),
  inner: z.looseObject({ name: text, flag: z.boolean().nullish() }).nullish(),
  list: z.array(z.looseObject({ count: whole }).optional()).optional(),
  map: z.record(z.string(), whole).optional(),
  strict: z.strictObject({ name: text, flag: z.boolean(), other: z.unknown() }, only).optional(),
  named: z.record(name, z.strictObject({ name: text }, only), { error: "a map" }).optional(),
});

const keys = [
  "name",
  "count",
  "must",
  "filled",
  "inner",
  "list",
  "map",
  "flag",
  "other",
  "strict",
  "named",
];
const { value: values } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom("some", "12", 12, true, null, undefined),
    fc.dictionary(fc.constantFrom(...keys), tie("value")),
    fc.array(tie("value"), { maxLength: 3 }),
  ),
}));

describe("types that read values as they are written", () => {
  test("accept what those of zod accept, and say the same of the rest", () => {
    const inputs = fc.record(
      {
        must: fc.constantFrom("some", 1),
        inner: values,
        list: values,
        map: values,
        count: values,
        strict: values,
        named: values,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(inputs, values), (input) => {
        const [own, zods] = [ours.safeParse(input), theirs.safeParse(input)];
        expect(own.data).toEqual(zods.data);
        expect(own.error?.issues).toEqual(zods.error?.issues);
      }),
      { numRuns: 2000 },
    );
  });

  test("give back what needs no change", () => {
    const input = { must: "some", filled: {}, list: [{ count: 1 }], map: { a: 1 }, other: [1] };
    expect(ours.parse(input)).toBe(input);
  });

  test("leave what they are given as it is", () => {
    const input = { must: "some", filled: {}, list: [{ count: "1" }, {}], map: { a: "2" } };
    const before = structuredClone(input);
    const read = ours.parse(input);
    expect(input).toEqual(before);
    expect(read).toEqual({ ...input, list: [{ count: 1 }, {}], map: { a: 2 } });
  });
});
