import { describe, expect, test } from "vitest";
import { createReport, printPath } from "../../diagnostics/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { allTargets } from "../../targets/all.ts";
import { envoyTarget } from "../../targets/envoy/index.ts";
import { featureNames, featuresOf, insideTheMesh } from "../../targets/features.ts";
import { istioTarget } from "../../targets/istio-target.ts";
import { compileTarget } from "../../targets/target.ts";
import { graphOf } from "../graph/graph-of.ts";

/** A mesh that uses every feature but the two other modes of mTLS. */
const everything: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", aliases: ["old.example"] },
  globalLimits: { service: "counter" },
  providers: {
    lines: { kind: "file-log" },
    spans: { kind: "elsewhere", for: "traces" },
  },
  telemetry: { logs: { provider: "lines" }, traces: { provider: "spans", sampling: 1 } },
  authentication: {
    providers: {
      people: {
        issuer: "https://login.example",
        jwks: { uri: "https://login.example/keys" },
        login: {
          authorization: "https://login.example/authorize",
          token: "https://login.example/token",
        },
      },
    },
  },
  services: {
    web: {
      versions: ["v1", "v2"],
      discovery: { scope: "declared-calls" },
      calls: {
        db: {},
        vault: {},
        cart: { timeout: "2s" },
        pay: { retries: { attempts: 1, perTryTimeout: "1s" } },
      },
    },
    counter: { protocol: "grpc" },
    billing: { host: "billing.internal.example" },
    cart: {
      protocol: "grpc",
      visibility: "namespace",
      policy: {
        loadBalancing: "random",
        connections: { maxConnections: 10 },
        outlierDetection: { interval: "1s" },
        locality: { failover: { eu: "us" } },
      },
    },
    search: {
      protocol: "http2",
      limits: [
        { requests: 10, per: "second" },
        { requests: 10, per: "second", scope: "global" },
      ],
      extensions: [{ name: "a", lua: "function envoy_on_request() end" }],
      telemetry: { metrics: "off" },
      policy: { warmUp: "10s", retryBudget: { percent: 10 } },
    },
    db: {
      port: 5432,
      protocol: "tcp",
      machines: { a: { address: "192.0.2.1" } },
      machineGroup: {},
    },
    plain: { inMesh: false, limits: [{ requests: 10, per: "second" }] },
    scraped: { ports: { http: { number: 80 }, metrics: { number: 9090, mtls: "permissive" } } },
    vault: { port: 8200, protocol: "tls", headless: true },
    pay: {
      port: 443,
      protocol: "http2",
      external: "pay.example",
      policy: { loadBalancing: { consistentHash: { header: "x-user" } } },
    },
    bank: { external: { hosts: ["bank.example"], tls: {}, through: "out" } },
    rates: { external: { hosts: ["rates.example"], tls: {} } },
  },
  routes: {
    web: {
      timeout: "3s",
      split: { v1: 90, v2: 10 },
      retries: {
        attempts: 1,
        perTryTimeout: "1s",
        on: ["503", "reset"],
        backoff: "50ms",
        maxBackoff: "500ms",
        otherHosts: false,
        otherLocalities: true,
      },
      rules: [
        { matches: [{ path: "/a", method: "GET", headers: { "x-a": "b" } }] },
        { matches: [{ headers: { "x-a": { present: false } }, query: { q: "1" } }] },
        { matches: [{ authority: "a.example" }, { from: "cart" }, { port: "http" }] },
        { matches: [{ path: "/b" }], redirect: { path: "/c" } },
        { matches: [{ path: { prefix: "/only/" } }], split: { v2: 100 } },
        { matches: [{ path: "/d" }], respond: { status: 404 } },
        {
          matches: [{ path: { prefix: "/e" } }],
          rewrite: { path: { prefix: "/f" }, host: "f.example" },
          mirror: { version: "v2" },
          fault: { delay: { time: "1s" } },
        },
        {
          matches: [{ path: { prefix: "/g" } }],
          rewrite: { path: { full: "/h" } },
          mirror: { service: "search" },
          headers: { request: { set: { a: "1" } } },
          cors: { origins: ["https://a.example", { prefix: "https://b." }] },
        },
      ],
    },
    cart: { timeout: "1s", rules: [{ matches: [{ path: "/next" }], service: "search" }] },
  },
  gateways: {
    edge: {
      hosts: {
        "shop.example": {
          service: "web",
          tls: { secret: "cert" },
          login: {
            provider: "people",
            clientId: "web",
            clientSecret: { secret: "login", key: "client" },
            cookieSecret: { secret: "login", key: "cookies" },
          },
        },
        "*.plain.example": { service: "web" },
        "parts.example": {
          service: "web",
          paths: {
            "/cart": "cart",
            "/old": { service: "cart", rewrite: { path: { prefix: "/" } } },
          },
        },
        "safe.example": {
          service: "web",
          tls: { secret: ["rsa", "ecdsa"], minVersion: "1.3", clients: { secret: "clients" } },
          http: "refuse",
        },
        "vault.example": { service: "vault", tls: { mode: "passthrough" } },
        "db.example": { service: "db", tls: { secret: "db" } },
      },
      tcp: { db: { port: 5432, service: "db" } },
      extensions: [
        { name: "a", wasm: { url: "oci://a.example/b:1", sha256: "0".repeat(64) } },
        { name: "b", lua: "function envoy_on_response() end" },
      ],
      ports: { http: 8080 },
    },
    out: { kind: "egress" },
  },
};

describe("features", () => {
  test("are each found where they are used", () => {
    const used = featuresOf(graphOf(everything).mesh);
    const places = Object.fromEntries(
      [...used].map(([feature, paths]) => [feature, paths.map(printPath)]),
    );
    const unused = featureNames.filter((name) => !used.has(name));
    expect(unused).toEqual([
      "trust/mtls-permissive",
      "trust/mtls-disabled",
      "access/operations",
      "access/services",
      "access/gateways",
      "access/audit",
      "access/custom",
      "access/tokens",
      "authentication/services",
      "authentication/gateways",
    ]);
    expect(places).toMatchObject({
      "ports/tcp": ["services.db"],
      "trust/mtls-scopes": ["services.scraped"],
      "policy/load-balancing": ["services.cart.policy.loadBalancing"],
      "policy/retry-budget": ["services.search.policy.retryBudget"],
      "policy/inside": ["services.cart", "services.plain", "services.search"],
      "limits/outside": ["services.plain.limits"],
      "calls/timeout": ["services.web.calls.cart.timeout"],
      "calls/retries": ["services.web.calls.pay.retries"],
      "routes/inside": ["routes.cart"],
      "routes/match-header": ["routes.web.rules[0]"],
      "gateways/https": [
        'gateways.edge.hosts["safe.example"]',
        'gateways.edge.hosts["shop.example"]',
      ],
      "gateways/passthrough": ['gateways.edge.hosts["vault.example"]'],
      "gateways/tcp": ["gateways.edge.tcp.db"],
      "extensions/services": ["services.search.extensions"],
      "extensions/gateways": ["gateways.edge.extensions"],
      "extensions/wasm": ["gateways.edge.extensions[0]"],
      "extensions/wasm-image": ["gateways.edge.extensions[0]"],
      "telemetry/logs": ["telemetry.logs"],
      "telemetry/metrics": ["services.search.telemetry.metrics"],
      "gateways/paths-rewrite": ['gateways.edge.hosts["parts.example"].paths["/old"].rewrite'],
      "gateways/paths": ['gateways.edge.hosts["parts.example"].paths'],
      "gateways/wildcard-host": ['gateways.edge.hosts["*.plain.example"]'],
    });
  });

  test("that a target lacks are errors with the nearest alternative, once a place", () => {
    const report = createReport();
    compileTarget(envoyTarget, graphOf(everything), report);
    const found = report.diagnostics();
    expect(found.every(({ code, fix }) => code === "HED3001" && fix?.includes("istio"))).toBe(true);
    expect(found.map(({ path }) => printPath(path)).sort()).toEqual([
      "gateways.edge.extensions[0]",
      "routes.cart",
      "routes.web",
      "routes.web.rules[2]",
      "routes.web.rules[7]",
      "services.bank",
      "services.billing.host",
      "services.cart",
      "services.cart",
      "services.cart",
      "services.cart.policy.locality",
      "services.db",
      "services.db.machineGroup",
      "services.db.machines",
      "services.pay",
      "services.plain",
      "services.rates",
      "services.rates",
      "services.search",
      "services.search.extensions",
      "services.search.limits",
      "services.search.telemetry.metrics",
      "services.vault",
      "services.web.calls.cart.timeout",
      "services.web.calls.pay.retries",
      "services.web.discovery",
      "services.web.discovery",
      "telemetry.logs",
      "telemetry.traces",
      "trust.aliases",
    ]);
  });

  test("can be given up by name", () => {
    const report = createReport();
    compileTarget(envoyTarget, graphOf(everything), report, {
      acceptLosses: [
        ...insideTheMesh,
        "routes/mirror-service",
        "limits/other-service",
        "services/host",
        "services/machines",
        "services/machine-group",
        "extensions/wasm-image",
        "telemetry/logs",
        "telemetry/traces",
        "telemetry/metrics",
        "trust/aliases",
      ],
    });
    expect(report.has("warning")).toBe(false);
    expect(report.diagnostics()).toHaveLength(30);
  });

  test("are all there on Istio, but for what has no proxy or is deployed elsewhere", () => {
    const report = createReport();
    const documents = compileTarget(istioTarget, graphOf(everything), report);
    expect(report.diagnostics()).toMatchObject([
      // Who deploys it makes its Service; nobody but a proxy at the edge counts for a service without proxies.
      { code: "HED3001", path: ["services", "cart"] },
      { code: "HED3001", path: ["services", "plain", "limits"] },
    ]);
    expect(documents.length).toBeGreaterThan(5);
  });
});

test("targets have names of their own", () => {
  const names = allTargets.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
