import { internalOnInternet } from "../../rules/gateway/internal-on-internet.ts";
import { outlivesIssuer } from "../../rules/gateway/outlives-issuer.ts";
import { sensitiveBesidePublic } from "../../rules/gateway/sensitive-beside-public.ts";
import { untrustedIssuer } from "../../rules/gateway/untrusted-issuer.ts";
import { gatewayWithoutLimits } from "../../rules/gateway/without-limits.ts";
import { certificateLifetime } from "../../rules/mtls/certificate-lifetime.ts";
import { issuerCertificate, lateCertificate, shortCertificate } from "./chained-certificates.ts";
import { object, yaml } from "./manifests.ts";
import { pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";

const secret = (at: string, stringData: object) =>
  `${JSON.stringify({ apiVersion: "v1", kind: "Secret", metadata: { name: at.split("/")[1], namespace: at.split("/")[0] }, stringData })}\n`;
const certManager = (kind: string, name: string, spec: object) =>
  object("cert-manager.io/v1", kind, `edge/${name}`, { ...spec });
const authority = certManager("Certificate", "ca", {
  isCA: true,
  secretName: "ca",
  duration: "100h",
  issuerRef: { name: "root" },
});
const issuer = certManager("Issuer", "company", { ca: { secretName: "ca" } });
const leaf = (more: object) =>
  certManager("Certificate", "leaf", {
    secretName: "leaf",
    issuerRef: { name: "company" },
    ...more,
  });

runGrid(outlivesIssuer, [
  [
    "a leaf that outlives",
    secret("edge/shop", { "tls.crt": `${lateCertificate}\n${issuerCertificate}`, "tls.key": "x" }),
    ["fail Secret edge/shop: (root)"],
  ],
  [
    "a leaf that does not",
    secret("edge/shop", { "tls.crt": `${shortCertificate}\n${issuerCertificate}`, "tls.key": "x" }),
    [],
  ],
  [
    "the authority of the mesh",
    secret("istio-system/cacerts", {
      "ca-cert.pem": lateCertificate,
      "root-cert.pem": issuerCertificate,
    }),
    ["fail Secret istio-system/cacerts: (root)"],
  ],
  ["no certificates", secret("edge/shop", { "tls.crt": "x" }), []],
  [
    "the default of 90 days",
    yaml(authority, issuer, leaf({})),
    ["fail Certificate edge/leaf: spec.duration"],
  ],
  ["an issuer that is not here", leaf({}), []],
  ["an authority that is not here", yaml(issuer, leaf({})), []],
]);

const configured = (annotations: object) => pod("cart", { annotations });
const meshConfig = (mesh: object) =>
  `${JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "istio", namespace: "istio-system" }, data: { mesh: JSON.stringify(mesh) } })}\n`;
const metadata = (proxyMetadata: object) => meshConfig({ defaultConfig: { proxyMetadata } });

runGrid(certificateLifetime, [
  ["nothing is said", meshConfig({}), []],
  ["too long", metadata({ SECRET_TTL: "2400h" }), ["fail ConfigMap istio-system/istio: (root)"]],
  [
    "long, and istiod signs it",
    yaml(
      metadata({ SECRET_TTL: "2400h" }),
      object("apps/v1", "Deployment", "istio-system/istiod", {
        template: {
          metadata: { labels: { app: "istiod" } },
          spec: {
            containers: [
              { name: "discovery", env: [{ name: "MAX_WORKLOAD_CERT_TTL", value: "4800h" }] },
            ],
          },
        },
      }),
    ),
    [],
  ],
  [
    "a late renewal",
    metadata({ SECRET_GRACE_PERIOD_RATIO: "0.01" }),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
  [
    "a workload of its own",
    configured({ "proxy.istio.io/config": "proxyMetadata: { SECRET_TTL: 30m }" }),
    ['fail Deployment shop/cart: spec.template.metadata.annotations["proxy.istio.io/config"]'],
  ],
  ["no YAML", configured({ "proxy.istio.io/config": "{" }), []],
]);

const server = (hosts: readonly string[], mode = "SIMPLE") => ({
  port: { number: 443, name: "https", protocol: "HTTPS" },
  hosts,
  tls: { mode, credentialName: "leaf" },
});
const gateway = (at: string, hosts: readonly string[], mode?: string) =>
  object("networking.istio.io/v1", "Gateway", at, {
    selector: { istio: "edge" },
    servers: [server(hosts, mode)],
  });
const edgePods = object("apps/v1", "Deployment", "edge/edge", {
  template: {
    metadata: { labels: { istio: "edge" } },
    spec: { containers: [{ name: "istio-proxy", image: "auto" }] },
  },
});
const staging = certManager("Issuer", "company", {
  acme: { server: "https://acme-staging-v02.api.letsencrypt.org/directory" },
});
const place = "fail Gateway edge/shop: spec.servers[0].tls.credentialName";

runGrid(untrustedIssuer, [
  [
    "an authority for tests",
    yaml(edgePods, gateway("edge/shop", ["shop/shop.example.com"]), leaf({}), staging),
    [place],
  ],
  [
    "a host of the own network",
    yaml(edgePods, gateway("edge/shop", ["shop.internal"]), leaf({}), staging),
    [],
  ],
  [
    "clients with certificates",
    yaml(edgePods, gateway("edge/shop", ["shop.example.com"], "MUTUAL"), leaf({}), staging),
    [],
  ],
  [
    "an authority of the company",
    yaml(edgePods, gateway("edge/shop", ["shop.example.com"]), leaf({}), issuer),
    [],
  ],
  [
    "a Secret that nothing makes",
    yaml(edgePods, gateway("edge/shop", ["shop.example.com"]), staging),
    [],
  ],
]);

const balancer = (name: string, annotations: object = {}, spec: object = {}) =>
  `${JSON.stringify({ apiVersion: "v1", kind: "Service", metadata: { name, namespace: "edge", annotations }, spec: { type: "LoadBalancer", selector: { istio: "edge" }, ...spec } })}\n`;
const filter = (at: string, labels: object, value: object) =>
  object("networking.istio.io/v1alpha3", "EnvoyFilter", at, {
    workloadSelector: { labels },
    configPatches: [{ applyTo: "HTTP_FILTER", patch: { operation: "INSERT_BEFORE", value } }],
  });
const shop = gateway("edge/shop", ["shop.example.com"]);
const rate = { name: "envoy.filters.http.local_ratelimit" };

runGrid(gatewayWithoutLimits, [
  ["no load balancer", shop, []],
  [
    "a limit of another workload",
    yaml(shop, balancer("edge"), filter("edge/x", { app: "x" }, rate)),
    ["fail Gateway edge/shop: spec.servers"],
  ],
  [
    "a filter that limits nothing",
    yaml(shop, balancer("edge"), filter("edge/x", {}, { name: "envoy.filters.http.lua" })),
    ["fail Gateway edge/shop: spec.servers"],
  ],
  [
    "a limit for the whole mesh",
    yaml(shop, balancer("edge"), filter("istio-system/x", {}, rate)),
    [],
  ],
  [
    "a limit in MeshConfig",
    yaml(
      shop,
      balancer("edge"),
      meshConfig({
        defaultConfig: { runtimeValues: { "overload.global_downstream_max_connections": "1000" } },
      }),
    ),
    [],
  ],
]);

runGrid(internalOnInternet, [
  ["a public gateway", yaml(shop, balancer("edge")), []],
  [
    "internal hosts",
    yaml(gateway("edge/tools", ["ops/kiali.example.com", "shop.internal"]), balancer("edge")),
    ["fail Service edge/edge: spec.type"],
  ],
  ["a name", yaml(shop, balancer("edge-private")), ["fail Service edge/edge-private: spec.type"]],
  [
    "source ranges",
    yaml(shop, balancer("edge-private", {}, { loadBalancerSourceRanges: ["10.0.0.0/8"] })),
    [],
  ],
  [
    "an internal load balancer",
    yaml(
      shop,
      balancer("edge-private", {
        "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
      }),
    ),
    [],
  ],
  ["no load balancer", yaml(shop, balancer("edge-private", {}, { type: "ClusterIP" })), []],
]);

runGrid(sensitiveBesidePublic, [
  [
    "in one Gateway",
    gateway("edge/shop", ["shop.example.com", "admin.shop.example.com"]),
    ["fail Gateway edge/shop: spec.servers[0].hosts[1]"],
  ],
  ["the own network only", gateway("edge/shop", ["shop.internal", "admin.example.com"]), []],
  [
    "a name that only contains the word",
    gateway("edge/shop", ["shop.example.com", "administration.example.com"]),
    [],
  ],
  ["a domain that is called so", gateway("edge/shop", ["shop.example.com", "internal.com"]), []],
]);
