import { expect, test } from "vitest";
import { createReport, printPath } from "../../diagnostics/index.ts";
import { compileIstio } from "../../targets/istio/index.ts";
import { graphOf } from "../graph/graph-of.ts";

test("tokens at a gateway of Istio that also hands connections on are an error", () => {
  const { mesh, graph } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    authentication: {
      providers: { login: { issuer: "a", jwks: { uri: "https://login.example/keys" } } },
    },
    services: { web: {}, db: { port: 5432, protocol: "tcp" } },
    gateways: {
      edge: {
        hosts: { "shop.example": { service: "web", requires: "login" } },
        tcp: { db: { port: 5432, service: "db" } },
      },
    },
  });
  const report = createReport();
  compileIstio(mesh, graph, report);
  expect(report.diagnostics().map(({ code, path }) => [code, printPath(path)])).toEqual([
    ["HED3031", 'gateways.edge.hosts["shop.example"].requires'],
  ]);
});
