import { expect, test } from "vitest";
import { createReport, printPath } from "../../../diagnostics/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { compileGatewayApi } from "../../../targets/gateway-api/index.ts";
import { graphOf } from "../../graph/graph-of.ts";

const long = "a".repeat(60);
const many = (count: number) => Array.from({ length: count }, (_, index) => index);
const web = (rules: readonly object[]) => ({ services: { web: {} }, routes: { web: { rules } } });
const path = (text: string) => ({ matches: [{ path: text }] });

test.each<[string, object, readonly string[]]>([
  [
    "a version whose Service has a long name",
    { services: { [long]: { versions: ["version"] } } },
    [`HED3002 services.${long}.versions.version`],
  ],
  [
    "a version whose Service is another service",
    { services: { cart: { versions: ["v1"] }, "cart-v1": {} } },
    ["HED3002 services.cart.versions.v1"],
  ],
  [
    "a route of a gateway that is called as a service's",
    {
      services: { web: {}, "edge-web-http": {} },
      routes: { "edge-web-http": { timeout: "1s" } },
      gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
    },
    ["HED3002 (root)"],
  ],
  [
    "a split of a TLS port",
    {
      services: { db: { protocol: "tls", versions: ["v1"] } },
      routes: { db: { split: { v1: 100 } } },
    },
    ["HED3001 routes.db"],
  ],
  [
    "more than 16 rules",
    web(many(16).map((index) => path(`/${String(index)}`))),
    ["HED3001 routes.web"],
  ],
  [
    "more than 64 matches",
    web([{ matches: many(65).map((index) => ({ path: `/${String(index)}` })) }]),
    ["HED3001 routes.web.rules[0]"],
  ],
  [
    "a path of more than 1024 characters",
    web([path(`/${long.repeat(20)}`)]),
    ["HED3001 routes.web.rules[0]"],
  ],
  [
    "more than 16 headers",
    web([
      { matches: [{ headers: Object.fromEntries(many(17).map((n) => [`x-${String(n)}`, "a"])) }] },
    ]),
    ["HED3001 routes.web.rules[0]"],
  ],
  [
    "an order that regular expressions hide",
    web([{ matches: [{ path: { regex: "/a[0-9]" } }] }, path("/a1")]),
    ["HED3001 routes.web.rules[0]"],
  ],
  [
    "more than 63 hosts with a certificate",
    {
      services: { web: {} },
      gateways: {
        edge: {
          hosts: Object.fromEntries(
            many(64).map((index) => [
              `h${String(index)}.example`,
              { service: "web", tls: { secret: "cert" } },
            ]),
          ),
        },
      },
    },
    ["HED3001 gateways.edge.hosts"],
  ],
])("%s is an error, not dropped", (_, rest, expected) => {
  const definition = { name: "shop", trust: { domain: "shop.example" }, ...rest };
  const { mesh, graph } = graphOf(definition as MeshDefinition);
  const report = createReport();
  compileGatewayApi(mesh, graph, report);
  expect(report.diagnostics().map(({ code, path: at }) => `${code} ${printPath(at)}`)).toEqual(
    expected,
  );
});
