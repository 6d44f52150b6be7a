import { describe, expect, test } from "vitest";
import { checkEdge } from "../../components/check-edge.ts";
import { EdgeProxy } from "../../components/edge-proxy.ts";
import { createReport } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { graphOf } from "../graph/graph-of.ts";
import { caught } from "./caught.ts";
import { find, recordResources } from "./record-resources.ts";

describe("a proxy in the pods of a service", () => {
  const docs: MeshDefinition = {
    name: "shop",
    trust: { domain: "shop.example" },
    services: { docs: { image: "docs:1", port: 8000 }, web: { versions: ["v1", "v2"] } },
    gateways: {
      pod: {
        hosts: {
          "docs.example": { service: "docs", tls: { secret: "docs-cert" } },
          "beta.example": { service: "web", tls: { secret: "beta-cert" } },
          "parts.example": { service: "web", paths: { "/docs": "docs", "/web": "web" } },
          "whole.example": { service: "docs", paths: { "/web": "web" } },
        },
      },
      edge: { hosts: { "shop.example": { service: "web" } } },
    },
  };
  const site = { gateway: "pod", placement: "sidecar", beside: "docs" } as const;

  test("has its files and a Service, and no pods or account of its own", async () => {
    const recorded = await recordResources(
      () => new EdgeProxy("door", { mesh: docs, sites: { docs: site } }),
    );
    expect(recorded.map(({ type }) => type.split(":").at(-1)).sort()).toEqual([
      "ConfigMap",
      "ConfigMap",
      "EdgeProxy",
      "Service",
    ]);
    expect(
      find(recorded, "door-docs:shop/pod-docs", "kubernetes:core/v1:Service").inputs,
    ).toMatchObject({
      spec: {
        selector: { app: "docs" },
        ports: [
          { port: 80, targetPort: 15080 },
          { port: 443, targetPort: 15443 },
        ],
      },
    });
    const live = JSON.stringify(find(recorded, "door-docs:shop/pod-docs-live").inputs);
    expect(live).toContain("127.0.0.1");
    expect(live).not.toContain("docs.shop.svc");
    // The gateway's other hosts are served elsewhere.
    expect(live).not.toContain("beta");
    // Of a host that several share only the service's own part is.
    expect(live).toContain("parts.example");
    expect(live).toContain("/docs/");
    expect(live).toContain("whole.example");
    expect(live).not.toContain("shop/web");
  });

  test("goes into a workload beside what is there", async () => {
    let add: ((owner: Manifest) => Manifest) | undefined;
    await recordResources(() => {
      add = new EdgeProxy("door", { mesh: docs, sites: { docs: site } }).sidecars.docs;
    });
    const { mesh: model } = graphOf(docs);
    const before = compileKubernetes(model, createReport()).find(
      ({ kind, metadata }) => kind === "Deployment" && metadata.name === "docs",
    );
    if (before === undefined || add === undefined) throw new Error("no Deployment or no sidecar");
    const after = add(before);
    expect(after).toMatchObject({
      metadata: before.metadata,
      spec: {
        template: {
          metadata: { annotations: { "heddle/bootstrap": expect.any(String) as string } },
          spec: {
            containers: [{ name: "app" }],
            initContainers: [{ name: "heddle-edge", restartPolicy: "Always" }],
            volumes: [
              { name: "heddle-edge-bootstrap", configMap: { name: "pod-docs-bootstrap" } },
              { name: "heddle-edge-live", configMap: { name: "pod-docs-live" } },
              { name: "heddle-edge-certificate-0", secret: { secretName: "docs-cert" } },
            ],
          },
        },
      },
    });
    expect(() => add?.({ ...before, kind: "Service", spec: { ports: [] } })).toThrow(/no pods/);
  });

  test.each([["no service of the mesh", "crat", /no service "crat" with pods; allowed: docs/]])(
    "fits into no pods of %s",
    (_, beside, expected) => {
      const wrong = { ...site, beside };
      expect(caught(() => checkEdge({ mesh: docs, sites: { docs: wrong } }))).toMatchObject([
        {
          code: "HED3042",
          path: ["sites", "docs", "beside"],
          message: expect.stringMatching(expected) as string,
        },
      ]);
    },
  );

  test("answers itself what its service's route leads to others", async () => {
    const mesh: MeshDefinition = {
      ...docs,
      routes: {
        docs: { rules: [{ matches: [{ path: "/next" }], service: "web", timeout: "7s" }] },
      },
    };
    const options = { mesh, sites: { docs: site }, acceptLosses: ["routes/inside"] } as const;
    const recorded = await recordResources(() => new EdgeProxy("door", options));
    const live = JSON.stringify(find(recorded, "door-docs:shop/pod-docs-live").inputs);
    expect(live).toContain("/next");
    expect(live).toContain('"7s');
    expect(live).not.toContain("shop/web");
  });

  test("is of one version where the service has several: whoever gets there gets that one", async () => {
    const mesh: MeshDefinition = {
      ...docs,
      routes: {
        web: {
          split: { v1: 90, v2: 10 },
          mirror: { version: "v2" },
          rules: [{ matches: [{ path: "/beta" }], split: { v2: 100 }, timeout: "2s" }],
        },
      },
    };
    const beside = { gateway: "pod", placement: "sidecar", beside: "web" } as const;
    const own = { ...beside, version: "v1" } as const;
    const options = { mesh, sites: { first: own }, acceptLosses: ["routes/inside"] } as const;
    const recorded = await recordResources(() => new EdgeProxy("door", options));
    expect(
      find(recorded, "door-first:shop/pod-first", "kubernetes:core/v1:Service").inputs,
    ).toMatchObject({
      spec: { selector: { app: "web", version: "v1" } },
    });
    const live = JSON.stringify(find(recorded, "door-first:shop/pod-first-live").inputs);
    expect(live).toContain("127.0.0.1");
    expect(live).toContain("/beta");
    expect(live).toContain('"2s');
    expect(live).not.toMatch(/web@v|weighted_clusters|request_mirror|docs-cert/);
    for (const [version, expected] of [
      [undefined, /got none; allowed: v1, v2/],
      ["v3", /got "v3"; allowed: v1, v2/],
    ] as const) {
      const wrong = version === undefined ? beside : { ...beside, version };
      expect(caught(() => checkEdge({ ...options, sites: { first: wrong } }))).toMatchObject([
        {
          code: "HED3042",
          path: ["sites", "first", "version"],
          message: expect.stringMatching(expected) as string,
        },
      ]);
    }
    expect(
      caught(() => checkEdge({ mesh: docs, sites: { docs: { ...site, version: "v1" } } })),
    ).toMatchObject([{ code: "HED3042", path: ["sites", "docs", "version"] }]);
  });

  test("needs a gateway that leads to the service", () => {
    const wrong = { ...site, gateway: "edge" };
    expect(caught(() => checkEdge({ mesh: docs, sites: { docs: wrong } }))).toMatchObject([
      { code: "HED3042", path: ["sites", "docs", "beside"] },
    ]);
  });
});
