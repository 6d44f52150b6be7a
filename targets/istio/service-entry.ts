import type { Manifest } from "../../graph/index.ts";
import { exportTo } from "./visibility.ts";
import type { ExternalService, Protocol, Resolution } from "../../model/index.ts";

const protocols = {
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

/** A service outside the mesh, found by DNS unless its addresses are listed or left to the caller. */
export function serviceEntry(service: ExternalService): Manifest {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "ServiceEntry",
    metadata: { name: service.name, namespace: service.namespace },
    spec: {
      hosts: service.hosts,
      ...exportTo(service),
      // Of plain TCP only the address is seen; without one the port would be taken for every destination.
      ...(service.endpoints.length > 0 && service.ports.some(({ protocol }) => protocol === "tcp")
        ? { addresses: service.endpoints }
        : {}),
      location: "MESH_EXTERNAL",
      resolution: resolutions[service.resolution],
      ports: service.ports.map(({ name, number, target, protocol }) => ({
        name,
        number,
        protocol: protocols[protocol],
        ...(target === number ? {} : { targetPort: target }),
      })),
      ...(service.endpoints.length === 0
        ? {}
        : { endpoints: service.endpoints.map((address) => ({ address })) }),
    },
  };
}
