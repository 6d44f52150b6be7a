import type { Mesh, Port, Service, WorkloadService } from "./mesh.ts";

/** Whether all instances of a service count together for one of its limits. */
export function hasGlobalLimits(service: Service): service is WorkloadService {
  return service.kind === "workload" && service.limits.some(({ scope }) => scope === "global");
}

/** The service that counts for all, and its port; `undefined` where the mesh has no such limits. */
export function countingService({
  globalLimits,
  services,
}: Pick<Mesh, "globalLimits" | "services">):
  { readonly service: WorkloadService; readonly port: Port } | undefined {
  if (globalLimits === undefined || !Object.hasOwn(services, globalLimits.service)) return;
  const service = services[globalLimits.service];
  if (service?.kind !== "workload") return;
  const port = service.ports.find(({ protocol }) => protocol === "grpc");
  return port === undefined ? undefined : { service, port };
}

/** Whether the proxies of a service ask the one that counts for all. */
export function asksForCounts(mesh: Pick<Mesh, "globalLimits">, service: Service): boolean {
  return mesh.globalLimits !== undefined && hasGlobalLimits(service) && service.inMesh;
}
