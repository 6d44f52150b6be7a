import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../../graph/index.ts";
import { parseMesh, type MeshDefinition, type ServiceDefinition } from "../../../model/index.ts";
import { compileIstio, injectionLabels, outsideLabels } from "../../../targets/istio/index.ts";
import { compileKubernetes, service } from "../../../targets/kubernetes/index.ts";
import { gatewayWorkload } from "../doors/gateway-workload.ts";
import { trustDomain } from "../istio-ground.ts";

export const namespace = "reach";
export const gatewayHost = "counted.example";

const image = "docker.io/heddle/sample:dev";
type Services = Readonly<Record<string, ServiceDefinition>>;

/** Instances rest soon, and all of them may. */
const restless = {
  consecutive5xxErrors: 3,
  interval: "500ms",
  baseEjectionTime: "3s",
  maxEjectionPercent: 100,
} as const;

/** Three instances, which each of these services reaches in another way. */
const spread: Services = {
  header: { policy: { loadBalancing: { consistentHash: { header: "X-User" } } } },
  cookie: { policy: { loadBalancing: { consistentHash: { cookie: "place", ttl: "60s" } } } },
  address: { policy: { loadBalancing: { consistentHash: { sourceAddress: true } } } },
  turns: { policy: { loadBalancing: "round-robin" } },
  least: {},
  bounded: { policy: { connections: { maxConcurrentRequests: 4 } } },
  ejecting: {
    policy: {
      loadBalancing: "round-robin",
      outlierDetection: { consecutive5xxErrors: 3, interval: "500ms", baseEjectionTime: "3s" },
    },
  },
  calm: { policy: { loadBalancing: "round-robin", outlierDetection: restless } },
  panicking: {
    policy: {
      loadBalancing: "round-robin",
      outlierDetection: { ...restless, minHealthPercent: 60 },
    },
  },
  elsewhere: { policy: { loadBalancing: "random" } },
  anywhere: { policy: { loadBalancing: "random" } },
};

/** One instance, which counts the tries of each request. */
const alone: Services = {
  single: {},
  usual: {},
  bare: { policy: { retryBudget: { percent: 0, minConcurrency: 1 } } },
  patient: {},
  hasty: {},
  steady: {},
  brief: { policy: { connections: { idleTimeout: "1s" } } },
};

const nearest = {
  policy: { locality: { failover: {} }, outlierDetection: { interval: "1s" } },
} as const;

/** Two instances, one in the caller's zone and one in another region. */
const apart: Services = {
  within: nearest,
  beyond: nearest,
  shared: {
    policy: { locality: { distribute: { "eu/west/*": { "eu/west/*": 80, "us/east/*": 20 } } } },
  },
};

const retries = { attempts: 2, on: ["503"] } as const;

/** How long a new instance of `fresh` is spared, in milliseconds. */
export const warmUp = 40_000;

const definition = (fresh: number): MeshDefinition => ({
  name: namespace,
  trust: { domain: trustDomain },
  access: { default: "open" },
  services: {
    web: { image },
    cart: { image, replicas: 3 },
    fresh: { image, replicas: fresh, policy: { loadBalancing: "round-robin", warmUp: "40s" } },
    counted: {
      image,
      limits: [
        { requests: 1, per: "hour", match: { path: "/arrived" } },
        { requests: 20, per: "hour", match: { path: { prefix: "/all" } } },
        { requests: 5, per: "hour", by: { header: "x-client" }, match: { path: "/each" } },
        { requests: 3, per: "hour", match: { path: "/a", method: "POST" } },
        { requests: 5, per: "hour", by: { remoteAddress: true }, match: { path: "/address" } },
        { requests: 5, per: "hour", by: { remoteAddress: true }, match: { path: "/forged" } },
        { requests: 5, per: "hour", by: { remoteAddress: true }, match: { path: "/through" } },
      ],
    },
    client: { image, inMesh: false, replicas: 2 },
    stock: {
      image,
      versions: ["near", "far"],
      policy: {
        locality: { failover: { eu: "us" } },
        outlierDetection: { consecutive5xxErrors: 3, interval: "500ms", baseEjectionTime: "3s" },
      },
    },
    ...spread,
    ...alone,
    ...apart,
  },
  gateways: { edge: { hosts: { [gatewayHost]: { service: "counted" } } } },
  routes: {
    usual: { retries },
    bare: { retries },
    patient: { retries: { ...retries, attempts: 1, backoff: "2s" } },
    hasty: { retries: { attempts: 1, on: ["gateway-error"], perTryTimeout: "500ms" } },
    // Without a longest pause the last one would be up to 5 s.
    steady: { retries: { ...retries, attempts: 8, backoff: "20ms", maxBackoff: "200ms" } },
    within: { retries: { ...retries, attempts: 4 } },
    beyond: { retries: { ...retries, attempts: 4, otherLocalities: true } },
    elsewhere: { retries: { ...retries, attempts: 1 } },
    anywhere: { retries: { ...retries, attempts: 1, otherHosts: false } },
  },
});

/** Everything to apply, with so many instances of `fresh`. */
export function resilienceManifests(fresh: number): readonly Manifest[] {
  const report = createReport();
  const mesh = parseMesh(definition(fresh), report);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  const istio = compileIstio(mesh, buildGraph(mesh, report), report);
  const options = { namespaceLabels: injectionLabels, outsideLabels };
  const workloads = compileKubernetes(mesh, report, options);
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  const doors = Object.values(mesh.services).flatMap((each): Manifest[] => {
    const app = appOf(each.name);
    return app === undefined || each.kind === "external" ? [] : [withSelector(service(each), app)];
  });
  const gateway = gatewayWorkload("edge", namespace, [80]);
  return [...workloads.map(inLocality), ...doors, ...gateway, ...istio];
}

/** The workload behind a service that has none of its own. */
function appOf(name: string): string | undefined {
  if (name in spread) return "cart";
  if (name in alone) return "counted";
  return name in apart ? "stock" : undefined;
}

function withSelector(manifest: Manifest, app: string): Manifest {
  return { ...manifest, spec: { ...(manifest.spec as object), selector: { app } } };
}

const localities: Readonly<Record<string, string>> = {
  web: "eu.west.a",
  "stock-near": "eu.west.a",
  "stock-far": "us.east.a",
};

/** Istio takes the locality of a pod from its label before that of its node, and this cluster has one node. */
function inLocality(manifest: Manifest): Manifest {
  const locality = localities[manifest.metadata.name];
  if (manifest.kind !== "Deployment" || locality === undefined) return manifest;
  const spec = manifest.spec as { readonly template: { readonly metadata: { labels: object } } };
  const { template } = spec;
  const labels = { ...template.metadata.labels, "istio-locality": locality };
  return {
    ...manifest,
    spec: { ...spec, template: { ...template, metadata: { ...template.metadata, labels } } },
  };
}
