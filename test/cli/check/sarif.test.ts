import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

// The schema as the standard publishes it:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
const published = z.fromJSONSchema(
  JSON.parse(
    readFileSync(join(import.meta.dirname, "sarif-schema-2.1.0.json"), "utf8"),
    // Zod takes a reference, which may be relative, for a whole address.
    (key, value: unknown) => (key === "format" && value === "uri-reference" ? undefined : value),
  ) as Parameters<typeof z.fromJSONSchema>[0],
);

const place = z.looseObject({ artifactLocation: z.looseObject({ uri: z.string() }) });

/** What the tests look at. */
const log = z.looseObject({
  runs: z.array(
    z.looseObject({
      tool: z.looseObject({
        driver: z.looseObject({ rules: z.array(z.looseObject({ id: z.string() })) }),
      }),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          ruleIndex: z.number(),
          kind: z.string(),
          level: z.string(),
          locations: z.array(z.looseObject({ physicalLocation: place.optional() })).optional(),
        }),
      ),
    }),
  ),
});

const route = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - timeout: soon
      route: [{ destination: { host: crat }, weight: 90 }, { destination: { host: "c:art" } }]
`;

test.each([
  ["findings of rules and of the reader", `a: [1\n---\n${route}`],
  ["nothing to say", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, namespace: shop }\n"],
])("SARIF with %s has the form of the standard", async (_, text) => {
  const cwd = temporaryFiles({ "a file #1.yaml": text });
  const { stdout } = await runHeddle(["check", "a file #1.yaml", "-f", "sarif"], { cwd });
  const { runs } = log.parse(published.parse(JSON.parse(stdout)));
  expect(runs).toHaveLength(1);
  for (const { tool, results } of runs) {
    const { rules } = tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(results.length > 0).toBe(text.includes("crat"));
    for (const each of results) {
      // "If kind is not fail, level shall be none" (3.27.10), and the index must be that of the rule (3.27.6).
      if (each.kind !== "fail") expect(each.level).toBe("none");
      expect(rules[each.ruleIndex]?.id).toBe(each.ruleId);
      const uris = (each.locations ?? []).flatMap(
        ({ physicalLocation: at }) => at?.artifactLocation.uri ?? [],
      );
      for (const uri of uris) expect(uri).toBe("a%20file%20%231.yaml");
    }
  }
});

test("the schema refuses a word that the standard does not have", async () => {
  const cwd = temporaryFiles({ "a.yaml": route });
  const { stdout } = await runHeddle(["check", "a.yaml", "-f", "sarif"], { cwd });
  const wrong = stdout.replaceAll('"level": "error"', '"level": "fatal"');
  expect(wrong).not.toBe(stdout);
  expect(published.safeParse(JSON.parse(wrong)).success).toBe(false);
});
