import { describe, expect, test } from "vitest";
import type { ControlPlaneArgs } from "../../components/control-plane-args.ts";
import { ControlPlane } from "../../components/control-plane.ts";
import { Mesh } from "../../components/mesh.ts";
import { leaveToIstiod } from "../../components/istio-chart.ts";
import { baseValues, istiodValues } from "../../components/istiod-values.ts";
import { MeshTrust } from "../../components/mesh-trust.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { meshConfig } from "../../targets/istio/index.ts";
import { graphOf } from "../graph/graph-of.ts";
import { find, isSecret, recordResources, withoutSecrets } from "./record-resources.ts";
import { shop } from "./shop.ts";
import { temporaryCharts } from "./temporary-charts.ts";

const withProvider: MeshDefinition = {
  ...shop,
  trust: { domain: "shop.example", aliases: ["old.example"] },
  providers: { lines: { kind: "file-log" } },
  telemetry: { logs: { provider: "lines" } },
};

describe("ControlPlane", () => {
  test("knows the providers of its mesh, or the mesh is refused", async () => {
    const charts = temporaryCharts();
    await recordResources(() => {
      const controlPlane = new ControlPlane("istio", { charts, mesh: withProvider });
      new Mesh("shop", { mesh: withProvider, controlPlane });
      const other = new ControlPlane("other", { charts, mesh: shop });
      expect(() => new Mesh("two", { mesh: withProvider, controlPlane: other })).toThrow(
        /HED3006.*providers.lines/,
      );
      expect(() => {
        const bare = new ControlPlane("bare", { charts });
        return new Mesh("three", { mesh: withProvider, controlPlane: bare });
      }).toThrow(/mesh: the same mesh/);
    });
  });

  test("comes up in order: namespace, signer, kinds, istiod, barrier", async () => {
    const charts = temporaryCharts();
    const recorded = await recordResources(() => {
      const trust = new MeshTrust("trust", { trustDomain: "shop.example" });
      new ControlPlane("istio", { charts, trust, trustDomain: "shop.example" });
    });
    const chart = "kubernetes:helm.sh/v4:Chart";
    const namespace = "kubernetes:core/v1:Namespace::istio-namespace";
    expect(find(recorded, "istio-namespace").parent).toBe("heddle:index:ControlPlane::istio");
    expect(find(recorded, "istio-signer").dependsOn).toContain(namespace);
    expect(find(recorded, "istio-base").dependsOn).toContain(namespace);
    expect(find(recorded, "istio-istiod").dependsOn).toEqual(
      expect.arrayContaining([
        `${chart}::istio-base`,
        "kubernetes:core/v1:Secret::istio-signer",
      ]) as unknown,
    );
    for (const name of ["istio-validator-ready", "istio-injector-ready"]) {
      expect(find(recorded, name).dependsOn).toContain(`${chart}::istio-istiod`);
      expect(find(recorded, name).inputs["metadata"]).toMatchObject({
        annotations: { "pulumi.com/waitFor": "jsonpath={.webhooks[0].clientConfig.caBundle}" },
      });
    }
  });

  test("keeps every key of the trust secret", async () => {
    const charts = temporaryCharts();
    const recorded = await recordResources(() => {
      const trust = new MeshTrust("trust", { trustDomain: "shop.example" });
      new ControlPlane("istio", { charts, trust });
    });
    const { inputs } = find(recorded, "istio-signer");
    expect(inputs["metadata"]).toEqual({ name: "cacerts", namespace: "istio-system" });
    expect(isSecret(inputs["data"])).toBe(true);
    expect(JSON.stringify(inputs["data"])).toContain(base64("planted-private-key"));
    // In the clear nothing has a key: not the charts' values, not a component's arguments.
    const readable = JSON.stringify(recorded.map(withoutSecrets));
    expect(readable).not.toContain("planted-private-key");
    expect(readable).not.toContain(base64("planted-private-key"));
  });

  test("says what to do when the charts are missing, before it registers anything", () => {
    expect(() => new ControlPlane("istio", { charts: "/nowhere" })).toThrow(
      /HED5001.*\n.*no chart "base".*\/nowhere\/base\n.*npm run tools/,
    );
  });
});

describe("values of the charts", () => {
  const charts = "/charts";

  test("the mesh says trust domain, aliases and providers, and what is said beside it wins", () => {
    const stated = meshConfig(graphOf(withProvider).mesh);
    const values = (args: Partial<ControlPlaneArgs>): unknown =>
      istiodValues({ charts, ...args }, stated)["meshConfig"];
    expect(values({})).toMatchObject({
      trustDomain: "shop.example",
      trustDomainAliases: ["old.example"],
      extensionProviders: [{ name: "lines", envoyFileAccessLog: { path: "/dev/stdout" } }],
      defaultHttpRetryPolicy: { attempts: 0 },
    });
    expect(values({ trustDomain: "other.example" })).toMatchObject({
      trustDomain: "other.example",
    });
  });

  test("validation is closed from the start in both", () => {
    const closed = { base: { validationFailurePolicy: "Fail" } };
    expect(baseValues({ charts })).toMatchObject(closed);
    expect(istiodValues({ charts })).toMatchObject(closed);
  });

  test("istiod starts after its settings, also those of a revision", () => {
    const settings = (values: unknown): unknown =>
      (values as { deploymentAnnotations: unknown }).deploymentAnnotations;
    expect(settings(istiodValues({ charts }))).toEqual({
      "config.kubernetes.io/depends-on": [
        "/namespaces/istio-system/ConfigMap/istio",
        "/namespaces/istio-system/ConfigMap/istio-sidecar-injector",
        "/namespaces/istio-system/ConfigMap/values",
      ].join(","),
    });
    expect(
      JSON.stringify(settings(istiodValues({ charts, namespace: "mesh", revision: "1-31" }))),
    ).toContain("/namespaces/mesh/ConfigMap/istio-sidecar-injector-1-31,");
  });

  test("no retry that nobody asked for", () => {
    expect(istiodValues({ charts })).toMatchObject({
      meshConfig: { defaultHttpRetryPolicy: { attempts: 0 } },
    });
  });

  test("upstream Envoy is sent nothing of Istio's own", () => {
    expect(istiodValues({ charts, proxy: "envoy" })).toMatchObject({
      telemetry: { enabled: false },
      env: {
        PILOT_ENABLE_ALPN_FILTER: "false",
        PILOT_ENABLE_METADATA_EXCHANGE: "false",
        PILOT_DISABLE_MX_ALPN: "true",
      },
    });
    expect(istiodValues({ charts, proxy: "istio" })).not.toHaveProperty("telemetry");
  });

  test("raw values win and add", () => {
    const values = istiodValues({
      charts,
      proxy: "envoy",
      meshConfig: { raw: { defaultConfig: { concurrency: 2 } } },
      values: { env: { PILOT_TRACE_SAMPLING: "1" }, replicaCount: 5 },
    });
    expect(values).toMatchObject({
      replicaCount: 5,
      env: { PILOT_TRACE_SAMPLING: "1", PILOT_DISABLE_MX_ALPN: "true" },
      meshConfig: { defaultConfig: { concurrency: 2, holdApplicationUntilProxyStarts: true } },
    });
  });
});

describe("leaveToIstiod", () => {
  const args = { custom: true, name: "any", props: {}, opts: { ignoreChanges: ["spec"] } };

  test.each(["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"])("%s", (kind) => {
    const type = `kubernetes:admissionregistration.k8s.io/v1:${kind}`;
    expect(leaveToIstiod({ ...args, type })).toMatchObject({
      opts: {
        ignoreChanges: ["spec", "webhooks[*].clientConfig.caBundle", "webhooks[*].failurePolicy"],
      },
    });
  });

  test("nothing else", () => {
    expect(leaveToIstiod({ ...args, type: "kubernetes:core/v1:Service" })).toBeUndefined();
  });
});

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
