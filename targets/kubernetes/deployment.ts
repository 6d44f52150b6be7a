import { workloadLabels, workloadName, type Json, type Manifest } from "../../graph/index.ts";
import type { Version, WorkloadService } from "../../model/index.ts";
import { containerEnv } from "./container-env.ts";
import { containerProbes } from "./container-probes.ts";

export interface DeploymentOptions {
  /** Of pods with a proxy. */
  readonly podAnnotations?: Readonly<Record<string, string>>;
  /** Of pods that get no proxy. */
  readonly outsideLabels?: Readonly<Record<string, string>>;
}

/** What a container asks for where nobody says more: enough for the scheduler to place many on a small node. */
const requests = { cpu: "10m", memory: "32Mi" } as const;

/** The strictest settings that an ordinary process runs with; images whose user is root run as 1000. */
const securityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ["ALL"] },
  runAsNonRoot: true,
  runAsUser: 1000,
  runAsGroup: 1000,
  seccompProfile: { type: "RuntimeDefault" },
} as const;

/**
 * The workload of one version; `undefined` for a version without an image, which somebody else deploys. New pods are
 * ready before old ones go.
 */
export function deployment(
  service: WorkloadService,
  version: Version,
  options: DeploymentOptions = {},
): Manifest | undefined {
  if (version.image === undefined) return undefined;
  const labels = workloadLabels(service.name, version);
  const annotations = service.inMesh ? (options.podAnnotations ?? {}) : {};
  const podLabels = service.inMesh ? labels : { ...labels, ...options.outsideLabels };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: workloadName(service.name, version, service.versioned),
      namespace: service.namespace,
      labels,
    },
    spec: {
      replicas: version.replicas,
      selector: { matchLabels: labels },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: {
        metadata: {
          labels: podLabels,
          ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
        },
        spec: {
          serviceAccountName: service.name,
          // The variables of every other service of the namespace would leak into the workload's own settings.
          enableServiceLinks: false,
          containers: [container(service, version, version.image)],
        },
      },
    },
  };
}

function container(service: WorkloadService, version: Version, image: string): Json {
  const byTarget = Map.groupBy(service.ports, ({ target }) => target);
  return {
    name: "app",
    image,
    imagePullPolicy: "IfNotPresent",
    ports: [...byTarget].map(([containerPort, [first]]) => ({
      name: first?.name ?? `port-${String(containerPort)}`,
      containerPort,
      protocol: "TCP",
    })),
    env: containerEnv(service, version),
    ...containerProbes(service),
    resources: { requests },
    securityContext,
  };
}
