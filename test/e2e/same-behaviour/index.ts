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
import { parseMesh } from "../../../model/index.ts";
import { insideTheMesh } from "../../../targets/features.ts";
import { compileGatewayApi } from "../../../targets/gateway-api/index.ts";
import { injectionLabels, podAnnotations } from "../../../targets/istio/index.ts";
import { compileKubernetes, type KubernetesOptions } from "../../../targets/kubernetes/index.ts";
import { gatewayClassDefaults } from "../setup/gateway-class-defaults.ts";
import { sameMesh } from "./mesh.ts";
import { namespaces } from "./namespaces.ts";

// The same mesh three times: on Istio's sidecars and gateway, as objects of the Gateway API for istiod, and behind an
// Envoy without a control plane before pods without sidecars.

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
  resources: { cpu: "10m", memory: "128Mi" },
  proxyResources: resources,
});

const mesh = new Mesh("same-istio", { mesh: sameMesh(namespaces.istio), controlPlane });
const certificate = { kind: "generated", trust } as const;
new Gateway("door", { mesh, controlPlane, resources, certificate });

const injected = deploy(namespaces["gateway-api"], {
  namespaceLabels: injectionLabels,
  podAnnotations,
});
const { model, graph } = parse(namespaces["gateway-api"]);
const routes = checked((report) =>
  compileGatewayApi(model, graph, report, { channel: "experimental" }),
);
const defaults = new ConfigMap("gateway-class", gatewayClassDefaults, {
  dependsOn: [...controlPlane.ready],
});
new RawManifests(
  "routes",
  { manifests: routes, controlPlane },
  { dependsOn: [...injected, defaults] },
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
  return checked((report) => {
    const model = parseMesh(sameMesh(namespace), report);
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
