import type { Report } from "../diagnostics/index.ts";
import type { WorkloadNode } from "./graph.ts";

/** Two versions can get one name: `cart` in version `v1`, and a service `cart-v1`. One would overwrite the other. */
export function checkWorkloadNames(workloads: readonly WorkloadNode[], report: Report): void {
  const seen = new Map<string, WorkloadNode>();
  for (const workload of workloads) {
    const id = `${workload.namespace}/${workload.name}`;
    const first = seen.get(id);
    seen.set(id, first ?? workload);
    if (first === undefined) continue;
    const { path, position } = workload.origin;
    report.add({
      code: "HED2012",
      severity: "error",
      path,
      message: `its workload ${id} has the name of another: that of service "${first.serviceAccount}", version "${String(first.labels["version"])}"`,
      fix: "rename the service or the version",
      ...(position === undefined ? {} : { position }),
    });
  }
}
