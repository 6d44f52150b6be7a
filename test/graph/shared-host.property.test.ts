import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../graph/index.ts";
import {
  parseMesh,
  type Mesh,
  type RouteMatchDefinition,
  type StringMatchDefinition,
} from "../../model/index.ts";
import { compileGatewayApi } from "../../targets/gateway-api/index.ts";
import { withoutDeadMatches } from "../model/without-dead-matches.ts";
import {
  ruleByGatewayApi,
  ruleByModel,
  type Request,
} from "../targets/gateway-api/specification.ts";

// A request for a host gets the service of the longest path that it is below, and there the rule of that service.

const paths = ["/", "/a", "/a/", "/a/b", "/a/b/c", "/a/bc", "/ab", "/b", "/b/a"] as const;
const services = ["web", "cart", "pay"] as const;

const path: fc.Arbitrary<StringMatchDefinition> = fc.oneof(
  fc.constantFrom(...paths),
  fc.record({ prefix: fc.constantFrom(...paths) }),
  fc.record({ regex: fc.constantFrom("/a.*", "/a/b/.+", "/a(/.*)?", "/b", "/x(y|z)", "/[ab]") }),
);
const method = fc.constantFrom("GET" as const, "POST" as const);
const match = fc
  .record<RouteMatchDefinition>(
    { path, method, headers: fc.constantFrom({ "x-a": "1" }, { "x-a": { present: true } }) },
    { requiredKeys: [] },
  )
  .filter((each) => Object.keys(each).length > 0);
const rule = fc.record({ matches: fc.array(match, { minLength: 1, maxLength: 2 }) });
const route = fc
  .array(rule, { maxLength: 3 })
  .map((rules) => ({ timeout: "1s" as const, rules: withoutDeadMatches(rules) }));
const host = fc.record(
  {
    service: fc.constantFrom(...services),
    paths: fc.dictionary(
      fc.constantFrom("/a", "/a/b", "/b", "/a/b/c"),
      fc.constantFrom(...services),
      { minKeys: 1 },
    ),
  },
  { requiredKeys: ["paths"] },
);
const request: fc.Arbitrary<Request> = fc.record({
  path: fc.constantFrom(...paths, "/a/b/c/d", "/a/bc/d", "/abc", "/xy"),
  method,
  headers: fc.dictionary(fc.constant("x-a"), fc.constantFrom("1", "2")),
  query: fc.constant({}),
});
const input = fc.tuple(
  fc.record({ web: route, cart: route, pay: route }),
  host,
  fc.array(request, { minLength: 20, maxLength: 40 }),
);

/** The part's path and the rule's name, as the words of the model have it. */
function expected(mesh: Mesh, asked: Request): string | undefined {
  const [door] = mesh.gateways["edge"]?.hosts ?? [];
  const found = (door?.paths ?? [])
    .filter((each) => asked.path === each.path || asked.path.startsWith(`${each.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const service = found?.service ?? door?.service;
  if (service === undefined) return undefined;
  const name = ruleByModel(mesh.routes[service]?.rules ?? [], asked);
  return `${found?.path ?? ""} ${name ?? ""}`;
}

test("each part of a host follows the rules of its service, and no request gets past a part", () => {
  let [built, compiled] = [0, 0];
  fc.assert(
    fc.property(input, ([routes, shared, requests]) => {
      const report = createReport();
      const mesh = parseMesh(
        {
          name: "shop",
          trust: { domain: "shop.example" },
          services: { web: {}, cart: {}, pay: {} },
          routes,
          gateways: { edge: { hosts: { "a.example": shared } } },
        },
        report,
      );
      const found = report.diagnostics();
      // An expression that may hold below a path or not is refused.
      expect(found.filter(({ code }) => code !== "HED2086")).toEqual([]);
      if (mesh === undefined || found.length > 0) return;
      built++;
      const graph = buildGraph(mesh, report);
      const node = graph.routes.find(({ gateways }) => gateways.includes("shop/edge"));
      const rules = node?.rules ?? [];
      const label = (name: string | undefined): string | undefined => {
        const part = rules.find((each) => each.name === name)?.part;
        if (name === undefined) return undefined;
        return part === undefined ? ` ${name}` : `${part.path} ${name.slice(part.name.length + 1)}`;
      };
      for (const each of requests) {
        const wanted = expected(mesh, each);
        const first = ruleByModel(
          rules.map(({ name, matches }) => ({ name, matches, actions: {} })),
          each,
        );
        expect([each, label(first)]).toEqual([each, wanted]);
      }
      const manifests = compileGatewayApi(mesh, graph, report);
      if (report.has("error")) return;
      compiled++;
      // Whose object is the older one must not matter.
      const objects = manifests.filter(({ metadata }) => metadata.name.startsWith("edge-"));
      for (const order of [objects, objects.toReversed()]) {
        const all = order.flatMap(({ spec }) => (spec as { rules: object[] }).rules);
        const whole = { spec: { rules: all } } as unknown as Manifest;
        for (const each of requests) {
          expect([each, label(ruleByGatewayApi(whole, each))]).toEqual([
            each,
            expected(mesh, each),
          ]);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(built).toBeGreaterThan(100);
  expect(compiled).toBeGreaterThan(60);
});
