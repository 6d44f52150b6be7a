import type { Mesh, WorkloadService } from "./mesh.ts";
import { servicesOf } from "./services-of.ts";

type Services = Mesh["services"];

const known = new WeakMap<Services, readonly WorkloadService[]>();

/** The services of a mesh that run inside the team's clusters or on its machines, by name. Listed once a mesh. */
export function workloadServices(mesh: {
  readonly services: Services;
}): readonly WorkloadService[] {
  const listed =
    known.get(mesh.services) ?? servicesOf(mesh).filter((each) => each.kind === "workload");
  known.set(mesh.services, listed);
  return listed;
}
