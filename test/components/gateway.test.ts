import { secret } from "@pulumi/pulumi";
import { describe, expect, test } from "vitest";
import {
  ControlPlane,
  Gateway,
  Mesh,
  MeshTrust,
  type GatewayArgs,
} from "../../components/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
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

  const record = (args: Pick<GatewayArgs, "loginSecrets" | "values">, definition = shop) => {
    const charts = temporaryCharts();
    return recordResources(() => {
      const controlPlane = new ControlPlane("istio", { charts });
      const mesh = new Mesh("shop", { mesh: definition, controlPlane });
      return new Gateway("edge", { mesh, controlPlane, ...args });
    });
  };

  test("may read Secrets before its pods are there", async () => {
    const recorded = await record({});
    const [role, binding] = ["Role", "RoleBinding"].map((kind) =>
      find(recorded, "edge-reads-secrets", `kubernetes:rbac.authorization.k8s.io/v1:${kind}`),
    );
    const metadata = { name: "edge-reads-secrets", namespace: "shop" };
    expect(role?.inputs).toMatchObject({
      metadata,
      rules: [{ apiGroups: [""], resources: ["secrets"], verbs: ["get", "watch", "list"] }],
    });
    expect(binding?.inputs).toMatchObject({
      metadata,
      roleRef: { kind: "Role", name: metadata.name },
      subjects: [{ kind: "ServiceAccount", name: "edge", namespace: "shop" }],
    });
    const chart = find(recorded, "edge-chart");
    expect(chart.inputs).toMatchObject({ values: { rbac: { enabled: false } } });
    for (const kind of ["Role", "RoleBinding"]) {
      expect(chart.dependsOn).toContain(
        `kubernetes:rbac.authorization.k8s.io/v1:${kind}::edge-reads-secrets`,
      );
    }
  });

  test.each([
    [{ serviceAccount: { name: "own" } }, "own"],
    [{ serviceAccount: { name: "" }, name: "front" }, "front"],
    [{ serviceAccount: { create: false } }, "default"],
    [{ serviceAccount: { create: false, name: "own" } }, "own"],
    [{ serviceAccount: 1, rbac: { enabled: "yes" } }, "edge"],
  ])("with the values %j its account is %s, as the chart has it", async (values, account) => {
    const recorded = await record({ values });
    const type = "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding";
    expect(find(recorded, "edge-reads-secrets", type).inputs).toMatchObject({
      subjects: [{ name: account }],
    });
  });

  test("leaves the right to others where the values say so", async () => {
    const recorded = await record({ values: { rbac: { enabled: false } } });
    expect(recorded.filter(({ name }) => name === "edge-reads-secrets")).toEqual([]);
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

  const login = {
    provider: "people",
    clientId: "shop",
    clientSecret: { secret: "shop-login", key: "client" },
    cookieSecret: { secret: "shop-login", key: "cookies" },
  };
  const withLogin: MeshDefinition = {
    ...shop,
    authentication: {
      providers: {
        people: {
          issuer: "https://login.example/",
          jwks: { uri: "https://login.example/keys" },
          login: {
            authorization: "https://login.example/authorize",
            token: "https://login.example/token",
          },
        },
      },
    },
    gateways: {
      edge: {
        hosts: { "shop.example": { service: "web", tls: { secret: "shop-cert" }, login } },
      },
    },
  };
  const recordLogin = (args: Parameters<typeof record>[0]) => record(args, withLogin);

  test("makes the Secrets of its logins and mounts them, beside what an author mounts", async () => {
    const volumes = [{ name: "own", emptyDir: {} }];
    const recorded = await recordLogin({
      loginSecrets: { "shop-login": { client: "planted-client", cookies: secret("planted-key") } },
      values: { volumes, volumeMounts: [{ name: "own", mountPath: "/own" }] },
    });
    const made = find(recorded, "edge-shop-login");
    expect(made.inputs).toMatchObject({ metadata: { name: "shop-login", namespace: "shop" } });
    expect(isSecret(made.inputs["data"])).toBe(true);
    const shown = JSON.stringify(recorded.map(withoutSecrets));
    for (const text of ["planted-client", "planted-key"]) {
      expect(shown).not.toContain(text);
      expect(shown).not.toContain(Buffer.from(text).toString("base64"));
    }
    const chart = find(recorded, "edge-chart");
    expect(chart.dependsOn).toContain("kubernetes:core/v1:Secret::edge-shop-login");
    expect(chart.inputs).toMatchObject({
      values: {
        volumes: [
          {
            projected: {
              sources: [
                { configMap: { name: "edge-logins" } },
                {
                  secret: {
                    name: "shop-login",
                    items: [
                      { key: "client", path: "text_shop-login_client" },
                      { key: "cookies", path: "text_shop-login_cookies" },
                    ],
                  },
                },
              ],
            },
          },
          ...volumes,
        ],
        volumeMounts: [{ mountPath: "/etc/heddle/logins", readOnly: true }, { mountPath: "/own" }],
      },
    });
    const files = find(recorded, "shop:shop/edge-logins", "kubernetes:core/v1:ConfigMap");
    const filters = "kubernetes:networking.istio.io/v1alpha3:EnvoyFilter";
    const filter = find(recorded, "shop:shop/edge-logins", filters);
    const text = JSON.stringify([files, filter]);
    expect(text).toContain("/etc/heddle/logins/text_shop-login_client");
    expect(text).toContain("/etc/heddle/logins/secrets_login_shop-login_client.json");
  });

  test("mounts Secrets of logins that somebody else keeps", async () => {
    const recorded = await recordLogin({});
    expect(recorded.filter(({ type }) => type === "kubernetes:core/v1:Secret")).toEqual([]);
    expect(JSON.stringify(find(recorded, "edge-chart").inputs)).toContain("shop-login");
  });

  test("Secrets of logins that are not what the model asks for are refused, without their values", async () => {
    const charts = temporaryCharts();
    let said = "";
    await recordResources(() => {
      const controlPlane = new ControlPlane("istio", { charts });
      const mesh = new Mesh("shop", { mesh: withLogin, controlPlane });
      const loginSecrets = { "shop-login": { client: "planted", cookie: "planted" }, other: {} };
      try {
        new Gateway("edge", { mesh, controlPlane, loginSecrets });
      } catch (error) {
        said = String(error);
      }
    });
    expect(said).toMatch(/HED3032.*loginSecrets\.shop-login\.cookie\n.*no login asks for it/);
    expect(said).toMatch(/loginSecrets\.shop-login\.cookies\n.*missing/);
    expect(said).toMatch(/loginSecrets\.other\n.*asked: shop-login/);
    expect(said).not.toContain("planted");
  });
});
