import { Config } from "@pulumi/pulumi";
import { sampleImageReference } from "../../../bench/images/index.ts";
import {
  EdgeProxy,
  GatewayCertificate,
  MeshTrust,
  RawManifests,
} from "../../../components/index.ts";
import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { parseMesh } from "../../../model/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";

// Two sites on one cluster, one after the other: proxies as replicas, and one on each node, with routes of its own. No control plane anywhere.

const config = new Config("sites");
const v2 = config.getNumber("v2") ?? 0;
const image = sampleImageReference;

const mesh: MeshDefinition = {
  name: "edge-sites",
  trust: { domain: "edge.example", mtls: "disabled" },
  services: {
    web: { image, versions: ["v1", "v2"] },
    docs: { image },
    // Stands for a server outside: only its DNS name is known.
    outside: {
      ports: { http: { number: 80, target: 8080 } },
      external: { hosts: ["web-v1.edge-sites.svc.cluster.local"], through: "out" },
    },
  },
  routes: {
    web: { split: { v1: 100 - v2, v2 } },
    docs: {
      headers: { response: { add: { "x-door": "pod" } } },
      rules: [{ matches: [{ path: "/closed" }], respond: { status: 403, body: "closed" } }],
    },
  },
  gateways: {
    door: {
      hosts: {
        "web.example": { service: "web" },
        "secure.example": { service: "web", tls: { secret: "secure-cert" } },
        "docs.example": { service: "docs" },
      },
    },
    out: { kind: "egress" },
  },
};

const report = createReport();
const model = parseMesh(mesh, report);
if (model === undefined) throw new HeddleError(report.diagnostics());
const [home, ...workloads] = compileKubernetes(model, report);
if (home === undefined) throw new HeddleError(report.diagnostics());

const trust = new MeshTrust("trust", { trustDomain: "edge.example" });
const { nodes } = new RawManifests("home", { manifests: [home] });
const dependsOn = [...nodes.manifests];
const certificate = new GatewayCertificate(
  "secure",
  {
    trust,
    secret: "secure-cert",
    namespace: "edge-sites",
    hosts: ["secure.example"],
    validityHours: config.getNumber("validityHours") ?? 48,
  },
  { dependsOn },
);

/** Where fra finds docs: at the proxies in its pods. Both together are the hybrid of the two. */
const behindSidecars = { docs: { default: ["door-docs.edge-sites.svc.cluster.local:80"] } };

/** What only one site does, beside the split that both have. */
const nycRoutes = {
  web: {
    rules: [
      { matches: [{ path: "/site" }], respond: { status: 200, body: "nyc" } },
      { matches: [{ path: "/ahead" }], split: { v1: 0, v2: 100 } },
    ],
  },
} as const;

const resources = { cpu: "10m", memory: "32Mi" };
const edge = new EdgeProxy(
  "edge",
  {
    mesh,
    acceptLosses: ["routes/inside", "services/external-through"],
    gateway: "door",
    sites: {
      fra: {
        endpoints: behindSidecars,
        replicas: 2,
        resources: { ...resources, cpu: config.get("fraCpu") ?? resources.cpu },
      },
      nyc: { placement: "every-node", resources, routes: nycRoutes },
      docs: { placement: "sidecar", beside: "docs", resources },
      web: { placement: "sidecar", beside: "web", version: "v2", resources },
      out: { placement: "egress", replicas: 1, resources },
    },
    stages: [["fra", "docs", "web", "out"], ["nyc"]],
  },
  { dependsOn: [...dependsOn, certificate] },
);

const sidecars = new Map([
  ["docs", edge.sidecars.docs],
  ["web-v2", edge.sidecars.web],
]);
const withSidecars = workloads.map((each) =>
  each.kind === "Deployment" ? (sidecars.get(each.metadata.name)?.(each) ?? each) : each,
);
new RawManifests("workloads", { manifests: withSidecars }, { dependsOn });

export const hosts = edge.hosts;
export const rootCertificate = trust.rootCertificate;
