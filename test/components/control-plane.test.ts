import { describe, expect, test } from "vitest";
import { ControlPlane } from "../../components/control-plane.ts";
import { leaveToIstiod } from "../../components/istio-chart.ts";
import { baseValues, istiodValues } from "../../components/istiod-values.ts";
import { MeshTrust } from "../../components/mesh-trust.ts";
import { find, isSecret, recordResources, withoutSecrets } from "./record-resources.ts";
import { temporaryCharts } from "./temporary-charts.ts";

describe("ControlPlane", () => {
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
