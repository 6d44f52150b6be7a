import { authoritySwapped } from "../../rules/change/authority-swapped.ts";
import { blastRadius } from "../../rules/change/blast-radius.ts";
import { certificateSwapped } from "../../rules/change/certificate-swapped.ts";
import { controlPlaneJump } from "../../rules/change/control-plane-jump.ts";
import { definitionRemoved } from "../../rules/change/definition-removed.ts";
import {
  newRoot,
  oldRoot,
  renewedCertificate,
  wideCertificate,
} from "../../rules/change/example-certificates.ts";
import { leavesMesh } from "../../rules/change/leaves-mesh.ts";
import { deployment, object, service, yaml } from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";

type Fields = Readonly<Record<string, unknown>>;
const networking = "networking.istio.io/v1";
const server = (host: string, tls?: Fields, number = 443) => ({
  port: { number, name: `p${String(number)}`, protocol: tls === undefined ? "HTTP" : "HTTPS" },
  hosts: [host],
  ...(tls === undefined ? {} : { tls }),
});
const edge = (...servers: readonly Fields[]) =>
  object(networking, "Gateway", "edge", { selector: { istio: "ingressgateway" }, servers });

const namespace = (labels: Fields) =>
  yaml(
    object("v1", "Namespace", "shop").replace(
      "  namespace: shop\n",
      `  labels: ${JSON.stringify(labels)}\n`,
    ),
    deployment("cart", "v1", { inject: "" }),
  );

runChangeGrid(leavesMesh, [
  [
    "the label goes",
    namespace({ "istio-injection": "enabled" }),
    namespace({ team: "cart" }),
    ["fail Deployment shop/cart-v1: spec.template.metadata.labels"],
  ],
  [
    "to a revision",
    namespace({ "istio-injection": "enabled" }),
    namespace({ "istio.io/rev": "next" }),
    [],
  ],
  [
    "to ambient",
    namespace({ "istio-injection": "enabled" }),
    namespace({ "istio.io/dataplane-mode": "ambient" }),
    [],
  ],
  [
    "out of ambient",
    namespace({ "istio.io/dataplane-mode": "ambient" }),
    namespace({ team: "cart" }),
    ["fail Deployment shop/cart-v1: spec.template.metadata.labels"],
  ],
]);

const istiod = (version: string, name = "istiod") =>
  object("apps/v1", "Deployment", `istio-system/${name}`, {
    template: {
      metadata: { labels: { app: "istiod" } },
      spec: { containers: [{ name: "discovery", image: `docker.io/istio/pilot:${version}` }] },
    },
  });
const image = "spec.template.spec.containers[0].image";

runChangeGrid(controlPlaneJump, [
  ["a patch", istiod("1.30.0"), istiod("1.30.5"), []],
  ["one minor", istiod("1.30.0"), istiod("1.31.0"), []],
  [
    "two in place",
    istiod("1.29.0"),
    istiod("1.31.0"),
    [`fail Deployment istio-system/istiod: ${image}`],
  ],
  [
    "two beside it",
    istiod("1.29.0"),
    yaml(istiod("1.29.0"), istiod("1.31.0-distroless", "istiod-1-31")),
    [],
  ],
  [
    "three beside it",
    istiod("1.28.0"),
    yaml(istiod("1.28.0"), istiod("1.31.0", "istiod-1-31")),
    [`fail Deployment istio-system/istiod-1-31: ${image}`],
  ],
  ["down", istiod("1.31.0"), istiod("1.30.0"), [`fail Deployment istio-system/istiod: ${image}`]],
  ["an image without a version", istiod("latest"), istiod("1.31.0"), []],
]);

const definition = (group: string, ...versions: readonly string[]) =>
  object("apiextensions.k8s.io/v1", "CustomResourceDefinition", `things.${group}`, {
    group,
    versions: versions.map((name) => ({ name, served: true })),
  });

runChangeGrid(definitionRemoved, [
  [
    "of the mesh",
    definition("security.istio.io", "v1"),
    service("cart"),
    ["fail CustomResourceDefinition things.security.istio.io: (root)"],
  ],
  ["of somebody else", definition("example.com", "v1"), service("cart"), []],
  [
    "a version is no longer served",
    definition("networking.istio.io", "v1", "v1beta1"),
    definition("networking.istio.io", "v1"),
    ["fail CustomResourceDefinition things.networking.istio.io: spec.versions"],
  ],
]);

const workloads = (count: number) =>
  yaml(...Array.from({ length: count }, (_, index) => deployment(`web-${String(index)}`, "v1")));
const telemetry = (at: string, spec: Fields = {}) =>
  object("telemetry.istio.io/v1", "Telemetry", at, spec);

runChangeGrid(blastRadius, [
  ["ten workloads", workloads(10), yaml(workloads(10), telemetry("istio-system/all")), []],
  [
    "eleven",
    workloads(11),
    yaml(workloads(11), telemetry("istio-system/all")),
    ["fail Telemetry istio-system/all: (root)"],
  ],
  [
    "of one namespace",
    workloads(11),
    yaml(workloads(11), telemetry("all")),
    ["fail Telemetry shop/all: (root)"],
  ],
  ["of another namespace", workloads(11), yaml(workloads(11), telemetry("other/all")), []],
  [
    "for some",
    workloads(11),
    yaml(workloads(11), telemetry("all", { selector: { matchLabels: { app: "web-1" } } })),
    [],
  ],
  [
    "removed",
    yaml(workloads(11), telemetry("all")),
    workloads(11),
    ["fail Telemetry shop/all: (root)"],
  ],
  [
    "the same in another order",
    yaml(workloads(11), telemetry("all", { tracing: [], metrics: [] })),
    yaml(workloads(11), telemetry("all", { metrics: [], tracing: [] })),
    [],
  ],
]);

const authority = (signer: string, roots: string) =>
  object("v1", "Secret", "istio-system/cacerts").concat(
    `stringData: ${JSON.stringify({ "ca-cert.pem": signer, "root-cert.pem": roots })}\n`,
  );
const cacerts = "fail Secret istio-system/cacerts: (root)";

runChangeGrid(authoritySwapped, [
  ["step one: trust both", authority(oldRoot, oldRoot), authority(oldRoot, oldRoot + newRoot), []],
  [
    "step two: sign with the new one",
    authority(oldRoot, oldRoot + newRoot),
    authority(newRoot, oldRoot + newRoot),
    [],
  ],
  [
    "step three: trust the new one",
    authority(newRoot, oldRoot + newRoot),
    authority(newRoot, newRoot),
    [],
  ],
  ["all at once", authority(oldRoot, oldRoot), authority(newRoot, newRoot), [cacerts, cacerts]],
  [
    "one and two at once",
    authority(oldRoot, oldRoot),
    authority(newRoot, oldRoot + newRoot),
    [cacerts],
  ],
  [
    "two and three at once",
    authority(oldRoot, oldRoot + newRoot),
    authority(newRoot, newRoot),
    [cacerts],
  ],
]);

const gatewaySecret = (certificate: string) =>
  yaml(
    edge(server("shop.example", { mode: "SIMPLE", credentialName: "shop-tls" })),
    object("v1", "Secret", "istio-system/shop-tls").concat(
      `stringData: ${JSON.stringify({ "tls.crt": certificate, "tls.key": "example" })}\n`,
    ),
  );
const secret = "fail Secret istio-system/shop-tls: (root)";

runChangeGrid(certificateSwapped, [
  ["renewed", gatewaySecret(wideCertificate), gatewaySecret(renewedCertificate), []],
  [
    "another issuer and no names",
    gatewaySecret(wideCertificate),
    gatewaySecret(oldRoot.replace(oldRoot, newRoot)),
    [secret, secret],
  ],
  ["not readable", gatewaySecret(wideCertificate), gatewaySecret("example"), []],
]);
