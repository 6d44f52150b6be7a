import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import type { RouteMatchDefinition, StringMatchDefinition } from "../../../model/index.ts";
import { compileGatewayApi } from "../../../targets/gateway-api/index.ts";
import { graphOf } from "../../graph/graph-of.ts";
import { withoutDeadMatches } from "../../model/without-dead-matches.ts";
import { ruleByGatewayApi, ruleByModel } from "./specification.ts";

const paths = ["/", "/a", "/a/", "/a/b", "/ab", "/a.b", "/a b", "/axb", "/b"] as const;
const values = ["q", "qa", "qa-1", "x.y", "xzy"] as const;

const path: fc.Arbitrary<StringMatchDefinition> = fc.oneof(
  fc.constantFrom(...paths),
  fc.record({ prefix: fc.constantFrom(...paths) }),
  fc.record({ regex: fc.constantFrom("/a.*", "/[ab]", "/ab?", "/x|/b", ".*b") }),
);
const value: fc.Arbitrary<StringMatchDefinition> = fc.oneof(
  fc.constantFrom(...values),
  fc.record({ prefix: fc.constantFrom(...values) }),
  fc.record({ regex: fc.constantFrom("q.*", "[qx].+") }),
);
const present = fc.constant({ present: true } as const);
const method = fc.constantFrom("GET" as const, "POST" as const);
const match = fc
  .record<RouteMatchDefinition>(
    {
      path,
      method,
      headers: fc.dictionary(fc.constantFrom("x-a", "X-B"), fc.oneof(value, present), {
        minKeys: 1,
      }),
      query: fc.dictionary(fc.constantFrom("q", "r"), fc.oneof(value, present), { minKeys: 1 }),
    },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0);
const rules = fc.array(fc.record({ matches: fc.array(match, { minLength: 1, maxLength: 2 }) }), {
  maxLength: 4,
});
const request = fc.record({
  path: fc.constantFrom(...paths),
  method,
  headers: fc.dictionary(fc.constantFrom("x-a", "x-b"), fc.constantFrom(...values)),
  query: fc.dictionary(fc.constantFrom("q", "r"), fc.constantFrom(...values)),
});

/** An exact path that only a regular expression says, before a prefix whose expression is longer. */
const shorter = [{ matches: [{ path: "/a b" }] }, { matches: [{ path: { prefix: "/a b" } }] }];

test("every request gets the rule that the order of the rules gives it, or the route is refused", () => {
  let compiled = 0;
  fc.assert(
    fc.property(rules, fc.array(request, { minLength: 20, maxLength: 40 }), (list, requests) => {
      const { mesh, graph } = graphOf({
        name: "shop",
        trust: { domain: "shop.example" },
        services: { web: {} },
        routes: { web: { timeout: "1s", rules: withoutDeadMatches(list) } },
      });
      const report = createReport();
      const [route] = compileGatewayApi(mesh, graph, report);
      if (report.has("error") || route === undefined) return;
      compiled++;
      for (const each of requests) {
        const expected = ruleByModel(mesh.routes["web"]?.rules ?? [], each);
        expect([each, ruleByGatewayApi(route, each)]).toEqual([each, expected]);
      }
    }),
    {
      numRuns: 500,
      examples: [[shorter, [{ path: "/a b", method: "GET", headers: {}, query: {} }]]],
    },
  );
  expect(compiled).toBeGreaterThan(150);
});
