import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import { Config, type Resource } from "@pulumi/pulumi";
import {
  ControlPlane,
  EdgeProxy,
  Gateway,
  GatewayCertificate,
  Mesh,
  MeshTrust,
  RawManifests,
} from "../../../components/index.ts";
import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../../model/index.ts";
import { insideTheMesh } from "../../../targets/features.ts";
import { compileGatewayApi } from "../../../targets/gateway-api/index.ts";
import { compileIngress } from "../../../targets/ingress/index.ts";
import { injectionLabels, podAnnotations } from "../../../targets/istio/index.ts";
import { compileKubernetes, type KubernetesOptions } from "../../../targets/kubernetes/index.ts";
import { envoyGateway, envoyGatewayClass } from "./envoy-gateway.ts";
import { gatewayClassDefaults } from "../setup/gateway-class-defaults.ts";
import { ingressSettings, istioIngressClass, lowestMesh } from "./lowest.ts";
import { sameMesh } from "./mesh.ts";
import { namespaces, type TargetName } from "./namespaces.ts";

// The same mesh four times: on Istio's sidecars and gateway, as objects of the Gateway API for istiod and for Envoy
// Gateway, and behind an Envoy without a control plane; behind the last two are pods without sidecars.

const config = new Config("same");
const resources = { cpu: "10m", memory: "32Mi" };

const trust = new MeshTrust("trust", { trustDomain: "same.example" });
const controlPlane = new ControlPlane("istio", {
  trust,
  trustDomain: "same.example",
  charts: config.require("charts"),
  hub: config.get("hub"),
  tag: config.get("tag"),
  proxy: "envoy",
  meshConfig: { raw: ingressSettings },
  resources: { cpu: "10m", memory: "128Mi" },
  proxyResources: resources,
});

const mesh = new Mesh("same-istio", { mesh: sameMesh(namespaces.istio), controlPlane });
const certificate = { kind: "generated", trust } as const;
new Gateway("door", { mesh, controlPlane, resources, certificate });

const lowest = build(lowestMesh);
const secure = new GatewayCertificate(
  "lowest-secure",
  { trust, secret: "lowest-cert", namespace: namespaces.istio, hosts: ["lowest.example"] },
  { dependsOn: [mesh] },
);
new RawManifests(
  "lowest",
  {
    manifests: [
      istioIngressClass,
      ...checked((report) => compileIngress(lowest.model, lowest.graph, report)).map(unawaited),
    ],
    controlPlane,
  },
  { dependsOn: [mesh, secure] },
);

const injected = deploy(namespaces["gateway-api"], {
  namespaceLabels: injectionLabels,
  podAnnotations,
});
const defaults = new ConfigMap("gateway-class", gatewayClassDefaults, {
  dependsOn: [...controlPlane.ready],
});
new RawManifests(
  "routes",
  { manifests: routesOf("gateway-api", "istio"), controlPlane },
  { dependsOn: [...injected, defaults] },
);

const beside = deploy(namespaces["envoy-gateway"], {});
const { installed } = envoyGateway(config.require("envoyGatewayChart"));
new RawManifests(
  "envoy-gateway-routes",
  { manifests: [envoyGatewayClass, ...routesOf("envoy-gateway", "envoy-gateway")], controlPlane },
  { dependsOn: [...beside, installed] },
);

const plain = deploy(namespaces.envoy, {});
new EdgeProxy(
  "edge",
  {
    mesh: sameMesh(namespaces.envoy),
    acceptLosses: [...insideTheMesh, "routes/mirror-service"],
    sites: { here: { replicas: 1, resources } },
  },
  { dependsOn: plain },
);

export const rootCertificate = trust.rootCertificate;

/** What a copy of the mesh is in the Gateway API, for a class. */
function routesOf(name: TargetName, className: string): readonly Manifest[] {
  const { model, graph } = parse(namespaces[name]);
  return checked((report) =>
    compileGatewayApi(model, graph, report, { channel: "experimental", className }),
  );
}

/** The workloads of a copy of the mesh and the certificate of its gateway; the namespace comes first. */
function deploy(namespace: string, options: KubernetesOptions): Resource[] {
  const manifests = checked((report) => {
    return compileKubernetes(parse(namespace).model, report, options);
  });
  const isHome = ({ kind }: Manifest): boolean => kind === "Namespace";
  const home = new RawManifests(`${namespace}-home`, {
    manifests: manifests.filter(isHome),
    controlPlane,
  });
  const child = { dependsOn: [...home.nodes.manifests] };
  const workloads = new RawManifests(
    `${namespace}-workloads`,
    { manifests: manifests.filter((each) => !isHome(each)), controlPlane },
    child,
  );
  const secret = new GatewayCertificate(
    `${namespace}-secure`,
    { trust, secret: "secure-cert", namespace, hosts: ["secure.example"] },
    child,
  );
  return [...home.nodes.manifests, ...workloads.nodes.manifests, secret];
}

function parse(namespace: string) {
  return build(sameMesh(namespace));
}

function build(definition: MeshDefinition) {
  return checked((report) => {
    const model = parseMesh(definition, report);
    if (model === undefined) throw new HeddleError(report.diagnostics());
    return { model, graph: buildGraph(model, report) };
  });
}

/** What was made; throws every finding when one of them is an error. */
function checked<Made>(make: (report: ReturnType<typeof createReport>) => Made): Made {
  const report = createReport();
  const made = make(report);
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  return made;
}

/** Pulumi would wait for an address from outside, which a gateway of type ClusterIP never gets. */
function unawaited(manifest: Manifest): Manifest {
  if (manifest.kind !== "Ingress") return manifest;
  const annotations = { "pulumi.com/skipAwait": "true" };
  return { ...manifest, metadata: { ...manifest.metadata, annotations } };
}
