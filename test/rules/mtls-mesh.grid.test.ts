import { automaticMtlsOff } from "../../rules/mtls/automatic-mtls-off.ts";
import { meshNotStrict } from "../../rules/mtls/mesh-not-strict.ts";
import { probeInPlaintext } from "../../rules/mtls/probe-in-plaintext.ts";
import { weakMeshTls } from "../../rules/mtls/weak-mesh-tls.ts";
import { deployment, destinationRule, object, peerAuthentication, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const meshConfig = (mesh: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata:\n  mesh: "${mesh}"\n`;
const strict = peerAuthentication("default", { mtls: { mode: "STRICT" } });

runGrid(meshNotStrict, [
  ["without MeshConfig", deployment("cart", "v1"), []],
  [
    "every namespace says its mode",
    yaml(meshConfig("trustDomain: a"), deployment("cart", "v1"), strict),
    [],
  ],
  [
    "only some workloads have a mode",
    yaml(
      meshConfig("trustDomain: a"),
      deployment("cart", "v1"),
      peerAuthentication("cart", {
        selector: { matchLabels: { app: "cart" } },
        mtls: { mode: "STRICT" },
      }),
    ),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
]);

runGrid(weakMeshTls, [
  ["nothing is said", meshConfig("trustDomain: a"), []],
  [
    "a broken cipher",
    meshConfig("tlsDefaults: { cipherSuites: [ECDHE-RSA-AES256-GCM-SHA384, DES-CBC3-SHA] }"),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
]);

runGrid(automaticMtlsOff, [
  ["on", meshConfig("enableAutoMtls: true"), []],
  [
    "a rule for one namespace only",
    yaml(
      meshConfig("enableAutoMtls: false"),
      destinationRule("all", {
        host: "*.shop.svc.cluster.local",
        trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } },
      }),
    ),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
]);

const probed = (probe: object, annotations: object = {}) =>
  object("apps/v1", "Deployment", "cart", {
    template: {
      metadata: {
        labels: { app: "cart", "sidecar.istio.io/inject": "true" },
        annotations: { "sidecar.istio.io/rewriteAppHTTPProbers": "false", ...annotations },
      },
      spec: { containers: [{ name: "app", image: "cart:1", livenessProbe: probe }] },
    },
  });

runGrid(probeInPlaintext, [
  ["an open port", yaml(strict, probed({ tcpSocket: { port: 80 } })), []],
  [
    "gRPC",
    yaml(strict, probed({ grpc: { port: 80 } })),
    ["fail Deployment shop/cart: spec.template.spec.containers[0].livenessProbe"],
  ],
  ["nobody says that it is strict", probed({ httpGet: { port: 80 } }), []],
  [
    "a port that the proxy does not take",
    yaml(
      strict,
      probed({ httpGet: { port: 80 } }, { "traffic.sidecar.istio.io/excludeInboundPorts": "80" }),
    ),
    [],
  ],
]);
