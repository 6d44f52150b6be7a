import { describe, expect, test } from "vitest";
import { accessPolicies, type AccessPolicyRule } from "../../graph/index.ts";
import type { MeshDefinition, RouteDefinition } from "../../model/index.ts";
import { graphOf } from "./graph-of.ts";

function shop(orders: RouteDefinition, changes: Partial<MeshDefinition> = {}): MeshDefinition {
  return {
    name: "shop",
    trust: { domain: "shop.example" },
    services: {
      web: { calls: { orders: {} } },
      batch: {
        calls: { orders: { operations: [{ methods: ["POST"], paths: [{ prefix: "/in/" }] }] } },
      },
      orders: {},
      next: { calls: { orders: {} } },
    },
    routes: { orders },
    ...changes,
  };
}

/** Who may do what at a service, a line for each operation. */
function allowed(definition: MeshDefinition, service = "next"): readonly string[] {
  const { mesh, graph } = graphOf(definition);
  const policies = accessPolicies(mesh, graph.routes);
  return policies
    .filter(({ door }) => door.name === service)
    .flatMap(({ rules }) => rules.flatMap(lines))
    .sort();
}

function lines({ from, to }: AccessPolicyRule): readonly string[] {
  const who = from
    .flatMap(({ principals }) => principals)
    .map((each) => each.split("/").at(-1) ?? "");
  const what = to.map(({ methods, paths }) =>
    [methods.join("|"), ...paths.map(({ kind, value }) => (kind === "exact" ? value : `${value}*`))]
      .filter((each) => each !== "")
      .join(" "),
  );
  return who.flatMap((name) =>
    what.length === 0 ? [name] : what.map((each) => `${name} ${each}`),
  );
}

describe("access to what a rule leads to", () => {
  test("is for the paths and methods of the rule", () => {
    const rules = [
      { matches: [{ path: { prefix: "/v2/" } }], service: "next" },
      { matches: [{ path: "/x", method: "GET" as const }], service: "next" },
      { matches: [{ path: { regex: "/v3/[0-9]+" } }], service: "next" },
    ];
    expect(allowed(shop({ rules }))).toEqual([
      "next /v2/*",
      "next /v3/*",
      "next GET /x",
      "web /v2/*",
      "web /v3/*",
      "web GET /x",
    ]);
  });

  test("is not more than the call was declared for", () => {
    const rules = [
      {
        matches: [
          { path: { prefix: "/in/a/" } },
          { path: { prefix: "/" }, method: "POST" as const },
        ],
        service: "next",
      },
      { matches: [{ path: "/in", method: "PUT" as const }], service: "next" },
    ];
    const found = allowed(shop({ rules }));
    expect(found.filter((each) => each.startsWith("batch"))).toEqual(["batch POST /in/*"]);
  });

  test("is also for rules after one that takes every request at one port", () => {
    const services = {
      web: { calls: { orders: {} } },
      orders: { ports: { api: { number: 80 }, admin: { number: 81 } } },
      next: {},
    };
    const rules: RouteDefinition["rules"] = [
      { matches: [{ port: "admin" }], timeout: "1s" },
      { matches: [{ path: "/x" }], service: "next" },
    ];
    expect(allowed(shop({ rules }, { services }))).toEqual(["web /x"]);
  });

  test("is for the path that is sent on", () => {
    const rules: RouteDefinition["rules"] = [
      {
        matches: [{ path: { prefix: "/v2/" } }],
        rewrite: { path: { prefix: "/new/" } },
        service: "next",
      },
      {
        matches: [{ path: { prefix: "/in/old/" } }],
        rewrite: { path: { full: "/whole" } },
        service: "next",
      },
      {
        matches: [{ path: { prefix: "/in/" } }],
        rewrite: { path: { prefix: "/" } },
        service: "next",
      },
    ];
    expect(allowed(shop({ rules: rules.slice(0, 2) }))).toEqual([
      "batch POST /whole",
      "next /new/*",
      "next /whole",
      "web /new/*",
      "web /whole",
    ]);
    expect(allowed(shop({ rules }))).toContain("batch POST");
  });

  test("is for the callers of the rule, and for nobody who does not get there", () => {
    const rules = [
      { matches: [{ from: "next" }] },
      {
        matches: [
          { path: "/a", from: "batch" },
          { path: "/b", from: "web" },
        ],
        service: "next",
      },
    ];
    expect(allowed(shop({ rules, services: { orders: 50, next: 50 } }))).toEqual([
      "batch POST /in/*",
      "web",
    ]);
    expect(allowed(shop({ rules }))).toEqual(["web /b"]);
  });

  test("leaves the way to the service itself open to who is declared", () => {
    const rules = [{ matches: [{ from: "next" }] }];
    expect(allowed(shop({ rules, service: "next" }), "orders")).toEqual([
      "batch POST /in/*",
      "next",
      "web",
    ]);
  });

  test("is for a gateway as far as its hosts lead there", () => {
    const rules = [{ matches: [{ path: { prefix: "/v2/" } }, { path: "/api" }], service: "next" }];
    const gateways = {
      edge: {
        hosts: { "a.example": { service: "web", paths: { "/v2/orders": "orders" as const } } },
      },
    };
    const found = allowed(shop({ rules }, { gateways }));
    expect(found.filter((each) => each.startsWith("edge"))).toEqual([
      "edge /v2/orders",
      "edge /v2/orders/*",
    ]);
  });
});

describe("calls", () => {
  test("lead on to what rules lead to, with the policy of each", () => {
    const { graph } = graphOf(
      shop({
        timeout: "5s",
        rules: [
          { matches: [{ from: "next" }] },
          { matches: [{ path: "/a" }], service: "next", timeout: "1s", retries: { attempts: 2 } },
          { matches: [{ path: "/b" }], services: { orders: 100, next: 0 } },
          { matches: [{ path: "/c", from: "web" }], services: { orders: 50, next: 50 } },
        ],
      }),
    );
    const found = graph.calls.map(({ from, to, via, timeout, retries }) =>
      [from, to, via ?? "-", timeout ?? "-", retries?.attempts ?? "-"].join(" "),
    );
    expect(found).toEqual([
      "shop/batch shop/orders - 5000 -",
      "shop/batch shop/next shop/orders 1000 2",
      "shop/next shop/orders - 5000 -",
      "shop/web shop/orders - 5000 -",
      "shop/web shop/next shop/orders 1000 2",
      "shop/web shop/next shop/orders - -",
    ]);
  });
});
