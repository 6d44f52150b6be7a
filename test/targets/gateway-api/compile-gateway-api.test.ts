import { describe, expect, test } from "vitest";
import { createReport, printPath } from "../../../diagnostics/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { compileGatewayApi, type GatewayApiOptions } from "../../../targets/gateway-api/index.ts";
import { graphOf } from "../../graph/graph-of.ts";

const head = { name: "shop", trust: { domain: "shop.example" } } as const;

function compile(definition: Omit<MeshDefinition, "name" | "trust">, options?: GatewayApiOptions) {
  const { mesh, graph } = graphOf({ ...head, ...definition });
  const report = createReport();
  const manifests = compileGatewayApi(mesh, graph, report, options);
  const found = report.diagnostics().map(({ code, path }) => `${code} ${printPath(path)}`);
  return { manifests, found };
}

/** The only rules of the only route. */
function rulesOf(definition: Omit<MeshDefinition, "name" | "trust">, options?: GatewayApiOptions) {
  const { manifests, found } = compile(definition, options);
  expect(found).toEqual([]);
  const routes = manifests.filter(({ kind }) => kind.endsWith("Route"));
  expect(routes).toHaveLength(1);
  return { kind: routes[0]?.kind, rules: (routes[0]?.spec as { rules: object[] }).rules };
}

describe("retries", () => {
  const mesh = {
    services: { web: {} },
    routes: {
      web: { retries: { attempts: 2, perTryTimeout: "1s", on: ["503", "reset", "502"] } },
    },
  } satisfies Omit<MeshDefinition, "name" | "trust">;

  test("name their status codes in the experimental channel", () => {
    expect(rulesOf(mesh, { channel: "experimental" }).rules).toMatchObject([
      { retry: { attempts: 2, codes: [503, 502] }, timeouts: { backendRequest: "1s" } },
    ]);
  });

  test("are not in the standard channel; the deadline of a try is", () => {
    const [rule] = rulesOf(mesh).rules;
    expect(rule).not.toHaveProperty("retry");
    expect(rule).toMatchObject({ timeouts: { backendRequest: "1s" } });
  });

  test("give no try more time than the request has", () => {
    const web = { timeout: "500ms", retries: mesh.routes.web.retries } as const;
    expect(rulesOf({ ...mesh, routes: { web } }).rules).toMatchObject([
      { timeouts: { request: "500ms", backendRequest: "500ms" } },
    ]);
  });

  test("are refused on codes that are no errors", () => {
    const retries = { attempts: 1, on: ["302" as const] };
    const { found } = compile(
      { services: { web: {} }, routes: { web: { retries } } },
      { channel: "experimental" },
    );
    expect(found).toEqual(["HED3001 routes.web"]);
  });
});

describe("gRPC", () => {
  const services = { api: { protocol: "grpc", versions: ["v1", "v2"] } } as const;
  const split = { v1: 100, v2: 0 };

  test("gets a GRPCRoute, by service and method", () => {
    const matches = [{ path: { prefix: "/shop.Cart/" } }, { path: "/shop.Cart/Add" }];
    const routes = { api: { split, rules: [{ matches, split: { v2: 100 } }] } };
    expect(rulesOf({ services, routes })).toMatchObject({
      kind: "GRPCRoute",
      rules: [
        {
          matches: [
            { method: { type: "Exact", service: "shop.Cart" } },
            { method: { type: "Exact", service: "shop.Cart", method: "Add" } },
          ],
        },
        {
          backendRefs: [
            { name: "api-v1", weight: 100 },
            { name: "api-v2", weight: 0 },
          ],
        },
      ],
    });
  });

  test.each([
    { timeout: "1s" } as const,
    { rules: [{ matches: [{ path: { prefix: "/shop" } }] }] },
    { rules: [{ matches: [{ method: "POST" as const }] }] },
  ])("gets an HTTPRoute for what a GRPCRoute cannot say: %j", (route) => {
    expect(rulesOf({ services, routes: { api: { split, ...route } } }).kind).toBe("HTTPRoute");
  });
});

describe("prefixes", () => {
  const match = (path: string) => {
    const rules = [{ matches: [{ path: { prefix: path } }], timeout: "1s" as const }];
    return rulesOf({ services: { web: {} }, routes: { web: { rules } } }).rules[0];
  };

  test("are of text, not of elements, and so regular expressions", () => {
    const path = { type: "RegularExpression", value: "/v1\\.0/.*" };
    expect(match("/v1.0/")).toMatchObject({ matches: [{ path }] });
  });

  test("of everything stay prefixes", () => {
    const path = { type: "PathPrefix", value: "/" };
    expect(match("/")).toMatchObject({ matches: [{ path }] });
  });
});

test("a service with several ports has a route for each, and TCP keeps its weights", () => {
  const ports = {
    http: { number: 80 },
    admin: { number: 81 },
    db: { number: 5432, protocol: "tcp" },
  } as const;
  const { manifests, found } = compile({
    services: { web: { ports, versions: ["v1"] } },
    routes: { web: { split: { v1: 100 } } },
  });
  const routes = manifests.filter(({ kind }) => kind.endsWith("Route"));
  expect(found).toEqual([]);
  expect(routes.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    "HTTPRoute web-admin",
    "HTTPRoute web-http",
    "TCPRoute web-db",
  ]);
});

test("many hosts are spread over routes of 16, and the class is the author's", () => {
  const hosts = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `h${String(index)}.example`,
      { service: "web", tls: { secret: "cert" } },
    ]),
  );
  const { manifests, found } = compile(
    { services: { web: {} }, gateways: { edge: { hosts } } },
    { className: "eg" },
  );
  expect(found).toEqual([]);
  expect(manifests[0]?.spec).toMatchObject({ gatewayClassName: "eg" });
  expect((manifests[0]?.spec as { listeners: unknown[] }).listeners).toHaveLength(21);
  expect(manifests.slice(1).map(({ metadata }) => metadata.name)).toEqual([
    "edge-redirect",
    "edge-redirect-2",
    "edge-web-https",
    "edge-web-https-2",
  ]);
});

describe("values of headers", () => {
  const value = (options?: GatewayApiOptions): unknown => {
    const headers = { response: { set: { "x-share": "50%" } } };
    const { rules } = rulesOf({ services: { web: {} }, routes: { web: { headers } } }, options);
    return rules;
  };
  const set = (text: string) => [
    { filters: [{ responseHeaderModifier: { set: [{ name: "x-share", value: text }] } }] },
  ];

  test("are doubled percents where the implementation hands them on to Envoy", () => {
    expect(value()).toMatchObject(set("50%%"));
    expect(value({ className: "envoy-gateway" })).toMatchObject(set("50%%"));
    expect(value({ className: "eg", headerValues: "format" })).toMatchObject(set("50%%"));
  });

  test("are text elsewhere, as the API says", () => {
    expect(value({ className: "other" })).toMatchObject(set("50%"));
  });
});
