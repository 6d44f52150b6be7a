import { describe, expect, test } from "vitest";
import { createReport, printPath } from "../../diagnostics/index.ts";
import type { MeshDefinition, PortDefinition, ServiceDefinition } from "../../model/index.ts";
import { compileEnvoy, type EdgeSites } from "../../targets/envoy/index.ts";
import { compileGatewayApi } from "../../targets/gateway-api/index.ts";
import { compileIstio } from "../../targets/istio/index.ts";
import { graphOf } from "../graph/graph-of.ts";

const ports: Readonly<Record<string, PortDefinition>> = {
  http: { number: 80 },
  rpc: { number: 81, protocol: "grpc" },
  raw: { number: 82, protocol: "tcp" },
};

function shop(next: ServiceDefinition): MeshDefinition {
  return {
    name: "shop",
    trust: { domain: "shop.example", mtls: "disabled" },
    services: {
      web: { calls: { orders: {} } },
      orders: { ports, versions: ["v1", "v2"] },
      next,
    },
    routes: { orders: { services: { orders: { v1: 50 }, next: 50 } } },
    gateways: { edge: { hosts: { "shop.example": { service: "orders" } } } },
  };
}

const twoPorts = {
  ports: { rpc: { number: 8081, protocol: "grpc" }, http: { number: 8082 } },
} as const;

describe("a route that leads to another service", () => {
  test("leads each port to the one that takes its requests, and connections nowhere else", () => {
    const { mesh, graph } = graphOf(shop(twoPorts));
    const report = createReport();
    const route = compileIstio(mesh, graph, report).find(
      ({ kind, metadata }) => kind === "VirtualService" && metadata.name === "orders",
    );
    expect(report.diagnostics()).toEqual([]);
    const to = (host: string, number: number, subset?: string) => ({
      destination: {
        host: `${host}.shop.svc.cluster.local`,
        ...(subset === undefined ? {} : { subset }),
        port: { number },
      },
      weight: 50,
    });
    expect(route?.spec).toEqual({
      hosts: ["orders.shop.svc.cluster.local"],
      http: [
        {
          name: "default-80",
          match: [{ port: 80 }],
          route: [to("next", 8082), to("orders", 80, "v1")],
          retries: { attempts: 0 },
        },
        {
          name: "default-81",
          match: [{ port: 81 }],
          route: [to("next", 8081), to("orders", 81, "v1")],
          retries: { attempts: 0 },
        },
      ],
    });
  });

  test("says the same in the Gateway API", () => {
    const { mesh, graph } = graphOf(shop(twoPorts));
    const routes = compileGatewayApi(mesh, graph, createReport()).filter(
      ({ metadata }) => metadata.name.startsWith("orders-") && metadata.namespace === "shop",
    );
    const refs = routes.flatMap(({ kind, metadata, spec }) => {
      if (!kind.endsWith("Route")) return [];
      const { rules } = spec as { rules: { backendRefs: { name: string; port: number }[] }[] };
      return rules.flatMap(({ backendRefs }) =>
        backendRefs.map(({ name, port }) => `${kind} ${metadata.name}: ${name} ${String(port)}`),
      );
    });
    expect(refs).toEqual([
      "HTTPRoute orders-http: next 8082",
      "HTTPRoute orders-http: orders-v1 80",
      "GRPCRoute orders-rpc: next 8081",
      "GRPCRoute orders-rpc: orders-v1 81",
    ]);
  });

  function problems(next: ServiceDefinition, sites: EdgeSites): readonly string[] {
    const { mesh, graph } = graphOf(shop(next));
    const report = createReport();
    compileEnvoy(mesh, graph, report, sites);
    return report.diagnostics().map(({ code, path }) => `${code} ${printPath(path)}`);
  }

  test("needs its endpoints at an edge proxy, and where a site names them, its first port", () => {
    const protocol = "http2";
    const there = { next: { default: ["10.0.0.1:80"] } };
    expect(problems({ protocol }, { fra: {} })).toEqual([]);
    expect(problems({ protocol }, { fra: { endpoints: there } })).toEqual([]);
    expect(problems({ protocol }, { fra: { endpoints: { next: {} } } })).toEqual([
      "HED3003 sites.fra.endpoints.next.default",
    ]);
    expect(problems(twoPorts, { fra: {} })).toEqual([]);
    expect(problems(twoPorts, { fra: { endpoints: there } })).toEqual(["HED3001 routes.orders"]);
  });
});
