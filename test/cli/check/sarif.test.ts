import { expect, test } from "vitest";
import { z } from "zod";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

// The parts of the standard's schema that are used, with its own limits. All objects are closed, so that a word that the
// standard does not have is a fault.
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json
const message = z.strictObject({ text: z.string().min(1) });
const level = z.enum(["none", "note", "warning", "error"]);
const rule = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1).optional(),
  shortDescription: message,
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({ tags: z.array(z.string()) }),
});
const physicalLocation = z.strictObject({
  artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s\\]+$/) }),
  region: z.strictObject({
    startLine: z.number().int().min(1),
    startColumn: z.number().int().min(1),
  }),
});
const logicalLocation = z.strictObject({
  kind: z.string(),
  name: z.string(),
  fullyQualifiedName: z.string(),
});
const result = z.strictObject({
  ruleId: z.string().min(1),
  ruleIndex: z.number().int().min(0),
  kind: z.enum(["notApplicable", "pass", "fail", "review", "open", "informational"]),
  level,
  message,
  locations: z
    .array(
      z.strictObject({
        physicalLocation: physicalLocation.optional(),
        logicalLocations: z.array(logicalLocation).optional(),
      }),
    )
    .optional(),
  partialFingerprints: z.record(z.string(), z.string()),
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string(),
          version: z.string(),
          rules: z.array(rule),
        }),
      }),
      columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
      results: z.array(result),
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
  const { runs } = log.parse(JSON.parse(stdout));
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
