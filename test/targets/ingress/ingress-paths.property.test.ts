import fc from "fast-check";
import { expect, test } from "vitest";
import { ingressPaths, type IngressPath } from "../../../targets/ingress/ingress-paths.ts";
import type { RouteRuleNode } from "../../../graph/index.ts";

// The first rule of the model and the longest path of an Ingress lead to the same place.

const element = fc.constantFrom("a", "b", "ab");
const path = fc
  .array(element, { minLength: 1, maxLength: 3 })
  .map((parts) => `/${parts.join("/")}`);
const prefix = path.map((each) => `${each}/`);
const version = fc.constantFrom("v1", "v2", "v3");

const rule = fc.record({
  match: fc.oneof(
    path.map((value) => ({ kind: "exact" as const, value })),
    prefix.map((value) => ({ kind: "prefix" as const, value })),
  ),
  version,
});

type Rule = ReturnType<typeof rule.generate>["value"];

const origin = { path: [], source: "shop" };

/** A rule of the graph; unlike the model, it may be one that nothing reaches. */
function node(paths: readonly Rule["match"][], subset: string): RouteRuleNode {
  return {
    name: subset,
    matches: paths.map((each) => ({ path: each, headers: {} })),
    destinations: [{ host: "web", subset, weight: 100, origin }],
    origin,
  };
}

/** What the model says: the first rule that matches, then the route itself. */
function byFirstRule(rules: readonly Rule[], asked: string): string {
  const taken = rules.find(({ match: { kind, value } }) =>
    kind === "exact" ? value === asked : asked.startsWith(value),
  );
  return taken?.version ?? "v1";
}

/** What Kubernetes says: an exact path, then the longest prefix of whole elements. */
function byLongestPath(paths: readonly IngressPath[], asked: string): string | undefined {
  const exact = paths.find((each) => each.pathType === "Exact" && each.path === asked);
  if (exact !== undefined) return exact.version;
  return paths
    .filter((each) => each.pathType === "Prefix")
    .filter((each) => each.path === "/" || `${asked}/`.startsWith(`${each.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.version;
}

test("every path goes where the first rule sends it", () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 5 }), fc.oneof(path, prefix), (rules, asked) => {
      const whole = node([], "v1");
      const route = { rules: [...rules.map((each) => node([each.match], each.version)), whole] };
      expect(byLongestPath(ingressPaths(route), asked)).toBe(byFirstRule(rules, asked));
    }),
    { numRuns: 300 },
  );
});
