import { hostOf, type Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { exportTo } from "./visibility.ts";
import { trafficPolicy } from "./traffic-policy.ts";

/**
 * How a service is reached: its policy, and its versions as subsets, each named as its version. Istio takes a subset's
 * policy block by block; a version that says something of its own repeats the whole.
 */
export function destinationRule(service: WorkloadService): Manifest {
  const versions = service.versioned ? service.versions : [];
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "DestinationRule",
    metadata: { name: service.name, namespace: service.namespace },
    spec: {
      host: hostOf(service),
      ...exportTo(service),
      trafficPolicy: trafficPolicy(service.policy, service),
      ...(versions.length === 0
        ? {}
        : {
            subsets: versions.map(({ name, policy }) => ({
              name,
              labels: { version: name },
              ...(policy === undefined ? {} : { trafficPolicy: trafficPolicy(policy, service) }),
            })),
          }),
    },
  };
}
