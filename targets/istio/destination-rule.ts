import { hostOf, type Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";

/** The versions of a service as subsets, each named as its version. */
export function destinationRule(service: WorkloadService): Manifest {
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: { name: service.name, namespace: service.namespace },
    spec: {
      host: hostOf(service),
      subsets: service.versions.map(({ name }) => ({ name, labels: { version: name } })),
    },
  };
}
