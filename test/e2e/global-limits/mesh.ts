import { createReport, HeddleError } from "../../../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../../model/index.ts";
import {
  compileIstio,
  directPort,
  injectionLabels,
  outsideLabels,
  podAnnotations,
} from "../../../targets/istio/index.ts";
import { compileKubernetes } from "../../../targets/kubernetes/index.ts";
import { rateLimitManifests } from "../../../targets/rate-limit-service/index.ts";
import { trustDomain } from "../istio-ground.ts";

export const namespace = "counted";

const image = "docker.io/heddle/sample:dev";

const definition: MeshDefinition = {
  name: namespace,
  trust: { domain: trustDomain },
  // A busy machine must not look like a service that is gone.
  globalLimits: { service: "ratelimit", timeout: "5s" },
  discovery: { scope: "declared-calls" },
  services: {
    web: { image, discovery: { also: [`${namespace}/*`] }, calls: { cart: {} } },
    cart: {
      image,
      replicas: 2,
      policy: { loadBalancing: "round-robin" },
      limits: [
        { requests: 1, per: "hour", scope: "global", match: { path: "/arrived" } },
        { requests: 20, per: "hour", scope: "global", match: { path: { prefix: "/all" } } },
        {
          requests: 6,
          per: "hour",
          scope: "global",
          by: { header: "X-Client" },
          match: { path: "/each" },
        },
        {
          requests: 6,
          per: "hour",
          scope: "global",
          by: { remoteAddress: true },
          match: { path: "/forged" },
        },
        { requests: 2, per: "hour", scope: "global", match: { path: "/last" } },
      ],
    },
    ratelimit: { port: 8081, protocol: "grpc" },
  },
};

const password = { secret: "redis", key: "password" };

/** Everything to apply: the mesh, its workloads, and what counts. */
export function globalLimitsManifests(): readonly Manifest[] {
  const report = createReport();
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  const istio = compileIstio(mesh, buildGraph(mesh, report), report);
  const workloads = compileKubernetes(mesh, report, {
    namespaceLabels: injectionLabels,
    podAnnotations,
  });
  const pods = { podAnnotations, outsideLabels, directPort };
  const redis = { kind: "deployed", password } as const;
  const counting = rateLimitManifests(mesh, { redis }, report, pods);
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  const secret: Manifest = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: password.secret, namespace },
    stringData: { [password.key]: "for-this-test-only" },
  };
  return [...workloads, secret, ...counting, ...istio];
}
