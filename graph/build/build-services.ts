import type { Mesh } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import type { ServiceNode } from "../graph.ts";
import { hostOf, serviceId } from "../names.ts";

/** One node a service, sorted by name. */
export function buildServices(mesh: Mesh, origin: OriginOf): readonly ServiceNode[] {
  return Object.values(mesh.services).map((service) => ({
    id: serviceId(service),
    name: service.name,
    namespace: service.namespace,
    host: hostOf(service),
    external: service.kind === "external",
    ports: service.ports.map(({ name, number, protocol }) => ({ name, number, protocol })),
    ...(service.kind === "external" ? {} : { selector: { app: service.name } }),
    origin: origin(["services", service.name]),
  }));
}
