import { expect, test } from "vitest";
import { createReport, printPath } from "../../../diagnostics/index.ts";
import { compileIstio } from "../../../targets/istio/index.ts";
import { graphOf } from "../../graph/graph-of.ts";

test("a rule for an authoriser that depends on a token is an error on Istio", () => {
  const { mesh, graph } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    authentication: {
      providers: { login: { issuer: "a", jwks: { uri: "https://a.example/keys" } } },
    },
    providers: { opa: { kind: "elsewhere", for: "authorisation" } },
    services: { web: { requires: "login" } },
    access: {
      rules: {
        asked: {
          ...{ action: "custom", provider: "opa", services: ["web"] },
          when: { token: "login", claims: { role: ["admin"] } },
        },
      },
    },
  });
  const report = createReport();
  compileIstio(mesh, graph, report);
  expect(report.diagnostics().map(({ code, path }) => `${code} ${printPath(path)}`)).toEqual([
    "HED3007 access.rules.asked.when.token",
  ]);
});
