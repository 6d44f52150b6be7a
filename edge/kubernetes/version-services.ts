import { workloadLabels, workloadName, type Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { service as wholeService } from "../../targets/kubernetes/index.ts";

/**
 * A Service for each version, named as its workload: how an edge proxy finds the pods of one version by DNS. Headless,
 * so that it sees and chooses pods itself.
 */
export function versionServices(service: WorkloadService): readonly Manifest[] {
  if (!service.versioned) return [];
  const { spec, ...rest } = wholeService(service);
  return service.versions.map((version) => ({
    ...rest,
    metadata: {
      name: workloadName(service.name, version, service.versioned),
      namespace: service.namespace,
      labels: workloadLabels(service.name, version),
    },
    spec: {
      ...(spec as object),
      clusterIP: "None",
      selector: workloadLabels(service.name, version),
    },
  }));
}
