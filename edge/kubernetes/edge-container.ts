import { createHash } from "node:crypto";
import type { Json } from "../../graph/index.ts";
import { bootstrap, type EdgeConfig } from "../../targets/envoy/index.ts";
import { defaultImage, type EdgeWorkload } from "./edge-workload.ts";
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

/** On pods: another bootstrap makes new ones. */
export function bootstrapAnnotation(config: EdgeConfig): { readonly [key: string]: string } {
  const hash = createHash("sha256")
    .update(JSON.stringify(bootstrap(config)))
    .digest("hex");
  return { "heddle/bootstrap": hash.slice(0, 16) };
}

/** The proxy itself, alone in its pod or beside others. */
export function edgeContainer(
  workload: EdgeWorkload,
  config: EdgeConfig,
  mounts: readonly Json[],
): { readonly [key: string]: Json } {
  const ready = { httpGet: { path: "/ready", port: "readiness" }, timeoutSeconds: 2 };
  return {
    name: workload.placement === "sidecar" ? "heddle-edge" : "envoy",
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
