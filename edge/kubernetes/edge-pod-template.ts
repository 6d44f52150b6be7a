import { createHash } from "node:crypto";
import type { Json } from "../../graph/index.ts";
import { bootstrap, type EdgeConfig } from "../../targets/envoy/index.ts";
import { edgeVolumes } from "./edge-volumes.ts";
import { defaultImage, edgeLabels, type EdgeWorkload } from "./edge-workload.ts";
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
 * What each proxy of a site is. Only another bootstrap makes another one, and so new pods; everything else reaches the
 * running ones. A pod goes five seconds after it was told to, when nobody sends it anything new.
 */
export function edgePodTemplate(
  workload: EdgeWorkload,
  config: EdgeConfig,
): { readonly [key: string]: Json } {
  const { volumes, mounts } = edgeVolumes(workload, config);
  const hash = createHash("sha256")
    .update(JSON.stringify(bootstrap(config)))
    .digest("hex");
  return {
    metadata: {
      labels: edgeLabels(workload),
      annotations: { "heddle/bootstrap": hash.slice(0, 16) },
    },
    spec: {
      serviceAccountName: workload.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 30,
      securityContext: { fsGroup: 65_532 },
      containers: [container(workload, config, mounts)],
      volumes,
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
    ports: containerPorts(config, workload.hostPorts === true),
    startupProbe: { ...ready, periodSeconds: 1, failureThreshold: 60 },
    readinessProbe: { ...ready, periodSeconds: 5, failureThreshold: 2 },
    livenessProbe: { tcpSocket: { port: "readiness" }, periodSeconds: 10, failureThreshold: 3 },
    lifecycle: { preStop: { sleep: { seconds: 5 } } },
    resources: { requests: { cpu: "100m", memory: "128Mi", ...workload.resources } },
    securityContext,
    volumeMounts: mounts,
  };
}

function containerPorts({ site, doors }: EdgeConfig, onNode: boolean): readonly Json[] {
  const port = (name: string, containerPort: number): { readonly [field: string]: Json } => ({
    name,
    containerPort,
    protocol: "TCP",
  });
  return [
    ...doors.map((door) => ({
      ...port(door.name, door.listens),
      protocol: door.protocol,
      ...(onNode ? { hostPort: door.port } : {}),
    })),
    port("readiness", site.readiness.port),
    ...(site.stats.prometheus === undefined ? [] : [port("metrics", site.stats.prometheus.port)]),
  ];
}
