import { createHash } from "node:crypto";
import type { Json, Manifest } from "../../graph/index.ts";
import { bootstrap, type EdgeConfig } from "../../targets/envoy/index.ts";
import { defaultImage, edgeLabels, type EdgeWorkload } from "./edge-workload.ts";
import { edgeVolumes } from "./edge-volumes.ts";
import { paths } from "./paths.ts";

/** The strictest settings that Envoy runs with. */
const securityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  runAsUser: 65_532,
  runAsGroup: 65_532,
  seccompProfile: { type: "RuntimeDefault" },
} as const;

/**
 * The proxies of a site. New pods are ready before old ones go, and go only after five seconds, when nobody sends them
 * anything new. Only another bootstrap makes new pods; everything else reaches the running ones.
 */
export function edgeDeployment(workload: EdgeWorkload, config: EdgeConfig): Manifest {
  const { name, namespace, replicas = 2 } = workload;
  const labels = edgeLabels(workload);
  const { volumes, mounts } = edgeVolumes(workload, config);
  const hash = createHash("sha256")
    .update(JSON.stringify(bootstrap(config)))
    .digest("hex");
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: { labels, annotations: { "heddle/bootstrap": hash.slice(0, 16) } },
        spec: {
          serviceAccountName: name,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 30,
          securityContext: { fsGroup: 65_532 },
          containers: [container(workload, config, mounts)],
          volumes,
        },
      },
    },
  };
}

function container(workload: EdgeWorkload, config: EdgeConfig, mounts: readonly Json[]): Json {
  const ready = { httpGet: { path: "/ready", port: "readiness" }, timeoutSeconds: 2 };
  return {
    name: "envoy",
    image: workload.image ?? defaultImage,
    imagePullPolicy: "IfNotPresent",
    command: ["envoy"],
    args: ["-c", `${paths.bootstrap}/bootstrap.json`, "--disable-hot-restart"],
    ports: containerPorts(config),
    startupProbe: { ...ready, periodSeconds: 1, failureThreshold: 60 },
    readinessProbe: { ...ready, periodSeconds: 5, failureThreshold: 2 },
    livenessProbe: { tcpSocket: { port: "readiness" }, periodSeconds: 10, failureThreshold: 3 },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    resources: { requests: { cpu: "100m", memory: "128Mi", ...workload.resources } },
    securityContext,
    volumeMounts: mounts,
  };
}

function containerPorts({ site, certificateSecrets }: EdgeConfig): readonly Json[] {
  const { listen, readiness } = site;
  const ports = [
    ["http", listen.http],
    ...(certificateSecrets.length === 0 ? [] : [["https", listen.https] as const]),
    ["readiness", readiness.port],
  ] as const;
  return ports.map(([name, containerPort]) => ({ name, containerPort, protocol: "TCP" }));
}
