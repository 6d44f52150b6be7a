import { describe, expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { compileIngress, type IngressOptions } from "../../../targets/ingress/index.ts";
import { graphOf } from "../../graph/graph-of.ts";

const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example" },
  services: { web: { versions: ["v1", "v2"] }, docs: { namespace: "docs" } },
  gateways: {
    edge: { hosts: { "shop.example": { service: "web" }, "docs.example": { service: "docs" } } },
    way: { kind: "egress" },
  },
};

function compile(definition: MeshDefinition, options?: IngressOptions) {
  const { mesh: parsed, graph } = graphOf(definition);
  const report = createReport();
  return { manifests: compileIngress(parsed, graph, report, options), found: report.diagnostics() };
}

describe("Ingresses", () => {
  test("are beside the services that they lead to, of the class that is asked for", () => {
    const { manifests, found } = compile(mesh, { className: "nginx" });
    expect(found).toEqual([]);
    expect(manifests).toMatchObject([
      {
        kind: "Ingress",
        metadata: { name: "edge", namespace: "docs" },
        spec: { ingressClassName: "nginx", rules: [{ host: "docs.example" }] },
      },
      {
        kind: "Ingress",
        metadata: { name: "edge", namespace: "shop" },
        spec: { ingressClassName: "nginx", rules: [{ host: "shop.example" }] },
      },
    ]);
  });

  test("bring the Services of versions only where a path leads to one", () => {
    const routes = { web: { rules: [{ matches: [{ path: "/b" }], split: { v2: 100 } }] } };
    const { manifests } = compile({ ...mesh, routes });
    expect(
      manifests.filter(({ kind }) => kind === "Service").map(({ metadata }) => metadata.name),
    ).toEqual(["web-v2"]);
  });

  test("leave out rules that say more than a path, instead of widening them", () => {
    const routes = {
      web: {
        rules: [
          { matches: [{ path: "/b", method: "POST" }], split: { v2: 100 } },
          { matches: [{ path: "/c" }], respond: { status: 403 } },
          { matches: [{ path: { regex: "/d.*" } }], split: { v2: 100 } },
        ],
      },
    } as const;
    const { manifests } = compile({ ...mesh, routes });
    const ingress = manifests.find(({ metadata }) => metadata.namespace === "shop");
    expect(ingress).toMatchObject({ spec: { rules: [{ http: { paths: [{ path: "/" }] } }] } });
    expect(JSON.stringify(ingress)).not.toMatch(/web-v2|"\/[bcd]/);
  });

  test("cannot show a certificate of another namespace", () => {
    const hosts = { "docs.example": { service: "docs", tls: { secret: "docs-cert" } } };
    const { found } = compile({ ...mesh, gateways: { edge: { hosts } } });
    expect(found).toMatchObject([
      { code: "HED3040", path: ["gateways", "edge", "hosts", "docs.example", "tls"] },
    ]);
    const [only] = found;
    expect(only?.fix).toContain("namespace docs");
  });
});
