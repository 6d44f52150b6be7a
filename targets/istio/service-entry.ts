import type { Json, Manifest } from "../../graph/index.ts";
import { exportTo } from "./visibility.ts";
import type {
  ExternalService,
  Port,
  Protocol,
  Resolution,
  Service,
  WorkloadService,
} from "../../model/index.ts";

/** What Istio calls the protocols of ports. */
export const portProtocols = {
  http: "HTTP",
  http2: "HTTP2",
  grpc: "GRPC",
  tcp: "TCP",
  tls: "TLS",
} as const satisfies Record<Protocol, string>;

const resolutions = {
  dns: "DNS",
  static: "STATIC",
  none: "NONE",
} as const satisfies Record<Resolution, string>;

/**
 * What the mesh knows by a host that no Service in the cluster has: a service outside, or one with a host of its own.
 * https://istio.io/latest/docs/reference/config/networking/service-entry/
 */
export function serviceEntries(service: Service): readonly Manifest[] {
  if (service.kind === "external") return [entry(service, outside(service))];
  return service.host === undefined ? [] : [entry(service, inside(service, service.host))];
}

function entry(
  service: Service,
  { hosts, ...spec }: { readonly [key: string]: Json; readonly hosts: readonly string[] },
): Manifest {
  const { name, namespace } = service;
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "ServiceEntry",
    metadata: { name, namespace },
    spec: { hosts, ...exportTo(service), ...spec },
  };
}

/** Found by DNS unless its addresses are listed or left to the caller. */
function outside({ hosts, endpoints, resolution, ports }: ExternalService) {
  return {
    hosts,
    // Of plain TCP only the address is seen; without one the port would be taken for every destination.
    ...(endpoints.length > 0 && ports.some(({ protocol }) => protocol === "tcp")
      ? { addresses: endpoints }
      : {}),
    location: "MESH_EXTERNAL",
    resolution: resolutions[resolution],
    ports: ports.map(entryPort),
    ...(endpoints.length === 0 ? {} : { endpoints: endpoints.map((address) => ({ address })) }),
  };
}

/** Its pods and its machines, by the label that a Service would select them by. */
function inside({ name, ports }: WorkloadService, host: string) {
  return {
    hosts: [host],
    location: "MESH_INTERNAL",
    resolution: "STATIC",
    ports: ports.map(entryPort),
    workloadSelector: { labels: { app: name } },
  };
}

function entryPort({ name, number, target, protocol }: Port): Json {
  return {
    name,
    number,
    protocol: portProtocols[protocol],
    ...(target === number ? {} : { targetPort: target }),
  };
}
