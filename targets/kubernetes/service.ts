import type { Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";

/** The stable name of all versions of a service. `appProtocol` says what a port speaks, whatever its name. */
export function service(
  { name, namespace, owner, headless, ports }: WorkloadService,
  more: Readonly<Record<string, string>> = {},
): Manifest {
  const annotations = { ...(owner === undefined ? {} : { "heddle/owner": owner }), ...more };
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: {
      name,
      namespace,
      labels: { app: name },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: {
      ...(headless ? { clusterIP: "None" } : {}),
      selector: { app: name },
      ports: ports.map((port) => ({
        name: port.name,
        port: port.number,
        targetPort: port.target,
        protocol: "TCP",
        appProtocol: port.protocol,
      })),
    },
  };
}
