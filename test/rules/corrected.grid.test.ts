import { principalUnknown } from "../../rules/access/principal-unknown.ts";
import { permissiveMtls } from "../../rules/mtls/permissive-mtls.ts";
import { retryAmplification } from "../../rules/resilience/retry-amplification.ts";
import { unlistedTargetPort } from "../../rules/services/unlisted-target-port.ts";
import { deployment, object, peerAuthentication, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

// Faults of earlier versions, each with the input that showed it.

const meshConfig = `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: mesh }
data: { mesh: "rootNamespace: mesh" }
`;

runGrid(permissiveMtls, [
  [
    "the root namespace is the one of MeshConfig",
    yaml(
      peerAuthentication("mesh/default", { mtls: { mode: "STRICT" } }),
      meshConfig,
      deployment("cart", "v1"),
    ),
    [],
  ],
  [
    "only the mode of a port, beside a strict mesh",
    yaml(
      peerAuthentication("cart", {
        selector: { matchLabels: { app: "cart" } },
        portLevelMtls: { 9090: { mode: "DISABLE" } },
      }),
      peerAuthentication("istio-system/default", { mtls: { mode: "STRICT" } }),
      deployment("cart", "v1"),
    ),
    ["fail PeerAuthentication shop/cart: spec.portLevelMtls"],
  ],
]);

const gateway = (ports: readonly object[]) =>
  yaml(
    object("v1", "Service", "edge", {
      selector: { istio: "edge" },
      ports: [
        { name: "http2", port: 80, targetPort: 80 },
        { name: "status-port", port: 15021, targetPort: 15021 },
      ],
    }),
    object("apps/v1", "Deployment", "edge", {
      template: {
        metadata: { labels: { istio: "edge", "sidecar.istio.io/inject": "true" } },
        spec: { containers: [{ name: "istio-proxy", image: "auto", ports }] },
      },
    }),
  );

runGrid(unlistedTargetPort, [
  [
    "a gateway, which opens what Gateways ask for",
    gateway([{ name: "http-envoy-prom", containerPort: 15090 }]),
    [],
  ],
]);

const allowed = (account: string) =>
  object("security.istio.io/v1", "AuthorizationPolicy", "cart", {
    rules: [{ from: [{ source: { principals: [`cluster.local/ns/shop/sa/${account}`] } }] }],
  });
const mesh = "name: shop\ntrust: { domain: shop.example }\nservices:\n  web: {}\n";

runGrid(principalUnknown, [
  ["an account of a workload of a model", yaml(deployment("cart", "v1"), allowed("web"), mesh), []],
  [
    "an account of nobody",
    yaml(deployment("cart", "v1"), allowed("nobody"), mesh),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.principals[0]"],
  ],
]);

const onErrors = '{ retries: { attempts: 1, perTryTimeout: 1s, on: ["503"] } }';

runGrid(retryAmplification, [
  [
    "two circles are two faults",
    `name: shop\ntrust: { domain: shop.example }\nservices:\n  a: { calls: { b: ${onErrors} } }\n  b: { calls: { a: {} } }\n  c: { calls: { d: ${onErrors} } }\n  d: { calls: { c: {} } }\n`,
    ["fail mesh shop: services.a.calls.b", "fail mesh shop: services.c.calls.d"],
  ],
]);
