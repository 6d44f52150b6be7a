import type { Destination, Json, ServiceNode } from "../../graph/index.ts";
import { versionServiceName } from "./references.ts";

/** Where a rule sends to: the Service itself, or those of its versions by weight. */
export function backendRefs(
  destinations: readonly Destination[],
  service: Pick<ServiceNode, "name" | "namespace">,
  { port, from }: { readonly port: number; readonly from: string },
): readonly Json[] {
  return destinations.map(({ subset, weight }) => ({
    name: subset === undefined ? service.name : versionServiceName(service.name, subset),
    ...(service.namespace === from ? {} : { namespace: service.namespace }),
    port,
    ...(destinations.length === 1 && weight === 100 ? {} : { weight }),
  }));
}
