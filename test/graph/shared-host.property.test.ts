import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, type Manifest, type RouteRuleNode } from "../../graph/index.ts";
import {
  parseMesh,
  type HostPathDefinition,
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

// A request for a host gets the service of the longest path that it is below, and there the rule of that service. Where
// the service sees another path, the rule is one for that.

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
const part: fc.Arbitrary<string | HostPathDefinition> = fc.oneof(
  fc.constantFrom(...services),
  fc.record({
    service: fc.constantFrom(...services),
    rewrite: fc.record({
      path: fc.record({ prefix: fc.constantFrom("/" as const, "/a" as const, "/a/b" as const) }),
    }),
  }),
);
const host = fc.record(
  {
    service: fc.constantFrom(...services),
    paths: fc.dictionary(fc.constantFrom("/a", "/a/b", "/b", "/a/b/c"), part, { minKeys: 1 }),
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

/** The part's path, the rule's name and the path that the service sees, as the words of the model have it. */
function expected(mesh: Mesh, asked: Request): string | undefined {
  const [door] = mesh.gateways["edge"]?.hosts ?? [];
  const found = (door?.paths ?? [])
    .filter((each) => asked.path === each.path || asked.path.startsWith(`${each.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
  const service = found?.service ?? door?.service;
  if (service === undefined) return undefined;
  const seen =
    found?.rewrite === undefined
      ? asked.path
      : `${found.rewrite.replace(/^\/$/, "")}${asked.path.slice(found.path.length)}` || "/";
  const name = ruleByModel(mesh.routes[service]?.rules ?? [], { ...asked, path: seen });
  return `${found?.path ?? ""} ${name ?? ""} ${seen}`;
}

/** The path that is sent on by a rule. */
function sentOn({ actions, matches }: RouteRuleNode, path: string): string {
  const rewrite = actions?.rewrite?.path;
  if (rewrite === undefined) return path;
  if (rewrite.kind === "full") return rewrite.value;
  const prefixes = matches.map((each) => each.path?.value ?? "");
  const matched = prefixes.find((each) => path.startsWith(each)) ?? "";
  return `${rewrite.value}${path.slice(matched.length)}`;
}

interface ApiRule {
  readonly name: string;
  readonly matches?: readonly { readonly path?: { readonly value: string } }[];
  readonly filters?: readonly {
    readonly urlRewrite?: {
      readonly path: { readonly replaceFullPath?: string; readonly replacePrefixMatch?: string };
    };
  }[];
}

/** The same by the words of the Gateway API, which writes over whole elements. */
function sentOnByApi({ matches = [], filters = [] }: ApiRule, path: string): string {
  const { replaceFullPath, replacePrefixMatch } =
    filters.find(({ urlRewrite }) => urlRewrite !== undefined)?.urlRewrite?.path ?? {};
  if (replacePrefixMatch === undefined) return replaceFullPath ?? path;
  expect(matches).toHaveLength(1);
  const rest = path.slice(matches[0]?.path?.value.length);
  return `${replacePrefixMatch.replace(/\/$/, "")}${rest}` || "/";
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
      const label = (name: string | undefined, seen: string): string | undefined => {
        const base = name?.replace(/\.path-\d+$/, "");
        const part = rules.find((each) => each.name === base)?.part;
        if (base === undefined) return undefined;
        if (part === undefined) return ` ${base} ${seen}`;
        const own = base.slice(part.name.length + 1).replace(/\.\d+$/, "");
        return `${part.path} ${own} ${seen}`;
      };
      for (const each of requests) {
        const wanted = expected(mesh, each);
        const first = ruleByModel(
          rules.map(({ name, matches }) => ({ name, matches, actions: {} })),
          each,
        );
        const rule = rules.find(({ name }) => name === first);
        const seen = rule === undefined ? "" : sentOn(rule, each.path);
        expect([each, label(first, seen)]).toEqual([each, wanted]);
      }
      const manifests = compileGatewayApi(mesh, graph, report);
      if (report.has("error")) return;
      compiled++;
      // Whose object is the older one must not matter.
      const objects = manifests.filter(({ metadata }) => metadata.name.startsWith("edge-"));
      for (const order of [objects, objects.toReversed()]) {
        const all = order.flatMap(({ spec }) => (spec as { rules: ApiRule[] }).rules);
        const whole = { spec: { rules: all } } as unknown as Manifest;
        for (const each of requests) {
          const first = ruleByGatewayApi(whole, each);
          const rule = all.find(({ name }) => name === first);
          const seen = rule === undefined ? "" : sentOnByApi(rule, each.path);
          expect([each, label(first, seen)]).toEqual([each, expected(mesh, each)]);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(built).toBeGreaterThan(100);
  expect(compiled).toBeGreaterThan(60);
});
