import { describe, expect, test } from "vitest";
import { ControlPlane, Gateway, Mesh, MeshTrust } from "../../components/index.ts";
import { find, isSecret, recordResources, withoutSecrets } from "./record-resources.ts";
import { shop } from "./shop.ts";
import { temporaryCharts } from "./temporary-charts.ts";

function program(charts: string): { readonly edge: Gateway; readonly mesh: Mesh } {
  const trust = new MeshTrust("trust", { trustDomain: "shop.example" });
  const controlPlane = new ControlPlane("istio", { charts, trust });
  const mesh = new Mesh("shop", { mesh: shop, controlPlane });
  const certificate = { kind: "generated", trust } as const;
  return { mesh, edge: new Gateway("edge", { mesh, controlPlane, certificate }) };
}

describe("Gateway", () => {
  test("deploys the official chart under the gateway's name, closed to the world", async () => {
    const charts = temporaryCharts();
    const recorded = await recordResources(() => program(charts));
    const chart = find(recorded, "edge-chart");
    expect(chart.inputs).toMatchObject({
      chart: `${charts}/gateway`,
      name: "edge",
      namespace: "shop",
      values: { service: { type: "ClusterIP" }, replicaCount: 1 },
    });
    expect(chart.parent).toBe("heddle:index:Gateway::edge");
    expect(chart.dependsOn).toEqual(
      expect.arrayContaining([
        "kubernetes:core/v1:Namespace::shop:shop",
        "kubernetes:core/v1:Secret::edge-shop-cert-secret",
        "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfigurationPatch::istio-injector-ready",
      ]) as unknown,
    );
  });

  test("makes one certificate for all hosts that share a Secret", async () => {
    const charts = temporaryCharts();
    const recorded = await recordResources(() => program(charts));
    const request = find(recorded, "edge-shop-cert-server", "tls:index/certRequest:CertRequest");
    expect(request.inputs["dnsNames"]).toEqual(["shop.example", "www.shop.example"]);
    const secret = find(recorded, "edge-shop-cert-secret");
    expect(secret.inputs).toMatchObject({
      type: "kubernetes.io/tls",
      metadata: { name: "shop-cert", namespace: "shop" },
    });
    expect(isSecret(secret.inputs["data"])).toBe(true);
    expect(JSON.stringify(recorded.map(withoutSecrets))).not.toContain("planted-private-key");
  });

  test("signs with an authority of its own, not with the mesh's signer", async () => {
    const charts = temporaryCharts();
    const recorded = await recordResources(() => program(charts));
    const signed = "tls:index/locallySignedCert:LocallySignedCert";
    expect(find(recorded, "edge-shop-cert-signer", signed).inputs["isCaCertificate"]).toBe(true);
    const server = find(recorded, "edge-shop-cert-server", signed);
    expect(server.inputs["isCaCertificate"]).toBeUndefined();
    expect(server.inputs["allowedUses"]).toEqual(["digital_signature", "server_auth"]);
    expect(server.dependsOn).toContain(`${signed}::edge-shop-cert-signer`);
  });

  test("a name that the model does not have is refused with the names that it has", async () => {
    const charts = temporaryCharts();
    await recordResources(() => {
      const controlPlane = new ControlPlane("istio", { charts });
      const mesh = new Mesh("shop", { mesh: shop, controlPlane });
      expect(() => new Gateway("front", { mesh, controlPlane })).toThrow(
        /HED2001.*\n.*no gateway "front", it has edge/,
      );
    });
  });
});
