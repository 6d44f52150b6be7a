import type { Manifest } from "../../graph/index.ts";
import type { ExternalService, Protocol } from "../../model/index.ts";

const protocols = {
  http: "HTTP",
  http2: "HTTP2",
  grpc: "GRPC",
  tcp: "TCP",
  tls: "TLS",
} as const satisfies Record<Protocol, string>;

/** A service outside the mesh, found by DNS. */
export function serviceEntry(service: ExternalService): Manifest {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "ServiceEntry",
    metadata: { name: service.name, namespace: service.namespace },
    spec: {
      hosts: [service.host],
      location: "MESH_EXTERNAL",
      resolution: "DNS",
      ports: service.ports.map(({ name, number, target, protocol }) => ({
        name,
        number,
        protocol: protocols[protocol],
        ...(target === number ? {} : { targetPort: target }),
      })),
    },
  };
}
