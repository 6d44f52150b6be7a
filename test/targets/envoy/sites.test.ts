import { describe, expect, test } from "vitest";
import { createReport, printPath } from "../../../diagnostics/index.ts";
import type { MeshDefinition, RouteMatchDefinition } from "../../../model/index.ts";
import {
  compileEnvoy,
  createEnvoyTarget,
  type EdgeEndpoint,
  type EdgeSite,
  type EdgeSites,
} from "../../../targets/envoy/index.ts";
import { parseEndpoint } from "../../../targets/envoy/endpoint.ts";
import { graphOf } from "../../graph/graph-of.ts";

const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: { web: { versions: ["v1", "v2"] }, pay: { external: "pay.example" } },
  routes: { web: { split: { v1: 100, v2: 0 } } },
  gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
};

function problems(sites: EdgeSites, definition = mesh): readonly string[] {
  const { mesh: parsed, graph } = graphOf(definition);
  const report = createReport();
  compileEnvoy(parsed, graph, report, sites);
  return report.diagnostics().map(({ code, path }) => `${code} ${printPath(path)}`);
}

describe("a policy about places at a site that knows its own", () => {
  const policy = { locality: { distribute: { "eu/*": { "eu/*": 70, "us/*": 30 } } } } as const;
  const about: MeshDefinition = {
    ...mesh,
    services: { ...mesh.services, web: { policy } },
    routes: {},
  };
  const at = (...web: readonly EdgeEndpoint[]) =>
    problems({ fra: { locality: "eu/west", endpoints: { web: { default: web } } } }, about);

  test("needs places of all endpoints, one order, and somebody for every share", () => {
    const here = { address: "10.0.0.1:80", locality: "eu/west" } as const;
    const there = { address: "10.1.0.1:80", locality: "us/east" } as const;
    const web = "HED3009 sites.fra.endpoints.web";
    expect(at(here, there)).toEqual([]);
    expect(at(here)).toEqual([web]);
    expect(at(here, there, "10.0.0.2:80")).toEqual([`${web}.default[2]`]);
    expect(at({ ...here, priority: 1 }, there)).toEqual([`${web}.default[0].priority`]);
    expect(problems({ fra: { locality: "eu/west" } }, about)).toEqual([web]);
    // Without a place of its own the site cannot know; that is a loss of the target.
    expect(problems({ fra: {} }, about)).toEqual([]);
  });

  test("is no loss where every site knows its place", () => {
    const { features } = createEnvoyTarget({ fra: { locality: "eu" }, nyc: { locality: "us" } });
    expect(features["policy/locality"]).toBe("yes");
    expect(
      createEnvoyTarget({ fra: { locality: "eu" }, nyc: {} }).features["policy/locality"],
    ).not.toBe("yes");
  });
});

describe("a site that does not fit", () => {
  test.each<[string, EdgeSites, readonly string[]]>([
    ["no such gateway", { fra: { gateway: "back" } }, ["HED3003 sites.fra.gateway"]],
    [
      "an unknown service",
      { fra: { endpoints: { cart: { v1: [] } } } },
      ["HED3003 sites.fra.endpoints.cart"],
    ],
    [
      "an external service",
      { fra: { endpoints: { pay: { default: [] } } } },
      ["HED3003 sites.fra.endpoints.pay"],
    ],
    [
      "a name of JavaScript itself",
      { fra: { endpoints: { constructor: { v1: [] } } } },
      ["HED3003 sites.fra.endpoints.constructor"],
    ],
    [
      "an unknown version, and none for one that gets requests",
      { fra: { endpoints: { web: { v3: ["10.0.0.1:80"] } } } },
      ["HED3003 sites.fra.endpoints.web.v1", "HED3003 sites.fra.endpoints.web.v3"],
    ],
    [
      "a wrong address",
      { fra: { endpoints: { web: { v1: ["10.0.0.1:80", "10.0.0.300:80"] } } } },
      ["HED3003 sites.fra.endpoints.web.v1[1]"],
    ],
    [
      "a place that is none",
      { fra: { locality: "eu/*", endpoints: { web: { v1: [], v2: [] } } } },
      ["HED3003 sites.fra.locality"],
    ],
    ["two listeners on a port", { fra: { adminPort: 443 } }, ["HED3003 sites.fra.adminPort"]],
    ["no port", { fra: { listen: { http: 0 } } }, ["HED3003 sites.fra.listen.http"]],
    [
      "everything wrong with logs, spans and statistics at once",
      {
        fra: {
          accessLogs: [
            { to: { file: "edge.log" }, format: { text: "100%" } },
            { only: { statusFrom: 42 } },
          ],
          tracing: { to: "collector", samplePercent: 101 },
          stats: {
            statsd: { address: "statsd.internal:8125" },
            openTelemetry: { to: "otel" },
            interval: "5m",
            prometheus: { port: 0 },
          },
        },
      },
      [
        "HED3003 sites.fra.accessLogs[0].format.text",
        "HED3003 sites.fra.accessLogs[0].to.file",
        "HED3003 sites.fra.accessLogs[1].only.statusFrom",
        "HED3003 sites.fra.stats.interval",
        "HED3003 sites.fra.stats.openTelemetry.to",
        "HED3003 sites.fra.stats.prometheus.port",
        "HED3003 sites.fra.stats.statsd.address",
        "HED3003 sites.fra.tracing.samplePercent",
        "HED3003 sites.fra.tracing.to",
      ],
    ],
    [
      "everything wrong with filters at once",
      {
        fra: {
          http: { serverHeader: { text: "a\nb" }, maxHeaders: 0 },
          compression: { minBytes: 0 },
          buffering: { maxBytes: 0 },
          extensions: [
            { name: "a", lua: { file: "a.lua" } },
            { name: "b", wasm: { file: "/b.wasm", rootId: "" } },
          ],
          authorisers: { opa: { http: "opa", statusOnFailure: 200 } },
        },
      },
      [
        "HED3003 sites.fra.authorisers.opa.http",
        "HED3003 sites.fra.authorisers.opa.statusOnFailure",
        "HED3003 sites.fra.buffering.maxBytes",
        "HED3003 sites.fra.compression.minBytes",
        "HED3003 sites.fra.extensions[0].lua.file",
        "HED3003 sites.fra.extensions[1].wasm.rootId",
        "HED3003 sites.fra.http.maxHeaders",
        "HED3003 sites.fra.http.serverHeader.text",
      ],
    ],
    [
      "everything wrong with how services are reached",
      {
        fra: {
          endpoints: {
            web: {
              v1: [{ address: "10.0.0.300:80" }, { address: "10.0.0.1:80", priority: 1 }],
              v2: ["a.internal:80", "b.internal:80"],
            },
          },
          services: {
            web: {
              hashTable: "maglev",
              discovery: "logical-dns",
              healthCheck: { grpc: {} },
            },
            pay: { dnsRefresh: "1s" },
          },
        },
      },
      [
        "HED3003 sites.fra.endpoints.web.v1[0].address",
        "HED3003 sites.fra.services.pay",
        "HED3003 sites.fra.services.web.discovery",
        "HED3003 sites.fra.services.web.hashTable",
        "HED3003 sites.fra.services.web.healthCheck.grpc",
      ],
    ],
    [
      "two extensions with one name",
      { fra: { extensions: ["1", "2"].map((lua) => ({ name: "a", lua })) } },
      ["HED3003 sites.fra.extensions"],
    ],
    [
      "a service that is none",
      { fra: { buffering: { maxBytes: 1, except: ["web", "cart", "pay"] } } },
      ["HED3003 sites.fra.buffering.except[1]", "HED3003 sites.fra.buffering.except[2]"],
    ],
    [
      "metrics on a port that is taken",
      { fra: { stats: { prometheus: { port: 80 } } } },
      ["HED3003 sites.fra.stats.prometheus.port"],
    ],
  ])("%s", (_, sites, expected) => {
    expect(problems(sites).toSorted()).toEqual(expected);
  });

  test("a key that nobody knows, with what was meant", () => {
    const { mesh: parsed, graph } = graphOf(mesh);
    const report = createReport();
    const sites = { fra: { acessLogs: [] } as EdgeSite };
    compileEnvoy(parsed, graph, report, sites);
    const [{ code, path, fix } = { code: "", path: [], fix: "" }] = report.diagnostics();
    expect([code, printPath(path)]).toEqual(["HED3003", "sites.fra.acessLogs"]);
    expect(fix).toContain("accessLogs");
  });

  test("weights that nobody looks at", () => {
    const endpoints = { web: { v1: [{ address: "10.0.0.1:80", weight: 2 }] } };
    const services = {
      ...mesh.services,
      web: { versions: ["v1", "v2"], policy: { loadBalancing: "random" } },
    } as const;
    expect(problems({ fra: { endpoints } }, { ...mesh, services })).toEqual([
      "HED3003 sites.fra.endpoints.web.v1[0].weight",
    ]);
  });

  test("an authoriser that only another site knows", () => {
    const rules = { asked: { action: "custom", provider: "opa", gateways: ["edge"] } } as const;
    const sites = {
      fra: { authorisers: { opa: { grpc: "127.0.0.1:9191" } } },
      nyc: { authorisers: { other: { grpc: "127.0.0.1:9191" } } },
    };
    const providers = { opa: { kind: "elsewhere", for: "authorisation" } } as const;
    expect(problems(sites, { ...mesh, providers, access: { rules } })).toEqual([
      "HED3003 sites.nyc.authorisers",
    ]);
    const support = (given: EdgeSites) => createEnvoyTarget(given).features["access/custom"];
    expect(support(sites)).toBe("yes");
    expect(support({ ...sites, sfo: {} })).toHaveProperty("nearest");
  });

  test("a version that gets nothing needs no endpoint", () => {
    expect(problems({ fra: { endpoints: { web: { v1: ["10.0.0.1:80"] } } } })).toEqual([]);
  });

  test("one of several gateways has to be named", () => {
    const host = { service: "web" };
    const two = { ...mesh.gateways, back: { hosts: { "back.example": host } } };
    expect(problems({ fra: {} }, { ...mesh, gateways: two })).toEqual([
      "HED3003 sites.fra.gateway",
    ]);
  });
});

test.each<[string, RouteMatchDefinition]>([
  ["a header with _", { headers: { x_user: "1" } }],
  ["CONNECT", { method: "CONNECT" }],
])("%s cannot be matched at the edge", (_, match) => {
  const routes = { web: { rules: [{ matches: [match] }] } };
  expect(problems({ fra: {} }, { ...mesh, routes })).toEqual(["HED3001 routes.web.rules[0]"]);
});

test.each([
  ["10.0.0.1:80", { address: "10.0.0.1", port: 80 }],
  ["[::1]:65535", { address: "::1", port: 65_535 }],
  ["web.internal:8080", { address: "web.internal", port: 8080 }],
  ["web:8080", { address: "web", port: 8080 }],
  ["web", undefined],
  ["web:0", undefined],
  ["web:65536", undefined],
  ["::1:80", undefined],
  ["[web]:80", undefined],
  ["1.2.3:80", undefined],
  ["-web:80", undefined],
  ["http://web:80", undefined],
  ["web_a:80", undefined],
])("the endpoint %s", (text, expected) => {
  expect(parseEndpoint(text)).toEqual(expected);
});
