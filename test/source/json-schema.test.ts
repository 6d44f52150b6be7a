import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { environmentJsonSchema, meshJsonSchema } from "../../source/json-schema.ts";

const root = resolve(import.meta.dirname, "../..");

describe.each([
  ["mesh", meshJsonSchema],
  ["environment", environmentJsonSchema],
] as const)("schemas/%s.schema.json", (name, schema) => {
  test("is the one that the code makes; `npx heddle schema --write schemas` brings it up to date", () => {
    const text = readFileSync(resolve(root, `schemas/${name}.schema.json`), "utf8");
    expect(JSON.parse(text)).toEqual(schema());
  });
});

describe("the schemas decide like the parser", () => {
  const mesh = z.fromJSONSchema(meshJsonSchema());
  const environment = z.fromJSONSchema(environmentJsonSchema());
  const data = (file: string): unknown => parse(readFileSync(resolve(root, file), "utf8"));

  test("the shop and its environments fit", () => {
    expect(mesh.safeParse(data("mesh.yaml")).error?.issues).toBeUndefined();
    for (const name of ["dev", "prod"]) {
      const result = environment.safeParse(data(`environments/${name}.yaml`));
      expect(result.error?.issues).toBeUndefined();
    }
  });

  test.each([
    [{ name: "shop" }],
    [{ name: "Shop", trust: { domain: "a.example" }, services: {} }],
    [{ name: "shop", trust: { domain: "a.example" }, services: { web: { prot: 1 } } }],
    [{ name: "shop", trust: { domain: "a.example" }, services: { web: { port: 0 } } }],
  ])("%j is no mesh", (input) => {
    expect(mesh.safeParse(input).success).toBe(false);
  });

  test.each([
    [{ name: "shop" }],
    [{ trust: { domain: "a.example" } }],
    [{ services: { web: { port: "1" } } }],
  ])("%j is no environment", (input) => {
    expect(environment.safeParse(input).success).toBe(false);
  });

  test("an environment may be partial and may remove", () => {
    const input = {
      services: { web: { calls: { cart: null } }, cart: null },
      rules: { "a/b": "off" },
    };
    expect(environment.safeParse(input).error?.issues).toBeUndefined();
  });
});
