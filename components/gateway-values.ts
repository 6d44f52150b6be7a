import type { Quantities } from "./control-plane-args.ts";
import type { Json } from "../graph/index.ts";
import type { Gateway } from "../model/index.ts";
import { loginVolumes } from "../targets/istio/index.ts";
import { mergeValues, type PlainValues, type Values } from "./merge-values.ts";

/** How a gateway is reached: `ClusterIP` from inside the cluster only. */
export type GatewayServiceType = "ClusterIP" | "LoadBalancer" | "NodePort";

/** What of a gateway's arguments goes into its chart. */
export interface GatewayWorkloadArgs {
  /** Default `ClusterIP`: nothing is opened to the world unless somebody says so. */
  readonly serviceType?: GatewayServiceType | undefined;
  /** Instances. Default 1. */
  readonly replicas?: number | undefined;
  /** What each instance asks of its node. Default: the chart's, 100m and 128Mi. */
  readonly resources?: Quantities | undefined;
  /** Any value of the gateway chart; wins over everything above. */
  readonly values?: GatewayValues | undefined;
}

/** Values of the gateway chart. */
export interface GatewayValues extends Values {
  /** Beside those that logins need. Default: none. */
  readonly volumes?: readonly Json[];
  /** Beside those that logins need. Default: none. */
  readonly volumeMounts?: readonly Json[];
}

/**
 * Ports of the gateway's Service, where they are not the chart's own. The first is where its load balancer asks whether
 * it is ready.
 */
function servicePorts({ ports, tcp }: Gateway): Values {
  if (ports.http === 80 && ports.https === 443 && tcp.length === 0) return {};
  const all: readonly (readonly [string, number])[] = [
    ["status-port", 15_021],
    ["http2", ports.http],
    ["https", ports.https],
    ...tcp.map(({ name, port }) => [`tcp-${name}`, port] as const),
  ];
  return {
    ports: all.map(([name, port]) => ({ name, port, protocol: "TCP", targetPort: port })),
  };
}

/** Values of the gateway chart. The proxy's image comes from the control plane, by injection. */
export function gatewayValues(
  args: GatewayWorkloadArgs,
  gateway: Gateway,
  revision?: string,
): PlainValues {
  return mergeValues(
    {
      revision,
      // The chart's image is a placeholder without a tag, which Kubernetes would pull anew at every start.
      imagePullPolicy: "IfNotPresent",
      autoscaling: { enabled: false },
      replicaCount: args.replicas ?? 1,
      service: { type: args.serviceType ?? "ClusterIP", ...servicePorts(gateway) },
      resources:
        args.resources === undefined
          ? undefined
          : { requests: { cpu: args.resources.cpu, memory: args.resources.memory } },
    },
    args.values ?? {},
    loginValues(gateway, args.values ?? {}),
  );
}

/** A list replaces another in values, and both are needed. */
function loginValues(gateway: Gateway, given: GatewayValues): Values {
  const own = loginVolumes(gateway);
  if (own.volumes.length === 0) return {};
  return {
    volumes: [...own.volumes, ...(given.volumes ?? [])],
    volumeMounts: [...own.volumeMounts, ...(given.volumeMounts ?? [])],
  };
}
