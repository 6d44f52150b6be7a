import type { Mesh } from "../../model/index.ts";
import { servicesOf } from "../../model/services-of.ts";
import type { OriginOf } from "../create-origin.ts";
import type { WorkloadNode } from "../graph.ts";
import { workloadLabels, workloadName } from "../names.ts";

/** One virtual pod template a version. The model vouches for those that somebody else deploys. */
export function buildWorkloads(mesh: Mesh, origin: OriginOf): readonly WorkloadNode[] {
  return servicesOf(mesh).flatMap((service) => {
    if (service.kind === "external") return [];
    return service.versions.map((version) => ({
      name: workloadName(service.name, version, service.versioned),
      namespace: service.namespace,
      labels: workloadLabels(service.name, version),
      replicas: version.replicas,
      serviceAccount: service.name,
      inMesh: service.inMesh,
      origin: origin([
        "services",
        service.name,
        ...(service.versioned ? ["versions", version.name] : []),
      ]),
    }));
  });
}
