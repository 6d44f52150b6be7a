import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/build-graph.ts";
import type { Graph } from "../../graph/graph.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import { parseMesh } from "../../model/index.ts";
import { allRules } from "../../rules/all.ts";
import { runRule } from "../../rules/run-rule.ts";
import { compileIstio, injectionLabels } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";

/** Rules that need no calls, which manifests do not hold. */
const rules = allRules.filter((rule) => !rule.reads.includes("calls"));

const retries = fc.record(
  {
    attempts: fc.integer({ min: 0, max: 4 }),
    perTryTimeout: fc.constantFrom("100ms", "900ms", "2s"),
    on: fc.subarray(["503", "connect-failure", "reset"], { minLength: 1 }),
    backoff: fc.constantFrom("10ms", "200ms"),
    otherHosts: fc.boolean(),
    otherLocalities: fc.boolean(),
  },
  { requiredKeys: ["attempts"] },
);
const policy = fc.record(
  { timeout: fc.constantFrom("1s", "1s500ms", "30s"), retries },
  { requiredKeys: [] },
);
const version = fc.record(
  { replicas: fc.integer({ min: 0, max: 2 }), image: fc.constant("cart:1") },
  { requiredKeys: ["image"] },
);

const fault = fc.constantFrom(
  { delay: { time: "1s" } },
  { abort: { status: 503, percent: 10 } },
  { delay: { time: "1s" }, abort: { status: 503 } },
);
const aimed = fc.constantFrom<object>(
  { path: { prefix: "/a" } },
  { headers: { "x-test": "1" } },
  { headers: { "x-test": { present: false } } },
  { path: "/a", from: "web" },
  { authority: "a.example", query: { q: "1" } },
);

/** What a rule does, be it wise or not. */
const actions = fc.constantFrom<object>(
  {},
  { fault: { abort: { status: 500 } } },
  { mirror: { version: "v1" } },
  { mirror: { version: "v2", percent: 50 } },
  { rewrite: { path: { full: "/x" }, host: "x.example" } },
  { headers: { request: { set: { a: "1" } }, response: { remove: ["b"] } } },
  { cors: { origins: ["https://a.example"], credentials: true } },
  { mirror: { service: "web", percent: 10 } },
);
const answers = fc.constantFrom<object>(
  { redirect: { path: "/new" } },
  { redirect: { path: "/old" } },
  { redirect: { path: "/old", scheme: "https" } },
  { respond: { status: 404, body: "gone" } },
);

/** Where a rule leads. */
const elsewhere = fc.constantFrom<object>(
  {},
  { service: "web" },
  { services: { cart: 30, web: 70 } },
  { services: { cart: { v1: 50, v2: 0 }, web: 50 }, timeout: "1s" },
);

const rewritten = fc.record({
  matches: fc.constantFrom(
    [{ path: { prefix: "/b" } }],
    [{ path: { prefix: "/b/" } }],
    [{ path: { prefix: "/b/" } }, { path: { prefix: "/d" } }],
  ),
  rewrite: fc.constantFrom({ path: { prefix: "/" } }, { path: { prefix: "/c" } }),
});
const faulty = fc
  .tuple(policy, aimed, fault)
  .map(([each, match, made]) => ({ ...each, matches: [match], fault: made }));

/** Meshes with and without faults that only rules can find. */
const definition = fc.record({
  name: fc.constant("shop"),
  trust: fc.record({
    domain: fc.constant("shop.example"),
    mtls: fc.constantFrom("strict", "permissive"),
  }),
  authentication: fc.constant({
    providers: {
      login: {
        issuer: "https://login.example/",
        jwks: { uri: "https://login.example/keys" },
        audiences: ["shop"],
      },
    },
  }),
  services: fc.record({
    web: fc.record({
      image: fc.constant("web:1"),
      calls: fc.record({ cart: policy }),
      requires: fc.constant("login"),
    }),
    cart: fc.record({
      versions: fc.record({ v1: version, v2: version }),
      requires: fc.constant("login"),
    }),
  }),
  routes: fc.record({
    cart: fc
      .tuple(
        policy,
        fc.integer({ min: 0, max: 100 }),
        actions,
        answers,
        elsewhere,
        rewritten,
        faulty,
      )
      .map(([each, v1, action, answer, led, ...others]) => ({
        ...each,
        ...action,
        split: { v1, v2: 100 - v1 },
        rules: [
          { matches: [{ path: "/old" }], ...answer },
          { matches: [{ path: "/web" }], ...led },
          ...others,
        ],
      })),
  }),
  gateways: fc.record({
    edge: fc.record({
      hosts: fc.record({
        "shop.example": fc.constantFrom(
          { service: "web" },
          { service: "web", paths: { "/a": "cart" } },
          { service: "web", paths: { "/b/c": "cart", "/b": "web", "/x": "cart" } },
          { service: "cart", paths: { "/a": "web", "/a/b": "cart" } },
        ),
      }),
    }),
  }),
});

/** Which rule fails, and how often with which text: the place differs, the fault does not. */
function findings(graph: Graph): readonly string[] {
  const all = rules.flatMap((rule) =>
    runRule(graph, rule).map(({ outcome, message }) => `${rule.code} ${outcome} ${message}`),
  );
  return [...new Set(all)].sort();
}

// Hundreds of meshes through every rule take their time on a busy machine.
const time = 180_000;

test("what a mesh compiles to has the same faults as the mesh", { timeout: time }, () => {
  let faults = 0;
  fc.assert(
    fc.property(definition, (input) => {
      const report = createReport();
      const mesh = parseMesh(input, report);
      expect(report.diagnostics()).toEqual([]);
      if (mesh === undefined) return;
      const built = buildGraph(mesh, report);
      const manifests = [
        ...compileKubernetes(mesh, report, { namespaceLabels: injectionLabels }),
        ...compileIstio(mesh, built, report),
      ];
      const lifted = liftGraph(
        manifests.map((manifest) => ({ manifest, origin: {} })),
        report,
      );
      expect(report.diagnostics()).toEqual([]);
      expect(lifted.unknowns).toEqual([]);
      expect(findings(lifted)).toEqual(findings(built));
      faults += findings(built).length;
    }),
    { numRuns: 300 },
  );
  expect(faults).toBeGreaterThan(100);
});
